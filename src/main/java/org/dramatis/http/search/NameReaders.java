package org.dramatis.http.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.link.search.NameIndex;
import org.dramatis.link.search.OpenNames;
import org.dramatis.link.search.Search;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/**
 * What the endpoints that find things by name have in common: names and data are of one version,
 * the newest.
 */
public record NameReaders(Readers readers, NameIndex index) {

  private static final Duration AGAIN = Duration.ofSeconds(2);

  /**
   * Something that is made from the names and the data of a version within a budget.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Reading<T> {
    /** Makes it. */
    T from(Snapshot snapshot, OpenNames names, Budget budget)
        throws IOException, QueryFailedException, RequestRefusedException;
  }

  /**
   * Admits a client and reads for it when there is a worker.
   *
   * @param text what is shown of it among the requests that run
   */
  public <T> T read(
      HttpServletRequest request, HttpServletResponse response, String text, Reading<T> reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    Version newest = readers.versions().history().store().version();
    return readers.read(
        client,
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Optional.empty(),
        text,
        newest,
        (snapshot, budget) -> {
          await(newest, budget);
          try (OpenNames names = new Search(index).open().orElseThrow(NameReaders::notYet)) {
            if (names.version().equals(snapshot.version())) {
              return reading.from(snapshot, names, budget);
            }
            try (Snapshot later = readers.versions().open(names.version(), budget)) {
              return reading.from(later, names, budget);
            }
          }
        });
  }

  /** What has just been written is found; to read many names anew takes longer than a request. */
  private void await(Version newest, Budget budget) throws IOException, RequestRefusedException {
    if (index.reaches(newest)) {
      return;
    }
    try {
      index
          .follow()
          .get(Math.min(budget.left().toMillis(), AGAIN.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stillBusy) {
      throw notYet();
    } catch (ExecutionException failed) {
      throw new IOException("the index of names cannot be brought up to date", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      budget.check();
    }
  }

  private static RequestRefusedException notYet() {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.OVERLOADED, "the names are being read, and not all are there")
            .retryAfter(AGAIN));
  }
}
