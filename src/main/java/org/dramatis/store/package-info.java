/**
 * The dataset as the log has made it, behind one interface, and what a further change would make of
 * it.
 */
@NullMarked
package org.dramatis.store;

import org.jspecify.annotations.NullMarked;
