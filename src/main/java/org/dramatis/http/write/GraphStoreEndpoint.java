package org.dramatis.http.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.access.Scope;
import org.dramatis.http.access.Token;
import org.dramatis.http.endpoint.Conditions;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.exchange.Exchange;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.parameter.Versions;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.running.Lifecycle;
import org.dramatis.http.running.RunningQueries;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.BudgetAllowance;
import org.dramatis.http.upload.Documents;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.http.upload.Refusal;
import org.dramatis.ingest.Document;
import org.dramatis.ingest.Ingest;
import org.dramatis.ingest.Outcome;
import org.dramatis.ingest.Submission;
import org.dramatis.ingest.Writer;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Problem;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.store.Draft;

/** Single graphs by the SPARQL 1.1 Graph Store Protocol, for those who hold a token. */
public final class GraphStoreEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** The parameters that are read with a change. */
  public static final Set<String> WRITING = Set.of("default", "graph", "timeout");

  /** The parameters that are read with a question. */
  public static final Set<String> READING =
      Set.of("default", "graph", "timeout", "format", Versions.PARAMETER);

  private final transient Writers writers;
  private final transient GraphReads reads;

  public GraphStoreEndpoint(Writers writers) {
    super("GET", "HEAD", "PUT", "POST", "DELETE");
    this.writers = writers;
    this.reads = new GraphReads(writers);
  }

  @Override
  protected Set<String> parameters(String method) {
    return switch (method) {
      case "GET", "HEAD" -> READING;
      default -> WRITING;
    };
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    String method = request.getMethod();
    boolean isRead = method.equals("GET") || method.equals("HEAD");
    Token token = writers.require(isRead ? Scope.READ : Scope.WRITE, request, response);
    GraphTarget target = GraphTarget.of(request);
    if (target.isNew() && !method.equals("POST")) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
              "which graph? say ?default, ?graph=IRI, or a path below " + GraphTarget.PATH));
    }
    switch (method) {
      case "PUT", "POST" -> take(token, target, method.equals("PUT"), request, response);
      case "DELETE" -> drop(token, target, request, response);
      default -> reads.send(token, target, running(), request, response);
    }
  }

  private RunningQueries running() {
    return Lifecycle.of(getServletContext()).running();
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
    Conditions conditions = Conditions.of(request, response, writers.versions());
    Writer writer = Writers.writer(token, request, body.bytes());
    AtomicReference<String> created = new AtomicReference<>("");
    Ingest.Result result =
        writers.change(
            token,
            running(),
            Exchange.of(request),
            Parameters.of(request).seconds("timeout"),
            target.shown(request),
            budget -> {
              Submission sent = read(target.name(), message, documents, budget);
              return edit(
                  writer,
                  message,
                  documents,
                  budget,
                  draft -> {
                    boolean exists = draft.containsGraph(target.name());
                    conditions.check(draft.version(), exists);
                    draft.answer(exists ? "" : target.name().getURI());
                    created.set(draft.answer());
                    if (replaces) {
                      sent.replace(draft, budget::check);
                    } else {
                      sent.merge(draft);
                    }
                  });
            });
    writers.answer(result, request, response);
    if (result instanceof Ingest.Result.Repeated repeated) {
      created.set(repeated.answer());
    }
    if (created.get().isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setStatus(HttpServletResponse.SC_CREATED);
      GraphTarget graph = new GraphTarget(NodeFactory.createURI(created.get()), false);
      response.setHeader("Location", graph.location(request));
    }
  }

  private Ingest.Result edit(
      Writer writer,
      String message,
      List<Document> documents,
      Budget budget,
      Ingest.Edit<RequestRefusedException> edit)
      throws IOException, RequestRefusedException {
    return writers
        .ingest()
        .change(writer, message, GraphTarget.PATH, documents, new BudgetAllowance(budget), edit);
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
    Conditions conditions = Conditions.of(request, response, writers.versions());
    Writer writer = Writers.writer(token, request, new byte[0]);
    Ingest.Result result =
        writers.change(
            token,
            running(),
            Exchange.of(request),
            Parameters.of(request).seconds("timeout"),
            target.shown(request),
            budget ->
                edit(
                    writer,
                    "Graph store: DELETE",
                    List.of(),
                    budget,
                    draft -> drop(target, conditions, draft)));
    writers.answer(result, request, response);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static void drop(GraphTarget target, Conditions conditions, Draft draft)
      throws RequestRefusedException {
    if (!draft.containsGraph(target.name())) {
      throw target.absent();
    }
    conditions.check(draft.version(), true);
    if (target.isDefault()) {
      draft.getDefaultGraph().clear();
    } else {
      draft.removeGraph(target.name());
    }
  }
}
