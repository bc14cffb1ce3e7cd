package org.dramatis.http.running;

import java.time.Duration;
import java.time.Instant;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.query.budget.Budget;

/** A query or an update between its arrival and its last byte. */
public final class RunningQuery implements AutoCloseable {

  private final RunningQueries all;
  private final Exchange exchange;
  private final String text;
  private final Budget budget;
  private final Instant arrived = Instant.now();
  private volatile boolean computed;

  RunningQuery(RunningQueries all, Exchange exchange, String text, Budget budget) {
    this.all = all;
    this.exchange = exchange;
    this.text = text;
    this.budget = budget;
  }

  /** The request that it came by. */
  public Exchange exchange() {
    return exchange;
  }

  /** The id of its request. */
  public String id() {
    return exchange.id();
  }

  /** What was asked. */
  public String text() {
    return text;
  }

  /** What it may use, by which it can be stopped. */
  public Budget budget() {
    return budget;
  }

  /** When the request came. */
  public Instant arrived() {
    return arrived;
  }

  /** How long it has been here. */
  public Duration age() {
    return Duration.ofNanos(exchange.nanos());
  }

  /** Notes that its turn has come. */
  public void begins() {
    computed = true;
  }

  /** Where it is: {@code waiting} for its turn, or {@code running} until its last byte. */
  public String phase() {
    return computed ? "running" : "waiting";
  }

  /** It is over, well or not. */
  @Override
  public void close() {
    all.remove(this);
  }
}
