/** Holding names and other values from elsewhere against the entities of the data. */
@NullMarked
package org.dramatis.link.reconcile;

import org.jspecify.annotations.NullMarked;
