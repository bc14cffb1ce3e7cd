package org.dramatis.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.answer.Delivery;
import org.dramatis.http.answer.SpooledBody;
import org.dramatis.http.answer.StoredAnswer;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.Documents;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Submission;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.query.Answer;
import org.dramatis.query.AnswerFormat;
import org.dramatis.query.AnswerWriter;
import org.dramatis.query.Budget;
import org.dramatis.query.QueryFailedException;
import org.dramatis.store.Draft;
import org.dramatis.store.Snapshot;

/** Single graphs by the SPARQL 1.1 Graph Store Protocol, for those who hold a token. */
final class GraphStoreEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Graphs up to this size are complete before their first byte is sent. */
  private static final int HELD_BACK = 4 * 1024 * 1024;

  private final transient Writers writers;

  GraphStoreEndpoint(Writers writers) {
    super("GET", "HEAD", "PUT", "POST", "DELETE");
    this.writers = writers;
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
    AnswerForm form =
        AnswerForm.choose(
            AnswerFormat.Kind.GRAPH,
            Optional.ofNullable(request.getParameter("format")),
            accept(request));
    if (!(form instanceof AnswerForm.Data data)) {
      throw new RequestRefusedException(
          HttpProblem.notAcceptable("a graph comes as data here, and not as a page"));
    }
    Budget budget = writers.budget();
    Delivery delivery = new Delivery(request, response, Optional.empty());
    Optional<StoredAnswer> answer =
        writers
            .workers()
            .run(
                Writers.client(token),
                budget,
                () -> {
                  try (Snapshot snapshot = writers.store().open()) {
                    return write(snapshot, target, data, budget, delivery);
                  }
                });
    if (answer.isPresent()) {
      delivery.send(answer.get());
    }
  }

  /** The graph as it is sent, or nothing if it was too large to be held back and has been sent. */
  private static Optional<StoredAnswer> write(
      Snapshot snapshot, GraphTarget target, AnswerForm.Data data, Budget budget, Delivery delivery)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (!snapshot.dataset().containsGraph(target.name())) {
      throw absent(target);
    }
    Graph graph = snapshot.dataset().getGraph(target.name());
    Map<String, String> headers =
        Map.of(
            "Content-Type", data.contentType(),
            "Dramatis-Version", snapshot.version().toString());
    SpooledBody body = new SpooledBody(HELD_BACK, Long.MAX_VALUE, budget, delivery.stream(headers));
    AnswerWriter.write(new Answer.Statements(graph), data.format(), data.version(), body);
    return body.complete()
        .map(bytes ->
            new StoredAnswer(snapshot.version(), headers, OptionalLong.of(graph.size()), bytes));
  }

  private void take(
      Token token,
      GraphTarget target,
      boolean replaces,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Body body = Body.read(request, writers.limits().upload());
    String base = target.isDefault() ? Namespaces.BASE : target.name().getURI();
    List<Document> documents = Documents.of(body, GraphTarget.PATH, base);
    String message = "Graph store: " + request.getMethod();
    AtomicBoolean existed = new AtomicBoolean();
    Ingest.Result result =
        writers.change(
            token,
            _ -> {
              Submission sent = read(target.name(), message, documents);
              return edit(
                  token,
                  message,
                  documents,
                  draft -> {
                    existed.set(draft.containsGraph(target.name()));
                    if (replaces) {
                      sent.replace(draft);
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
      Ingest.Edit<RequestRefusedException> edit)
      throws IOException, RequestRefusedException {
    return writers
        .ingest()
        .change(Writers.writer(token), message, GraphTarget.PATH, documents, edit);
  }

  private static Submission read(Node graph, String message, List<Document> documents)
      throws RequestRefusedException {
    return switch (Submission.read(graph, message, GraphTarget.PATH, documents)) {
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
            _ -> edit(token, "Graph store: DELETE", List.of(), draft -> drop(target, draft)));
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
