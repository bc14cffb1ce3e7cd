package org.dramatis.http.published;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.Paging;
import org.dramatis.http.sparql.SparqlRequest;
import org.dramatis.query.answer.RdfVersion;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.FollowedTerms;

/**
 * A published query with values for its parameters, and with what is said about how the answer is
 * sent.
 *
 * @param query which
 * @param parameters all that was sent
 */
public record PublishedRequest(PublishedQuery query, Parameters parameters) {

  /** Which page is wanted. */
  public static final String PAGE = "page";

  /** How many rows a page has. */
  public static final String PAGE_SIZE = "page-size";

  /** How many rows are wanted at most. */
  public static final String MAX_ROWS = "max-rows";

  /** So many rows a page has at most. */
  public static final int LARGEST_PAGE = 100_000;

  private static final long LAST_PAGE = 1_000_000_000;

  /** What is said about the answer; every other name is that of a parameter of the query. */
  private static final Set<String> OPTIONS =
      Set.of(
          "format",
          "timeout",
          Versions.PARAMETER,
          MAX_ROWS,
          PAGE,
          PAGE_SIZE,
          "explain",
          "why",
          "check");

  /** What is put in place of the parameters of the query. */
  Map<Var, Node> terms() throws QueryFailedException, RequestRefusedException {
    return query.terms(values());
  }

  /**
   * The same as a query that is asked at an address.
   *
   * @param path of the query
   * @param followed what is put in place of its parameters in the version that is asked
   */
  SparqlRequest asked(String path, FollowedTerms followed)
      throws QueryFailedException, RequestRefusedException {
    Optional<Paging> paging = paging(path);
    return new SparqlRequest(
        text(followed, paging), List.of(), List.of(), parameters, Optional.of(path), paging);
  }

  private String text(FollowedTerms followed, Optional<Paging> paging)
      throws QueryFailedException, RequestRefusedException {
    boolean unaided = values().isEmpty() && paging.isEmpty() && !followed.differ();
    if (unaided && query.unaided().isPresent()) {
      return query.unaided().get();
    }
    Query filled = query.filled(followed.terms());
    return paging.map(page -> page.of(filled)).orElse(filled).toString();
  }

  /** Forms also send the fields that were left empty. */
  private Map<String, String> values() throws RequestRefusedException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : parameters.values().keySet()) {
      if (!OPTIONS.contains(name)) {
        parameters
            .one(name)
            .filter(value -> !value.isEmpty())
            .ifPresent(value -> values.put(name, value));
      }
    }
    return values;
  }

  private Optional<Paging> paging(String path) throws RequestRefusedException {
    OptionalLong page = parameters.count(PAGE);
    OptionalLong size = parameters.count(PAGE_SIZE);
    if (page.isEmpty() && size.isEmpty() && query.pagination().isEmpty()) {
      return Optional.empty();
    }
    if (!query.query().isSelectType()) {
      throw bad("only rows come in pages, and the answer to this query has none");
    }
    if (page.isEmpty() && size.isEmpty() && parameters.has(MAX_ROWS)) {
      return Optional.empty();
    }
    if (parameters.has(MAX_ROWS)) {
      throw bad("an answer comes in pages, or has a most of rows; leave one of the two out");
    }
    if (size.isEmpty() && query.pagination().isEmpty()) {
      throw bad("this query has no pages of its own; say with 'page-size' how many rows one has");
    }
    long number = page.orElse(1);
    long rows = size.orElseGet(() -> query.pagination().orElseThrow());
    if (number < 1 || number > LAST_PAGE) {
      throw bad("'%d' is no page: they are counted from 1".formatted(number));
    }
    if (rows < 1 || rows > LARGEST_PAGE) {
      throw bad("'%d' is no size of a page: from 1 to %d rows".formatted(rows, LARGEST_PAGE));
    }
    return Optional.of(new Paging(address(path), number, (int) rows));
  }

  private String address(String path) {
    StringJoiner address = new StringJoiner("&", path + "?", "");
    parameters
        .values()
        .forEach((name, values) -> {
          if (!name.equals(PAGE)) {
            values.stream()
                .filter(value -> !isVersionOfData(name, value))
                .forEach(value -> address.add(encode(name) + "=" + encode(value)));
          }
        });
    String base = address.toString();
    return base.endsWith("?") ? base : base + "&";
  }

  private static boolean isVersionOfData(String name, String value) {
    return name.equals(Versions.PARAMETER) && RdfVersion.numbered(value).isEmpty();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static RequestRefusedException bad(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }
}
