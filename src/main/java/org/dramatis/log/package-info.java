/** The ordered record of accepted changes, of which everything else is a view. */
@NullMarked
package org.dramatis.log;

import org.jspecify.annotations.NullMarked;
