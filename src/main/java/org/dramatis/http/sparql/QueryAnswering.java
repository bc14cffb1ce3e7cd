package org.dramatis.http.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dramatis.http.admission.ByteBound;
import org.dramatis.http.admission.Client;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.http.admission.Workers;
import org.dramatis.http.answer.AnswerCache;
import org.dramatis.http.answer.AnswerKey;
import org.dramatis.http.answer.AnswersOnTheirWay;
import org.dramatis.http.answer.Computations;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.description.Description;
import org.dramatis.http.endpoint.AnswerForm;
import org.dramatis.http.endpoint.AskedVersion;
import org.dramatis.http.endpoint.DataVersions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.model.Version;
import org.dramatis.query.ParsedQueries;
import org.dramatis.query.ParsedQuery;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.warning.QueryWarnings;
import org.dramatis.query.warning.Warning;
import org.dramatis.store.Snapshot;

/**
 * Answers queries, at whatever address they are asked: with the same limits, the same cache and the
 * same headers.
 */
public final class QueryAnswering {

  private final Readers readers;
  private final DataVersions versions;
  private final QueryRunner runner;
  private final Description description;
  private final Workers workers;
  private final AnswerCache cache;
  private final SparqlAnswers answers;
  private final Insights insights;
  private final ParsedQueries queries;
  private final ByteBound bodies = new ByteBound(HeapShare.QUERY_BODIES.bytes());
  private final Computations computations = new Computations();
  private final AnswersOnTheirWay onTheirWay =
      new AnswersOnTheirWay(new ByteBound(HeapShare.ANSWERS.bytes()));

  /**
   * Answers queries.
   *
   * @param cites whether answers can be cited from their pages
   */
  public QueryAnswering(
      Readers readers,
      QueryRunner runner,
      Description description,
      AnswerCache cache,
      Supplier<Catalogue> catalogue,
      boolean cites) {
    this.readers = readers;
    this.versions = readers.versions();
    this.runner = runner;
    this.description = description;
    this.queries = new ParsedQueries(runner.endpoints());
    this.workers = readers.workers();
    this.cache = cache;
    this.insights = new Insights(runner);
    this.answers = new SparqlAnswers(readers, catalogue, cites);
  }

  /** Holds room for the body of a request that has a query in it. */
  public ByteBound.Hold roomFor(HttpServletRequest request) throws RequestRefusedException {
    int bytes = SparqlRequest.bytes(request);
    return bytes == 0 ? ByteBound.Hold.NOTHING : bodies.take(bytes);
  }

  /** Answers what a client asks, who has been admitted. */
  public void answer(
      Client client, SparqlRequest asked, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    SparqlOptions options = SparqlOptions.of(asked.parameters()).of(asked.paging());
    Exchange exchange = Exchange.of(request);
    exchange.query(asked.text());
    RunningQueries running = Lifecycle.of(request.getServletContext()).running();
    try (Budget budget = readers.budget(options.timeout());
        RunningQuery query = running.arrive(exchange, asked.text(), budget)) {
      ParsedQuery parsed = parse(asked, client, budget);
      Optional<Insight> insight = Insight.asked(asked.parameters());
      if (insight.isPresent()) {
        AskedVersion version = versions.choose(options.versions(), request);
        Insights.Document document =
            workers.run(
                client,
                budget,
                () ->
                    look(
                        insight.get(),
                        parsed,
                        version.version(),
                        options.format(),
                        query,
                        request));
        version.tell(request, response);
        document.send(request, response);
        return;
      }
      AnswerForm form =
          AnswerForm.choose(
              parsed.kind(), options.format(), options.versions().rdf(), Endpoint.accept(request));
      SparqlQuestion question =
          new SparqlQuestion(
              asked, options, parsed, form, client, query, Description.root(request));
      answer(question, versions.choose(options.versions(), request), request, response);
    }
  }

  private Insights.Document look(
      Insight insight,
      ParsedQuery parsed,
      Version version,
      Optional<String> format,
      RunningQuery query,
      HttpServletRequest request)
      throws IOException, QueryFailedException, RequestRefusedException {
    query.begins();
    try (Snapshot snapshot = versions.open(version, query.budget())) {
      Snapshot asked = asked(parsed, snapshot, query.budget(), Description.root(request));
      return insights.make(
          insight, parsed.query(), query.text(), asked, query.budget(), format, request);
    }
  }

  /** What a query is asked of: the data, and what the service tells of itself if it asks for it. */
  private Snapshot asked(ParsedQuery parsed, Snapshot snapshot, Budget budget, String root) {
    return parsed.asksForDescription() ? description.over(snapshot, budget::check, root) : snapshot;
  }

  private void answer(
      SparqlQuestion question,
      AskedVersion version,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    AnswerKey key = question.key(version.version());
    boolean repeatable = question.parsed().repeatable();
    Exchange exchange = Exchange.of(request);
    version.tell(question.asked().timed(request), request, response);
    if (!repeatable) {
      response.setHeader("Cache-Control", "no-store");
    }
    Delivery delivery =
        new Delivery(
            request, response, repeatable ? Optional.of(key.tag(version.tag())) : Optional.empty());
    if (delivery.sendNotModified(false)) {
      return;
    }
    Optional<StoredAnswer> stored = repeatable ? cache.find(key) : Optional.empty();
    exchange.fromCache(stored.isPresent());
    Optional<StoredAnswer> answer = stored.isPresent() ? stored : compute(question, key, delivery);
    if (answer.isPresent()) {
      answer.get().rows().ifPresent(exchange::rows);
      try (ByteBound.Hold _ = onTheirWay.send(answer.get())) {
        delivery.send(answer.get());
      }
    }
  }

  private ParsedQuery parse(SparqlRequest asked, Client client, Budget budget)
      throws IOException, QueryFailedException, RequestRefusedException {
    Optional<ParsedQuery> known =
        queries.known(asked.text(), asked.defaultGraphs(), asked.namedGraphs());
    return known.isPresent()
        ? known.get()
        : workers.run(
            client,
            budget,
            () -> queries.read(asked.text(), asked.defaultGraphs(), asked.namedGraphs(), budget));
  }

  /** The answer, or nothing if it was too large to be held and has been sent. */
  private Optional<StoredAnswer> compute(SparqlQuestion question, AnswerKey key, Delivery delivery)
      throws IOException, QueryFailedException, RequestRefusedException {
    Computations.Computation computation =
        tooLarge ->
            workers.run(
                question.client(),
                question.budget(),
                () -> run(question, key.version(), delivery, tooLarge));
    if (!question.parsed().repeatable()) {
      return computation.run(() -> {});
    }
    Client client = question.client();
    client.meet();
    try {
      Optional<StoredAnswer> answer =
          computations.once(key, question.budget(), client::gone, computation);
      answer.ifPresent(complete -> cache.put(key, complete));
      return answer;
    } finally {
      client.leave();
    }
  }

  private Optional<StoredAnswer> run(
      SparqlQuestion question, Version version, Delivery delivery, Runnable tooLarge)
      throws IOException, QueryFailedException, RequestRefusedException {
    question.running().begins();
    try (Snapshot snapshot = versions.open(version, question.budget())) {
      Snapshot asked = asked(question.parsed(), snapshot, question.budget(), question.root());
      return runner.run(
          question.parsed().query(),
          asked,
          question.budget(),
          (from, answer) -> {
            List<Warning> warnings = QueryWarnings.of(question.parsed().query(), asked.dataset());
            return answers.write(from, answer, warnings, question, delivery, tooLarge);
          });
    }
  }
}
