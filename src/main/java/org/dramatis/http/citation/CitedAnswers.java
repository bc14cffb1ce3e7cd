package org.dramatis.http.citation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Comparison;
import org.dramatis.citation.Pin;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.CitedAnswerPage;
import org.dramatis.http.page.CitedQueryPage;
import org.dramatis.http.page.ComparisonPage;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.SparqlRequest;
import org.dramatis.model.Version;
import org.dramatis.model.VersionName;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.problem.QueryFailedException;

/** What was cited: what is known of it, its answer, how it is referred to, and comparisons. */
record CitedAnswers(Citing citing, Answers answers) {

  /** The parameter that names the version to compare with. */
  static final String WITH = "with";

  void answer(CitedPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    CitedQuery query =
        citing
            .citations()
            .find(path.hash())
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notFound("no query with this hash was cited here")
                        .hinting("cite it: post it to " + CitationEndpoint.PATH)));
    Client client = citing.readers().admit(request, response);
    Exchange.of(request).query(query.normal());
    if (path.version().isEmpty()) {
      answerNewest(client, query, path, request, response);
      return;
    }
    Version version = version(path.version().get());
    checkIdentity(query, version);
    if (!path.version().get().equals(version.toString())) {
      redirect(path.with(version.toString()), request, response);
      return;
    }
    versions().tell(version, request, response);
    response.setHeader("Cache-Control", "no-cache");
    if (path.compares()) {
      compare(client, query, version, request, response);
      return;
    }
    Wish wish = Wish.of(request, path, query.kind());
    if (wish instanceof Wish.Answer(Optional<AnswerFormat> format)) {
      send(client, query, Optional.of(version), path, format, request, response);
    } else {
      describe(query, answers.pin(client, query, version, request), wish, request, response);
    }
  }

  private void answerNewest(
      Client client,
      CitedQuery query,
      CitedPath path,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Wish wish = Wish.of(request, path, query.kind());
    if (path.compares() || wish instanceof Wish.Referred) {
      throw new RequestRefusedException(
          HttpProblem.notFound("only the answer from a version is compared and referred to")
              .hinting("name the version, such as " + query.path(query.pins().lastKey())));
    }
    if (wish instanceof Wish.Answer(Optional<AnswerFormat> format)) {
      send(client, query, Optional.empty(), path, format, request, response);
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    CitationDocument document = document(query, request);
    switch (wish) {
      case Wish.Page _ ->
          Endpoint.sendPage(
              request,
              response,
              new CitedQueryPage(query, title(query), versions().history().store().version()));
      case Wish.Rdf(AnswerFormat format) ->
          Endpoint.send(request, response, format.mediaType(), document.rdf(format));
      case Wish.Json _, Wish.Referred _, Wish.Answer _ ->
          Endpoint.send(request, response, Wish.JSON, document.json());
    }
  }

  /** Tells what is known of an answer, and nothing of what it says. */
  void describe(
      CitedQuery query,
      Pin pin,
      Wish wish,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException {
    CitationDocument document = document(query, request);
    switch (wish) {
      case Wish.Page _ ->
          Endpoint.sendPage(
              request, response, new CitedAnswerPage(query, pin, document.reference(pin)));
      case Wish.Rdf(AnswerFormat format) ->
          Endpoint.send(request, response, format.mediaType(), document.rdf(pin, format));
      case Wish.Referred(var style) ->
          Endpoint.send(request, response, style.mediaType(), document.reference(pin).in(style));
      case Wish.Json _, Wish.Answer _ ->
          Endpoint.send(request, response, Wish.JSON, document.json(pin));
    }
  }

  private CitationDocument document(CitedQuery query, HttpServletRequest request) {
    StringBuffer url = request.getRequestURL();
    String host = url.substring(0, url.length() - request.getRequestURI().length());
    return new CitationDocument(query, title(query), host);
  }

  private Optional<String> title(CitedQuery query) {
    return query
        .published()
        .flatMap(path ->
            citing.catalogue().get().queries().stream()
                .filter(published -> published.path().equals(path))
                .map(PublishedQuery::title)
                .findFirst());
  }

  /** Answers the query as if it were asked at the address of all queries. */
  private void send(
      Client client,
      CitedQuery query,
      Optional<Version> version,
      CitedPath path,
      Optional<AnswerFormat> format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Map<String, List<String>> values = new LinkedHashMap<>(Parameters.of(request).values());
    values.keySet().removeAll(List.of("default-graph-uri", "named-graph-uri"));
    version.ifPresent(pinned -> add(values, Versions.PARAMETER, pinned.toString()));
    path.extension().ifPresent(end -> add(values, "format", end));
    format.ifPresent(wanted -> add(values, "format", wanted.key()));
    SparqlRequest asked =
        new SparqlRequest(
            query.normal(),
            List.of(),
            List.of(),
            new Parameters(values),
            Optional.of(version.map(query::path).orElseGet(query::path)),
            Optional.empty());
    citing.answering().answer(client, asked, request, response);
  }

  private static void add(Map<String, List<String>> values, String name, String value) {
    List<String> all = new ArrayList<>(values.getOrDefault(name, List.of()));
    all.add(value);
    values.put(name, all);
  }

  private void compare(
      Client client,
      CitedQuery query,
      Version version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<String> with = Parameters.of(request).one(WITH).filter(name -> !name.isEmpty());
    Version other = with.isPresent() ? version(with.get()) : versions().history().store().version();
    Comparison comparison = answers.compare(client, query, version, other, request);
    switch (Wish.described(request, List.of())) {
      case Wish.Page _ ->
          Endpoint.sendPage(
              request,
              response,
              new ComparisonPage(query, title(query), version, other, comparison));
      case Wish.Json _, Wish.Rdf _, Wish.Referred _, Wish.Answer _ ->
          Endpoint.send(
              request,
              response,
              Wish.JSON,
              ComparisonDocument.json(query, version, other, comparison));
    }
  }

  private Version version(String name) throws RequestRefusedException {
    VersionName parsed =
        VersionName.parse(name)
            .orElseThrow(() ->
                new RequestRefusedException(
                    HttpProblem.notFound("no version of the data is called '%s'".formatted(name))
                        .hinting(
                            "a version is a number, such as 7, its identity, sha256:…, or a release")));
    return versions().find(parsed);
  }

  /** A number means the version that was cited, and not one that has its number in another log. */
  private void checkIdentity(CitedQuery query, Version version) throws RequestRefusedException {
    Optional<Pin> pin = query.pin(version);
    if (pin.isPresent() && !answers.id(version).equals(pin.get().id())) {
      throw new RequestRefusedException(
          HttpProblem.of(
                  ProblemType.GONE,
                  "version %s that was cited is not here any more: it was %s"
                      .formatted(version, pin.get().id()))
              .hinting("the data has been replaced by another history of it"));
    }
  }

  private DataVersions versions() {
    return citing.readers().versions();
  }

  private static void redirect(
      String address, HttpServletRequest request, HttpServletResponse response) {
    String query = Optional.ofNullable(request.getQueryString()).map(text -> "?" + text).orElse("");
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Location", address + query);
  }
}
