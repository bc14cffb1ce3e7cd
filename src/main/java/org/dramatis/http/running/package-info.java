/**
 * The queries and updates that are being computed, and the end of a server that lets them finish.
 */
@NullMarked
package org.dramatis.http.running;

import org.jspecify.annotations.NullMarked;
