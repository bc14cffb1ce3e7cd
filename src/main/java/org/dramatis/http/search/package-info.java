/** Finding entities by name, over HTTP. */
@NullMarked
package org.dramatis.http.search;

import org.jspecify.annotations.NullMarked;
