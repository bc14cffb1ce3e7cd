/**
 * How a query is computed: its operators as they run, with the rows that were expected of each and
 * the rows and the time that it took.
 */
@NullMarked
package org.dramatis.query.plan;

import org.jspecify.annotations.NullMarked;
