package org.dramatis.http.reconcile;

import org.dramatis.link.reconcile.ReconciliationQuery;

/**
 * One query of several.
 *
 * @param key by which its answer goes; its number where only the order counts
 */
record Asked(String key, ReconciliationQuery query) {}
