/** Queries: how they are asked, what answers them, and what is told besides. */
@NullMarked
package org.dramatis.http.sparql;

import org.jspecify.annotations.NullMarked;
