/** Why a query has no answer: the part of its pattern that leaves nothing. */
@NullMarked
package org.dramatis.query.why;

import org.jspecify.annotations.NullMarked;
