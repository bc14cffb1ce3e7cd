/**
 * The published queries over HTTP: each is a page, and an address that answers with values for its
 * parameters.
 */
@NullMarked
package org.dramatis.http.published;

import org.jspecify.annotations.NullMarked;
