/** Cited queries over HTTP: how they are cited, looked at, asked again and compared. */
@NullMarked
package org.dramatis.http.citation;

import org.jspecify.annotations.NullMarked;
