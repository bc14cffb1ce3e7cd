package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.running.RunningQuery;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.http.upload.Documents;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Submission;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.model.Version;
import org.dramatis.query.answer.AnswerFormat;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Draft;
import org.dramatis.store.Snapshot;

/** Single graphs by the SPARQL 1.1 Graph Store Protocol, for those who hold a token. */
final class GraphStoreEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  private static final Set<String> WRITING = Set.of("default", "graph", "timeout");
  private static final Set<String> READING =
      Set.of("default", "graph", "timeout", "format", Versions.PARAMETER);

  private final transient Writers writers;

  GraphStoreEndpoint(Writers writers) {
    super("GET", "HEAD", "PUT", "POST", "DELETE");
    this.writers = writers;
  }

  @Override
  Set<String> parameters(String method) {
    return switch (method) {
      case "GET", "HEAD" -> READING;
      default -> WRITING;
    };
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String method = request.getMethod();
    boolean reads = method.equals("GET") || method.equals("HEAD");
    Token token = writers.require(reads ? Scope.READ : Scope.WRITE, request, response);
    GraphTarget target = GraphTarget.of(request);
    if (target.isNew() && !method.equals("POST")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
              "which graph? say ?default, ?graph=IRI, or a path below " + GraphTarget.PATH));
    }
    switch (method) {
      case "PUT", "POST" -> take(token, target, method.equals("PUT"), request, response);
      case "DELETE" -> drop(token, target, request, response);
      default -> send(token, target, request, response);
    }
  }

  private void send(
      Token token, GraphTarget target, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    Versions asked = Versions.of(parameters);
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH, parameters.one("format"), asked.rdf(), accept(request));
    if (!(form instanceof AnswerForm.Data data)) {
      throw new RequestRefusedException(
          HttpProblem.notAcceptable("a graph comes as data here, and not as a page"));
    }
    Optional<Duration> timeout = parameters.seconds("timeout");
    KeptVersions versions = new KeptVersions(writers.store());
    Version version = versions.choose(asked.data());
    Delivery delivery = new Delivery(request, response, Optional.empty());
    Exchange exchange = Exchange.of(request);
    try (Budget budget = writers.budget(timeout);
        RunningQuery query = running().arrive(exchange, text(request, target), budget)) {
      GraphAnswer graph = new GraphAnswer(data, writers.limits(), budget, delivery);
      Optional<StoredAnswer> answer =
          writers
              .workers()
              .run(
                  Writers.reader(token, request),
                  budget,
                  () -> {
                    query.begins();
                    return write(target, graph, versions.open(version), exchange);
                  });
      if (answer.isPresent()) {
        answer.get().rows().ifPresent(exchange::rows);
        delivery.send(answer.get());
      }
    }
  }

  private RunningQueries running() {
    return Lifecycle.of(getServletContext()).running();
  }

  /** What is shown of a request while it is carried out. */
  private static String text(HttpServletRequest request, GraphTarget target) {
    return "%s %s <%s>".formatted(request.getMethod(), GraphTarget.PATH, target.name().getURI());
  }

  private static Optional<StoredAnswer> write(
      GraphTarget target, GraphAnswer graph, Snapshot opened, Exchange exchange)
      throws IOException, QueryFailedException, RequestRefusedException {
    try (Snapshot snapshot = opened) {
      if (!snapshot.dataset().containsGraph(target.name())) {
        throw absent(target);
      }
      exchange.version(snapshot.version());
      return graph.write(snapshot.dataset().getGraph(target.name()), snapshot.version());
    }
  }

  private void take(
      Token token,
      GraphTarget target,
      boolean replaces,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    try (HeldBytes.Share share = writers.bodies().open()) {
      Body body = Body.read(request, writers.limits().upload(), share);
      take(token, target, replaces, body, request, response);
    }
  }

  private void take(
      Token token,
      GraphTarget target,
      boolean replaces,
      Body body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String base = target.isDefault() ? Namespaces.BASE : target.name().getURI();
    List<Document> documents = Documents.of(body, GraphTarget.PATH, base);
    String message = "Graph store: " + request.getMethod();
    AtomicBoolean existed = new AtomicBoolean();
    Ingest.Result result =
        writers.change(
            token,
            running(),
            Exchange.of(request),
            Parameters.of(request).seconds("timeout"),
            text(request, target),
            budget -> {
              Submission sent = read(target.name(), message, documents, budget);
              return edit(
                  token,
                  message,
                  documents,
                  budget,
                  draft -> {
                    existed.set(draft.containsGraph(target.name()));
                    if (replaces) {
                      sent.replace(draft, budget::check);
                    } else {
                      sent.merge(draft);
                    }
                  });
            });
    Writers.answer(result, request, response);
    if (existed.get()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setStatus(HttpServletResponse.SC_CREATED);
      response.setHeader("Location", target.location(request));
    }
  }

  private Ingest.Result edit(
      Token token,
      String message,
      List<Document> documents,
      Budget budget,
      Ingest.Edit<RequestRefusedException> edit)
      throws IOException, RequestRefusedException {
    return writers
        .ingest()
        .change(
            Writers.writer(token),
            message,
            GraphTarget.PATH,
            documents,
            new BudgetAllowance(budget),
            edit);
  }

  private static Submission read(
      Node graph, String message, List<Document> documents, Budget budget)
      throws RequestRefusedException {
    return switch (Submission.read(
        graph, message, GraphTarget.PATH, documents, new BudgetAllowance(budget))) {
      case Outcome.Ok<Submission>(Submission submission) -> submission;
      case Outcome.Refused<Submission>(List<Problem> problems) ->
          throw new RequestRefusedException(Refusal.of(problems));
    };
  }

  private void drop(
      Token token, GraphTarget target, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Ingest.Result result =
        writers.change(
            token,
            running(),
            Exchange.of(request),
            Parameters.of(request).seconds("timeout"),
            text(request, target),
            budget ->
                edit(
                    token, "Graph store: DELETE", List.of(), budget, draft -> drop(target, draft)));
    Writers.answer(result, request, response);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static void drop(GraphTarget target, Draft draft) throws RequestRefusedException {
    if (target.isDefault()) {
      draft.getDefaultGraph().clear();
    } else if (draft.containsGraph(target.name())) {
      draft.removeGraph(target.name());
    } else {
      throw absent(target);
    }
  }

  private static RequestRefusedException absent(GraphTarget target) {
    return new RequestRefusedException(
        HttpProblem.notFound("there is no graph <%s>".formatted(target.name().getURI())));
  }
}
