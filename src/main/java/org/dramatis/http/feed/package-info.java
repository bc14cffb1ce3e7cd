/** Tells over HTTP what changed: in pages, and to those who wait for it. */
@NullMarked
package org.dramatis.http.feed;

import org.jspecify.annotations.NullMarked;
