/** What is probably not meant in a query that can be answered. Warnings never change an answer. */
@NullMarked
package org.dramatis.query.warning;

import org.jspecify.annotations.NullMarked;
