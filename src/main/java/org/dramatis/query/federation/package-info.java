/**
 * Asking another SPARQL endpoint, which is done only for endpoints on a list: what may be reached,
 * at which network addresses, for how long, and how much of an answer is read. Knows nothing of how
 * queries are run here.
 */
@NullMarked
package org.dramatis.query.federation;

import org.jspecify.annotations.NullMarked;
