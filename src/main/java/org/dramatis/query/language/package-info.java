/** Reading SPARQL as the standard has it, and refusing what no query may do here. */
@NullMarked
package org.dramatis.query.language;

import org.jspecify.annotations.NullMarked;
