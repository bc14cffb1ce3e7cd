package org.dramatis.http.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.link.identifier.Lookup;
import org.dramatis.link.identifier.Schemes;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.engine.BoundedDataset;
import org.dramatis.query.problem.QueryFailedException;

/** Looks up identifiers in the version that a request asks for. */
final class Lookups {

  private record Known(Version version, Schemes schemes) {}

  private final Readers readers;
  private volatile Optional<Known> last = Optional.empty();

  Lookups(Readers readers) {
    this.readers = readers;
  }

  /**
   * Something that is made of a lookup.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  interface Making<T> {
    /** Makes it. */
    T from(Lookup lookup, Budget budget) throws QueryFailedException, RequestRefusedException;
  }

  Readers readers() {
    return readers;
  }

  /** Looks up within the limits of a query. */
  <T> T read(
      AskedVersion version,
      HttpServletRequest request,
      HttpServletResponse response,
      Making<T> making)
      throws IOException, QueryFailedException, RequestRefusedException {
    Client client = readers.admit(request, response);
    return readers.read(
        client,
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Parameters.of(request).seconds("timeout"),
        request.getMethod() + " " + request.getRequestURI(),
        version.version(),
        (snapshot, budget) -> {
          BoundedDataset dataset = new BoundedDataset(snapshot.dataset(), budget);
          return making.from(new Lookup(dataset, schemes(dataset, version.version())), budget);
        });
  }

  /** They are the same in most versions, but nothing says so; those asked for last are kept. */
  private Schemes schemes(BoundedDataset dataset, Version version) {
    Optional<Known> known = last.filter(each -> each.version().equals(version));
    if (known.isPresent()) {
      return known.get().schemes();
    }
    Schemes schemes = Schemes.of(dataset.getDefaultGraph());
    last = Optional.of(new Known(version, schemes));
    return schemes;
  }
}
