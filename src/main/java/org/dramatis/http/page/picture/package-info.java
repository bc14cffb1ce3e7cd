/** Pictures of the graph: where everything stands in them. Templates draw them. */
@NullMarked
package org.dramatis.http.page.picture;

import org.jspecify.annotations.NullMarked;
