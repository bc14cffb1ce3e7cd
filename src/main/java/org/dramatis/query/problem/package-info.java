/** What can be wrong with a query, an update or the answer to it, as values. */
@NullMarked
package org.dramatis.query.problem;

import org.jspecify.annotations.NullMarked;
