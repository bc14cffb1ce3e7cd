/**
 * What the versions of the data are, when and by whom they were made, what changed between two of
 * them, since when something is so, and which of them were released under a name.
 */
@NullMarked
package org.dramatis.history;

import org.jspecify.annotations.NullMarked;
