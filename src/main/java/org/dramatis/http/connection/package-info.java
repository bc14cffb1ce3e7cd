/**
 * The connections that requests come by: how many there may be, how slow, and whether the other end
 * is still there.
 */
@NullMarked
package org.dramatis.http.connection;

import org.jspecify.annotations.NullMarked;
