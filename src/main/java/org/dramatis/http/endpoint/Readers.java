package org.dramatis.http.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.dramatis.http.admission.Client;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.budget.Memory;
import org.dramatis.query.problem.BudgetSpentException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.settings.Settings;
import org.dramatis.store.Snapshot;

/**
 * What the endpoints that read the data have in common.
 *
 * @param askers who asks
 * @param versions what there is to read
 * @param workers where the work is done
 * @param limits how much a request may use and be sent
 * @param memory what all requests may keep together
 */
public record Readers(
    Askers askers, DataVersions versions, Workers workers, Settings.Limits limits, Memory memory) {

  /** Who asks; one who asks too much is refused. */
  public Client admit(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    Client client = askers.who(request, response);
    workers.admit(client);
    return client;
  }

  /** What a request may use, in the time that the client gives it if that is less. */
  public Budget budget(Optional<Duration> timeout) {
    return Budget.of(Parameters.lower(timeout, limits.time()), limits.memory(), memory);
  }

  /**
   * Something that is made from a version of the data within a budget.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Makes it. */
    T from(Snapshot snapshot, Budget budget)
        throws IOException, QueryFailedException, RequestRefusedException;
  }

  /**
   * Something that is made within a budget.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Making<T> {
    /** Makes it. */
    T within(Budget budget) throws IOException, QueryFailedException, RequestRefusedException;
  }

  /**
   * Makes something when there is a worker for it. It is to be seen from the beginning, and can be
   * stopped.
   *
   * @param running where it is to be seen
   * @param text what is shown of it there
   */
  public <T> T make(
      Client client,
      RunningQueries running,
      Exchange exchange,
      Optional<Duration> timeout,
      String text,
      Making<T> making)
      throws IOException, QueryFailedException, RequestRefusedException {
    try (Budget budget = budget(timeout);
        RunningQuery query = running.arrive(exchange, text, budget)) {
      return workers.run(
          client,
          budget,
          () -> {
            query.begins();
            return making.within(budget);
          });
    } catch (BudgetSpentException spent) {
      throw spent.asFailure();
    }
  }

  /**
   * Reads a version when there is a worker for it. It is to be seen from the beginning, and can be
   * stopped.
   *
   * @param running where it is to be seen
   * @param timeout the time that the client gives it
   * @param text what is shown of it there
   */
  public <T> T read(
      Client client,
      RunningQueries running,
      Exchange exchange,
      Optional<Duration> timeout,
      String text,
      Version version,
      Reading<T> reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    return make(
        client,
        running,
        exchange,
        timeout,
        text,
        budget -> {
          try (Snapshot snapshot = versions.open(version, budget)) {
            return reading.from(snapshot, budget);
          }
        });
  }
}
