package org.dramatis.http.sparql;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * How a query is to be answered, apart from the query.
 *
 * @param format the short name of a format, which goes before what the client accepts
 * @param timeout how long the query may take at most
 * @param versions the versions of the data and of RDF that are wanted
 * @param maxRows the rows that the client wants at most; more are cut off, and that is told
 */
public record SparqlOptions(
    Optional<String> format, Optional<Duration> timeout, Versions versions, OptionalLong maxRows) {

  /** All that may be said at the address of queries. */
  public static final Set<String> PARAMETERS =
      Set.of(
          "query",
          "update",
          "default-graph-uri",
          "named-graph-uri",
          "format",
          "timeout",
          Versions.PARAMETER,
          "max-rows",
          "explain",
          "why",
          "check");

  public static SparqlOptions of(Parameters parameters) throws RequestRefusedException {
    return new SparqlOptions(
        parameters.one("format"),
        parameters.seconds("timeout"),
        Versions.of(parameters),
        limit(parameters.count("max-rows")));
  }

  /** The same for one page of the rows. */
  SparqlOptions of(Optional<Paging> paging) {
    return paging
        .map(page -> new SparqlOptions(format, timeout, versions, OptionalLong.of(page.size())))
        .orElse(this);
  }

  /** Zero is no limit, as in the settings. */
  private static OptionalLong limit(OptionalLong given) {
    return given.orElse(0) == 0 ? OptionalLong.empty() : given;
  }
}
