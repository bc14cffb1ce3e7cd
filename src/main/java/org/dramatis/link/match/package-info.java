/** Finds what two sets of data both speak of, and tells how sure that is and why. */
@NullMarked
package org.dramatis.link.match;

import org.jspecify.annotations.NullMarked;
