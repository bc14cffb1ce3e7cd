package org.dramatis.http.citation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.dramatis.citation.Citations;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.NormalQuery;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Result;
import org.dramatis.http.access.Access;
import org.dramatis.http.access.Scope;
import org.dramatis.http.admission.Client;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.sparql.SparqlRequest;
import org.dramatis.ingest.Outcome;
import org.dramatis.model.Version;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.catalogue.PublishedQuery;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.warning.FollowedTerms;
import org.dramatis.store.Snapshot;

/** Takes a query, with values for its parameters, and cites its answer. */
record NewCitation(Citing citing, Answers answers) {

  /** Names a published query instead of a text. */
  static final String PUBLISHED = "published";

  /** Stands before the name of a parameter of the query. */
  static final String VALUE = "$";

  private static final String ANYBODY = "reader";

  /** Refuses whoever may not cite here. */
  void admit(HttpServletRequest request, HttpServletResponse response)
      throws RequestRefusedException {
    switch (citing.who()) {
      case EVERYBODY -> {}
      case NOBODY -> throw refused("no queries are cited here");
      case TOKENS -> {
        Optional<Access> access = citing.readers().askers().access();
        if (access.isEmpty()) {
          throw refused("only holders of tokens cite here, and there are no tokens");
        }
        access.get().require(Scope.READ, request, response);
      }
    }
  }

  private static RequestRefusedException refused(String detail) {
    return new RequestRefusedException(HttpProblem.of(ProblemType.FORBIDDEN, detail));
  }

  /** The request as it is sent: with a text, or with the name of a published query. */
  SparqlRequest read(HttpServletRequest request) throws IOException, RequestRefusedException {
    return SparqlRequest.read(
        request,
        parameters ->
            parameters.has(PUBLISHED) && !parameters.has("query")
                ? ""
                : parameters.required("query"));
  }

  private sealed interface Outlook {
    record Known(CitedQuery query, Pin pin) implements Outlook {}

    record New(NormalQuery normal, Result result) implements Outlook {}
  }

  /** Cites what a request asks for. */
  Citations.Cited cite(Client client, SparqlRequest asked, HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<String> name = asked.parameters().one(PUBLISHED);
    if (name.isPresent() && !asked.text().isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.badRequest("a query is there, and so is the name of a published one")
              .hinting("send one of the two"));
    }
    Optional<PublishedQuery> published =
        name.isPresent()
            ? Optional.of(citing.catalogue().get().find(name.get()))
            : citing.catalogue().get().asking(asked.text());
    String text =
        name.isPresent() ? published.map(PublishedQuery::text).orElseThrow() : asked.text();
    NormalQuery.requireShort(text);
    Version version =
        citing.readers().versions().choose(Versions.of(asked.parameters()), request).version();
    var id = answers.id(version);
    Exchange.of(request).query(text);
    Outlook outlook =
        answers.read(
            client,
            request,
            text,
            version,
            (snapshot, budget) -> look(client, asked, text, published, name, snapshot, budget));
    return switch (outlook) {
      case Outlook.Known(CitedQuery query, Pin pin) -> new Citations.Cited(query, pin, false);
      case Outlook.New(NormalQuery normal, Result result) ->
          citing
              .citations()
              .cite(
                  new Citations.Candidate(
                      normal, text, published.map(PublishedQuery::path), ANYBODY),
                  version,
                  id,
                  answers.outline().time(version).orElseThrow(),
                  result)
              .orElseThrow(NewCitation::full);
    };
  }

  private Outlook look(
      Client client,
      SparqlRequest asked,
      String text,
      Optional<PublishedQuery> published,
      Optional<String> name,
      Snapshot snapshot,
      Budget budget)
      throws IOException, QueryFailedException, RequestRefusedException {
    NormalQuery normal =
        NormalQuery.of(query(asked, text, published, name, snapshot, budget), budget);
    Optional<CitedQuery> known = citing.citations().find(normal.hash());
    Optional<Pin> pin = known.flatMap(query -> query.pin(snapshot.version()));
    if (pin.isPresent()) {
      return new Outlook.Known(known.get(), pin.get());
    }
    if (known.isEmpty() && citing.citations().isFull()) {
      throw full();
    }
    citing.ration().take(client);
    return new Outlook.New(normal, answers.result(normal.text(), snapshot, budget));
  }

  private static RequestRefusedException full() {
    return new RequestRefusedException(
        HttpProblem.of(
                ProblemType.STORAGE_FULL,
                "as many queries have been cited as are kept here; this one was not")
            .hinting("/sparql answers it; queries that were cited before can still be"));
  }

  /** The query, just read, with values and graphs in place. */
  private Query query(
      SparqlRequest asked,
      String text,
      Optional<PublishedQuery> published,
      Optional<String> name,
      Snapshot snapshot,
      Budget budget)
      throws QueryFailedException, RequestRefusedException {
    Map<String, String> values = values(asked.parameters());
    Query query;
    if (name.isPresent()) {
      PublishedQuery named = published.orElseThrow();
      // As its own address answers it, for what has taken the place of what was merged.
      FollowedTerms followed = FollowedTerms.of(named.terms(values), snapshot.dataset());
      query = written(named.filled(followed.terms()), budget);
    } else {
      query = Sparql.parse(text, citing.runner().endpoints(), budget);
      if (!values.isEmpty()) {
        query = written(plain(text).with(values), budget);
      }
    }
    Sparql.choose(query, asked.defaultGraphs(), asked.namedGraphs());
    return query;
  }

  /** A query in which values were put shares parts with the one without. */
  private Query written(Query filled, Budget budget) throws QueryFailedException {
    return Sparql.parse(filled.toString(), citing.runner().endpoints(), budget);
  }

  private static PublishedQuery plain(String text) throws QueryFailedException {
    return switch (Catalogue.read("the query", text)) {
      case Outcome.Ok<PublishedQuery>(PublishedQuery read) -> read;
      case Outcome.Refused<PublishedQuery> refused ->
          throw new QueryFailedException(
              new QueryProblem.Unworkable(refused.problems().getFirst().message()));
    };
  }

  private static Map<String, String> values(Parameters parameters) throws RequestRefusedException {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : parameters.values().keySet()) {
      if (name.startsWith(VALUE)) {
        values.put(name.substring(VALUE.length()), parameters.one(name).orElseThrow());
      }
    }
    return values;
  }
}
