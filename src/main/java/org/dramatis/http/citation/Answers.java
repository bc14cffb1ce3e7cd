package org.dramatis.http.citation;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.query.Query;
import org.dramatis.citation.CitedQuery;
import org.dramatis.citation.Comparison;
import org.dramatis.citation.Pin;
import org.dramatis.citation.Result;
import org.dramatis.http.admission.Client;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.answer.BoundedAnswer;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.language.Sparql;
import org.dramatis.query.problem.AnswerTooLargeException;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Outline;
import org.dramatis.store.Snapshot;

/** Computes answers in order to recognize and compare them, within the limits of all queries. */
record Answers(Readers readers, QueryRunner runner) {

  /** The answer to a query that is in its normal form, from a version that is open. */
  Result result(String normal, Snapshot snapshot, Budget budget)
      throws IOException, QueryFailedException {
    Query query = Sparql.parse(normal, runner.endpoints(), budget);
    try {
      return runner.run(
          query,
          snapshot,
          budget,
          (_, answer) ->
              Result.of(
                  BoundedAnswer.of(answer, most(), OptionalLong.empty(), budget).answer(),
                  query.hasOrderBy(),
                  budget));
    } catch (AnswerTooLargeException tooMuch) {
      throw new QueryFailedException(tooMuch.problem(), tooMuch);
    }
  }

  private long most() {
    return readers.limits().rows() == 0 ? Long.MAX_VALUE : readers.limits().rows();
  }

  /** Reads a version as soon as there is a worker for it. */
  <T> T read(
      Client client,
      HttpServletRequest request,
      String text,
      Version version,
      Readers.Reading<T> reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    return readers.read(
        client,
        Lifecycle.of(request.getServletContext()).running(),
        Exchange.of(request),
        Parameters.of(request).seconds("timeout"),
        text,
        version,
        reading);
  }

  /** What is known of the answer from a version, which is computed if nobody has cited it. */
  Pin pin(Client client, CitedQuery query, Version version, HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<Pin> cited = query.pin(version);
    if (cited.isPresent()) {
      return cited.get();
    }
    Result result =
        read(
            client,
            request,
            query.normal(),
            version,
            (snapshot, budget) -> result(query.normal(), snapshot, budget));
    return new Pin(
        version,
        id(version),
        outline().time(version).orElseThrow(),
        Optional.empty(),
        result.hash(),
        result.rows());
  }

  /** Compares the answers from two versions. */
  Comparison compare(
      Client client, CitedQuery query, Version one, Version other, HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    DataVersions versions = readers.versions();
    return read(
        client,
        request,
        query.normal(),
        one,
        (snapshot, budget) -> {
          Result before = result(query.normal(), snapshot, budget);
          if (one.equals(other)) {
            return Comparison.of(before, before, budget);
          }
          try (Snapshot second = versions.open(other, budget)) {
            return Comparison.of(before, result(query.normal(), second, budget), budget);
          }
        });
  }

  /** The identity of a version, which cannot be cited before there is one. */
  Sha256 id(Version version) throws RequestRefusedException {
    return outline()
        .id(version)
        .orElseThrow(() ->
            new RequestRefusedException(
                HttpProblem.notFound("there is no version of the data yet that could be cited")));
  }

  Outline outline() {
    return readers.versions().history().outline();
  }
}
