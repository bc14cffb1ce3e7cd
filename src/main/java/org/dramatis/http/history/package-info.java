/**
 * What there is to tell over HTTP of the versions of the data, and of what changed between them.
 */
@NullMarked
package org.dramatis.http.history;

import org.jspecify.annotations.NullMarked;
