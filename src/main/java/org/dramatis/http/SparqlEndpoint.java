package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.dramatis.http.admission.Client;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.page.ResultPage;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.model.Version;
import org.dramatis.query.Answer;
import org.dramatis.query.AnswerFormat;
import org.dramatis.query.AnswerWriter;
import org.dramatis.query.Budget;
import org.dramatis.query.Catalogue;
import org.dramatis.query.QueryFailedException;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.Sparql;

/** SPARQL queries by the SPARQL protocol: GET, POST of a form, POST of the query itself. */
final class SparqlEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Answers up to this size are complete before their first byte is sent. */
  private static final int HELD_BACK = 4 * 1024 * 1024;

  private final transient QueryRunner runner;
  private final transient Workers workers;
  private final Duration timeLimit;
  private final transient Supplier<Catalogue> catalogue;

  SparqlEndpoint(
      QueryRunner runner, Workers workers, Duration timeLimit, Supplier<Catalogue> catalogue) {
    super("GET", "HEAD", "POST");
    this.runner = runner;
    this.workers = workers;
    this.timeLimit = timeLimit;
    this.catalogue = catalogue;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    SparqlRequest asked = SparqlRequest.read(request);
    Exchange.of(request).query(asked.text());
    Budget budget = Budget.of(timeLimit, QueryRunner.USUAL_MEMORY);
    Exchange exchange = Exchange.of(request);
    RunningQueries running = Lifecycle.of(getServletContext()).running();
    try (RunningQueries.Stay _ = running.begin(exchange, asked.text(), budget)) {
      Version answered =
          workers.run(Client.of(request), budget, () -> compute(asked, budget, request, response));
      exchange.version(answered);
    }
  }

  private Version compute(
      SparqlRequest asked, Budget budget, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Query query = Sparql.parse(asked.text());
    Sparql.choose(query, asked.defaultGraphs(), asked.namedGraphs());
    AnswerForm form =
        AnswerForm.choose(
            kind(query), Optional.ofNullable(request.getParameter("format")), accept(request));
    return runner.run(
        query,
        budget,
        (version, answer) -> {
          send(version, answer, form, asked, response);
          return version;
        });
  }

  private static AnswerFormat.Kind kind(Query query) {
    return query.isSelectType() || query.isAskType()
        ? AnswerFormat.Kind.ROWS
        : AnswerFormat.Kind.GRAPH;
  }

  private void send(
      Version version,
      Answer answer,
      AnswerForm form,
      SparqlRequest asked,
      HttpServletResponse response)
      throws IOException, QueryFailedException {
    response.setHeader("Dramatis-Version", version.toString());
    response.setHeader("Cache-Control", "no-cache");
    SpooledBody body = new SpooledBody(response, HELD_BACK);
    switch (form) {
      case AnswerForm.Page() -> {
        setPageHeaders(response);
        ResultPage.Question question =
            new ResultPage.Question(
                asked.text(), catalogue.get().asking(asked.text()), asked::address);
        ResultPage.write(answer, question, body);
      }
      case AnswerForm.Data data -> {
        response.setContentType(data.contentType());
        AnswerWriter.write(answer, data.format(), body);
      }
    }
    body.complete();
  }
}
