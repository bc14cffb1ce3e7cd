/** Tells how two entities are connected. */
@NullMarked
package org.dramatis.http.path;

import org.jspecify.annotations.NullMarked;
