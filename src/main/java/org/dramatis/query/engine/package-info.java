/** The operators that carry out a query or an update within the budget. */
@NullMarked
package org.dramatis.query.engine;

import org.jspecify.annotations.NullMarked;
