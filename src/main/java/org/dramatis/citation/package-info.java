/**
 * Cited queries: the one text that stands for a query however it is written, what its answer is
 * recognized by, and the record of both. {@code docs/citation.md} defines them for others.
 */
@NullMarked
package org.dramatis.citation;

import org.jspecify.annotations.NullMarked;
