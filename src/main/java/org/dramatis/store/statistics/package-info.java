/** How much of what a version of the data holds, counted once and kept right with each change. */
@NullMarked
package org.dramatis.store.statistics;

import org.jspecify.annotations.NullMarked;
