package org.dramatis.http.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Catching;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
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
          try (OpenNames names = new Search(index).open().orElseThrow(Catching::notYet)) {
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
      Catching.await(index.follow(), budget.left());
    } catch (ExecutionException failed) {
      throw new IOException("the index of names cannot be brought up to date", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      budget.check();
    }
  }
}
