package org.dramatis.http.running;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.StopReason;

/** All queries and updates that are here: waiting, being computed or being sent. */
public final class RunningQueries {

  private final Set<RunningQuery> here = ConcurrentHashMap.newKeySet();

  /** Notes a query; it is here until it is closed. */
  public RunningQuery arrive(Exchange exchange, String text, Budget budget) {
    RunningQuery query = new RunningQuery(this, exchange, text, budget);
    here.add(query);
    return query;
  }

  void remove(RunningQuery query) {
    here.remove(query);
  }

  /** Those that are here, the oldest first. */
  public List<RunningQuery> all() {
    return here.stream().sorted(Comparator.comparing(RunningQuery::arrived)).toList();
  }

  /** The one with this id. */
  public Optional<RunningQuery> find(String id) {
    return here.stream().filter(query -> query.id().equals(id)).findFirst();
  }

  /** Stops all that are here. */
  public void stopAll(StopReason reason) {
    here.forEach(query -> query.budget().stop(reason));
  }
}
