package org.dramatis.http.running;

import java.time.Duration;
import java.time.Instant;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.query.Budget;

/**
 * A query or an update between its arrival and its last byte.
 *
 * @param exchange the request that it came by
 * @param text what was asked
 * @param budget what it may use, by which it can be stopped
 * @param arrived when the request came
 */
public record RunningQuery(Exchange exchange, String text, Budget budget, Instant arrived) {

  /** The id of its request. */
  public String id() {
    return exchange.id();
  }

  /** How long it has been here. */
  public Duration age() {
    return Duration.ofNanos(exchange.nanos());
  }
}
