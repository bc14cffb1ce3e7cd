/** Entities by what other catalogues call them, and what other catalogues call an entity. */
@NullMarked
package org.dramatis.http.lookup;

import org.jspecify.annotations.NullMarked;
