package org.dramatis.http.published;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dramatis.http.admission.Client;
import org.dramatis.http.description.ApiDescription;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Problems;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.QueriesPage;
import org.dramatis.http.page.QueryPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.QueryAnswering;
import org.dramatis.model.Version;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.FollowedTerms;
import org.dramatis.query.warning.Warning;

/**
 * The published queries: the list of them at {@code /queries}, and each at its topic and name,
 * where it is answered with values for its parameters. A browser that gives none is shown the query
 * and a form.
 */
public final class PublishedEndpoint extends Endpoint {

  /** Where they are. */
  public static final String PATH = "/queries";

  @Serial private static final long serialVersionUID = 1L;

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LONGEST_FORM = 256 * 1024;

  private final transient Supplier<Catalogue> catalogue;
  private final transient Readers readers;
  private final transient QueryAnswering answering;
  private final transient OfferedValues offered;
  private final boolean cites;

  /**
   * Shows and answers queries.
   *
   * @param offered values for their parameters
   * @param cites whether they can be cited from their pages
   */
  public PublishedEndpoint(
      Supplier<Catalogue> catalogue,
      Readers readers,
      QueryAnswering answering,
      OfferedValues offered,
      boolean cites) {
    super("GET", "HEAD", "POST");
    this.catalogue = catalogue;
    this.readers = readers;
    this.answering = answering;
    this.offered = offered;
    this.cites = cites;
  }

  /** Queries change nothing, whatever their method. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(FORM);
  }

  /** A name that is neither an option nor a parameter of the query is refused, not passed over. */
  @Override
  protected Set<String> parameters(String method, Parameters given) {
    return given.values().keySet();
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    if (path.isEmpty()) {
      list(request, response);
      return;
    }
    PublishedPath asked = PublishedPath.of(path);
    PublishedQuery query = catalogue.get().find(asked.name());
    if (!query.path().equals(asked.name())) {
      throw new RequestRefusedException(
          HttpProblem.notFound("the query stands at %s/%s".formatted(PATH, query.path())));
    }
    checkMethod(query, request, response);
    if (asked.format().isEmpty() && asksNothing(request)) {
      sendPage(request, response, new QueryPage(query, offered.of(query), cites));
      return;
    }
    Client client = readers.admit(request, response);
    Parameters parameters = parameters(request, asked.format());
    PublishedRequest published = new PublishedRequest(query, parameters);
    Version version = readers.versions().choose(Versions.of(parameters), request).version();
    FollowedTerms followed = new Following(readers).of(published.terms(), version, client, request);
    if (followed.differ()) {
      Exchange.of(request).warnings(followed.warnings());
      response.setHeader(Warning.HEADER, Warning.header(followed.warnings()));
    }
    answering.answer(
        client, published.asked(PATH + "/" + query.path(), followed), request, response);
  }

  private static void checkMethod(
      PublishedQuery query, HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    String method = request.getMethod();
    List<String> methods = query.methods();
    // The page of a query, unlike its answer, is there whatever its method is.
    boolean allowed =
        methods.contains(method)
            || (method.equals("HEAD") && methods.contains("GET"))
            || (!method.equals("POST") && asksNothing(request));
    if (!allowed) {
      String names = String.join(", ", methods);
      response.setHeader("Allow", names);
      throw new RequestRefusedException(HttpProblem.methodNotAllowed(method, names));
    }
  }

  private static boolean asksNothing(HttpServletRequest request) throws RequestRefusedException {
    return !request.getMethod().equals("POST")
        && Parameters.of(request).values().isEmpty()
        && Problems.inHtml(accept(request));
  }

  private static Parameters parameters(HttpServletRequest request, Optional<String> format)
      throws IOException, RequestRefusedException {
    Parameters sent =
        request.getMethod().equals("POST")
            ? Parameters.of(request, form(request))
            : Parameters.of(request);
    if (format.isEmpty()) {
      return sent;
    }
    if (sent.has("format")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("the format is there twice, in the path and as a parameter"));
    }
    Map<String, List<String>> all = new LinkedHashMap<>(sent.values());
    all.put("format", List.of(format.get()));
    return new Parameters(all);
  }

  private static String form(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    String type = Optional.ofNullable(request.getContentType()).orElse("").split(";", 2)[0].strip();
    if (!type.equalsIgnoreCase(FORM) && !type.isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType(
              "'%s' is not read; send the values as a form, %s".formatted(type, FORM)));
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST_FORM + 1);
    if (body.length > LONGEST_FORM) {
      throw new RequestRefusedException(HttpProblem.tooLarge("the form is longer than 256 kB"));
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private void list(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    response.setHeader("Cache-Control", "no-cache");
    response.addHeader("Link", ApiDescription.LINK);
    if (request.getMethod().equals("POST")) {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      throw new RequestRefusedException(HttpProblem.methodNotAllowed("POST", "GET, HEAD, OPTIONS"));
    }
    if (Problems.inHtml(accept(request))) {
      sendPage(request, response, QueriesPage.of(catalogue.get()));
    } else {
      send(request, response, "application/json", QueriesList.json(catalogue.get(), offered));
    }
  }
}
