package org.dramatis.http.citation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dramatis.citation.Citations;
import org.dramatis.http.admission.ByteBound;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.page.CitePage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.SparqlOptions;
import org.dramatis.http.sparql.SparqlRequest;
import org.dramatis.query.problem.QueryFailedException;

/** Cited queries: a query is posted here, and has an address of its own from then on. */
public final class CitationEndpoint extends Endpoint {

  /** Where it is. */
  public static final String PATH = "/q";

  @Serial private static final long serialVersionUID = 1L;

  private static final Set<String> READING = reading();

  private final transient Citing citing;
  private final transient NewCitation citation;
  private final transient CitedAnswers answers;

  public CitationEndpoint(Citing citing) {
    super("GET", "HEAD", "POST");
    this.citing = citing;
    Answers computed = new Answers(citing.readers(), citing.runner());
    this.citation = new NewCitation(citing, computed);
    this.answers = new CitedAnswers(citing, computed);
  }

  private static Set<String> reading() {
    Set<String> known = new HashSet<>(SparqlOptions.PARAMETERS);
    known.removeAll(Set.of("query", "update", "default-graph-uri", "named-graph-uri"));
    known.addAll(Set.of(Wish.ABOUT, Wish.CITE, CitedAnswers.WITH));
    return Set.copyOf(known);
  }

  /** What is cited is asked by anybody; nobody's rights are used for it. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(SparqlRequest.BODIES);
  }

  /** Values of a query's parameters have the names that the query gives them. */
  @Override
  protected Set<String> parameters(String method, Parameters given) {
    if (!method.equals("POST")) {
      return READING;
    }
    Set<String> known =
        new HashSet<>(
            Set.of(
                "query",
                NewCitation.PUBLISHED,
                "default-graph-uri",
                "named-graph-uri",
                "timeout",
                "version",
                Wish.ABOUT));
    given.values().keySet().stream()
        .filter(name -> name.startsWith(NewCitation.VALUE))
        .forEach(known::add);
    return known;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    boolean posts = request.getMethod().equals("POST");
    if (!path.equals("/")) {
      if (posts) {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        throw new RequestRefusedException(
            HttpProblem.methodNotAllowed("POST", "GET, HEAD, OPTIONS")
                .hinting("queries are cited at " + PATH));
      }
      answers.answer(CitedPath.of(path), request, response);
    } else if (posts) {
      cite(request, response);
    } else {
      begin(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    response.setHeader("Cache-Control", "no-cache");
    int queries = citing.citations().size();
    if (Wish.described(request, List.of()) instanceof Wish.Json) {
      send(request, response, Wish.JSON, "{ \"queries\": %d }%n".formatted(queries));
    } else {
      sendPage(request, response, new CitePage(queries));
    }
  }

  private void cite(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    citation.admit(request, response);
    Client client = citing.readers().admit(request, response);
    Citations.Cited cited;
    try (ByteBound.Hold _ = citing.answering().roomFor(request)) {
      SparqlRequest asked = citation.read(request);
      warn(asked.parameters(), request, response);
      cited = citation.cite(client, asked, request);
    }
    String pinned = cited.query().path(cited.pin().version());
    Wish wish = Wish.described(request, Wish.DESCRIPTIONS);
    response.setHeader("Cache-Control", "no-store");
    if (wish instanceof Wish.Page) {
      // What a browser shows then has the address that is to be copied.
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", pinned);
      return;
    }
    response.setStatus(cited.isNew() ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
    response.setHeader("Location", cited.query().path());
    response.setHeader("Content-Location", pinned);
    answers.describe(cited.query(), cited.pin(), wish, request, response);
  }
}
