/** What is shipped, and what is said to be. */
@NullMarked
package org.dramatis.supply;

import org.jspecify.annotations.NullMarked;
