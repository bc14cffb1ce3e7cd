/** Pages for people about sources: what they say, where they disagree, and when it happened. */
@NullMarked
package org.dramatis.http.source;

import org.jspecify.annotations.NullMarked;
