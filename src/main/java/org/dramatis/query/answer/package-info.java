/** What a query answers, and the formats that it is written in. */
@NullMarked
package org.dramatis.query.answer;

import org.jspecify.annotations.NullMarked;
