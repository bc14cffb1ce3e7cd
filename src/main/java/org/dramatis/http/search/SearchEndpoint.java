package org.dramatis.http.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.PageHeaders;
import org.dramatis.http.page.SearchPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.link.search.NameIndex;
import org.dramatis.link.search.Question;
import org.dramatis.link.search.Search;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Snapshot;

/**
 * Finds entities by what they are called: {@code /search?q=…}, and the best of them alone at {@code
 * /search/one?q=…}.
 */
public final class SearchEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/search";

  private static final String ONE = "/one";
  private static final Duration AGAIN = Duration.ofSeconds(2);

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
          HttpProblem.notFound("a search stands at %s or %s".formatted(PATH, PATH + ONE)));
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
    Client client = readers.admit(request, response);
    Version newest = readers.versions().history().store().version();
    return readers.read(
        client,
        Lifecycle.of(getServletContext()).running(),
        Exchange.of(request),
        Optional.empty(),
        PATH + " " + question.text(),
        newest,
        (snapshot, budget) -> {
          await(newest, budget);
          Search.Found found = new Search(index).find(question).orElseThrow(SearchEndpoint::notYet);
          if (found.version().equals(snapshot.version())) {
            return SearchAnswer.of(snapshot, found, question.language());
          }
          try (Snapshot later = readers.versions().open(found.version(), budget)) {
            return SearchAnswer.of(later, found, question.language());
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
    parameters.put("type", question.type().map(type -> type.getURI()));
    parameters.put("lang", question.language());
    parameters.put("limit", Optional.of(Integer.toString(question.limit())));
    parameters.put("cursor", Optional.of(cursor));
    parameters.forEach((name, value) ->
        value.ifPresent(
            text -> address.add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))));
    return address.toString();
  }
}
