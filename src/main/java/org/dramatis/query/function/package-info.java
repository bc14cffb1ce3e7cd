/** Functions, expressions and aggregates that do what the standard says within the budget. */
@NullMarked
package org.dramatis.query.function;

import org.jspecify.annotations.NullMarked;
