/** What a query may use, in time and in memory, and how every part of its work keeps to it. */
@NullMarked
package org.dramatis.query.budget;

import org.jspecify.annotations.NullMarked;
