/** The W3C's Reconciliation Service API, in two versions, over HTTP. */
@NullMarked
package org.dramatis.http.reconcile;

import org.jspecify.annotations.NullMarked;
