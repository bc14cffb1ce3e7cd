package org.dramatis.http.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.jena.graph.Node;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.SearchPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.link.search.NameIndex;
import org.dramatis.link.search.Question;
import org.dramatis.query.problem.QueryFailedException;

/**
 * Finds entities by what they are called: {@code /search?q=…}, and the best of them alone at {@code
 * /search/one?q=…}.
 */
public final class SearchEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/search";

  private static final String ONE = "/one";

  /** Where the best alone is. */
  public static final String ONE_PATH = PATH + ONE;

  private enum Form {
    JSON,
    PAGE
  }

  private static final Negotiation<Form> FORMS =
      new Negotiation<>(
          List.of(
              new Negotiation.Offer<>(Form.JSON, "application/json"),
              new Negotiation.Offer<>(Form.PAGE, PageHeaders.HTML)));

  private final transient Readers readers;
  private final transient NameIndex index;

  /** Answers from an index of what these readers read. */
  public SearchEndpoint(Readers readers, NameIndex index) {
    super("GET", "HEAD");
    this.readers = readers;
    this.index = index;
  }

  @Override
  protected Set<String> parameters(String method) {
    return SearchRequest.PARAMETERS;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (!path.isEmpty() && !path.equals(ONE)) {
      throw new RequestRefusedException(
          HttpProblem.notFound("a search stands at %s or %s".formatted(PATH, ONE_PATH)));
    }
    Parameters parameters = Parameters.of(request);
    Form form = form(parameters, accept(request));
    if (form == Form.PAGE && !parameters.has("q")) {
      sendPage(request, response, SearchPage.empty());
      return;
    }
    Question question = SearchRequest.question(parameters, path.isEmpty() ? Question.MOST : 1);
    SearchAnswer answer = search(question, request, response);
    readers.versions().tell(answer.version(), request, response);
    response.setHeader("Cache-Control", "no-cache");
    Exchange.of(request).rows(answer.rows().size());
    if (path.equals(ONE)) {
      sendOne(answer, question, form, request, response);
    } else {
      sendAll(answer, question, form, request, response);
    }
  }

  private static Form form(Parameters parameters, String accept) throws RequestRefusedException {
    Optional<String> format = parameters.one("format");
    if (format.isEmpty()) {
      return FORMS
          .choose(accept)
          .orElseThrow(() ->
              new RequestRefusedException(
                  HttpProblem.notAcceptable("this answer comes as " + FORMS.list())));
    }
    return switch (format.get()) {
      case "json" -> Form.JSON;
      case "html" -> Form.PAGE;
      default ->
          throw new RequestRefusedException(
              HttpProblem.notAcceptable(
                  "there is no format '%s' for this answer; there are json, html"
                      .formatted(format.get())));
    };
  }

  private SearchAnswer search(
      Question question, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    return new NameReaders(readers, index)
        .read(
            request,
            response,
            PATH + " " + question.text(),
            (snapshot, names, _) ->
                SearchAnswer.of(snapshot, names.find(question), question.language()));
  }

  private static void sendAll(
      SearchAnswer answer,
      Question question,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<String> next = answer.cursor().map(cursor -> address(question, cursor));
    next.ifPresent(address -> response.addHeader("Link", "<%s>; rel=\"next\"".formatted(address)));
    switch (form) {
      case JSON -> send(request, response, "application/json", answer.json(next));
      case PAGE -> sendPage(request, response, answer.page(question, next));
    }
  }

  private static void sendOne(
      SearchAnswer answer,
      Question question,
      Form form,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, RequestRefusedException {
    if (answer.rows().isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.notFound("nothing is called like '%s'".formatted(question.text())));
    }
    switch (form) {
      case JSON ->
          send(request, response, "application/json", SearchAnswer.json(answer.rows().getFirst()));
      case PAGE -> sendPage(request, response, answer.page(question, Optional.empty()));
    }
  }

  private static String address(Question question, String cursor) {
    StringJoiner address = new StringJoiner("&", PATH + "?", "");
    Map<String, Optional<String>> parameters = new LinkedHashMap<>();
    parameters.put("q", Optional.of(question.text()));
    parameters.put("type", question.types().stream().findFirst().map(Node::getURI));
    parameters.put("lang", question.language());
    parameters.put("limit", Optional.of(Integer.toString(question.limit())));
    parameters.put("cursor", Optional.of(cursor));
    parameters.forEach((name, value) ->
        value.ifPresent(
            text -> address.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))));
    return address.toString();
  }
}
