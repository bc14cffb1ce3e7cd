package org.dramatis.http.running;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.query.Budget;

/** All queries and updates that are here: waiting, being computed or being sent. */
public final class RunningQueries {

  private final Map<Exchange, RunningQuery> here = new ConcurrentHashMap<>();

  /** Ends the stay of a query. */
  @FunctionalInterface
  public interface Stay extends AutoCloseable {
    @Override
    void close();
  }

  /** Notes a query; it stays until the result is closed. */
  public Stay begin(Exchange exchange, String text, Budget budget) {
    exchange.query(text);
    here.put(exchange, new RunningQuery(exchange, text, budget, Instant.now()));
    return () -> here.remove(exchange);
  }

  /** Those that are here, the oldest first. */
  public List<RunningQuery> all() {
    return here.values().stream().sorted(Comparator.comparing(RunningQuery::arrived)).toList();
  }

  /** How many are here. */
  public int number() {
    return here.size();
  }

  /** The one with this id. */
  public Optional<RunningQuery> find(String id) {
    return here.values().stream().filter(query -> query.id().equals(id)).findFirst();
  }

  /** Stops all that are here. */
  public void stopAll(Budget.Reason reason) {
    here.values().forEach(query -> query.budget().stop(reason));
  }
}
