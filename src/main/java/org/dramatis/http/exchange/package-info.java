/**
 * One request from its arrival to its last byte: who asks, what became of it, and the log of it.
 */
@NullMarked
package org.dramatis.http.exchange;

import org.jspecify.annotations.NullMarked;
