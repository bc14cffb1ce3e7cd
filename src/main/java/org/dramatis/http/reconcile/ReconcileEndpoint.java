package org.dramatis.http.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.parameter.Parameters;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.refusal.ProblemAnswer;
import org.dramatis.http.search.NameReaders;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.query.problem.QueryFailedException;

/**
 * The W3C's Reconciliation Service API: {@code /reconcile} for version 0.2, {@code
 * /reconcile/1.0-draft} for the draft of the next one.
 */
public final class ReconcileEndpoint extends Endpoint {

  @Serial private static final long serialVersionUID = 1L;

  /** Where it is. */
  public static final String PATH = "/reconcile";

  /** Where names are matched. */
  public static final String MATCH = "/match";

  private static final String EXTEND = "/extend";
  private static final String PROPOSE = "/extend/propose";
  private static final String SUGGEST = "/suggest/";

  private static final String QUERIES = "queries";
  private static final String EXTENSION = "extend";
  private static final String CALLBACK = "callback";
  private static final String ID = "id";
  private static final String TYPE = "type";

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final long LARGEST_BODY = 8L * 1024 * 1024;
  private static final int USUAL_PROPOSALS = 100;
  private static final int MOST_PROPOSALS = 1000;

  private final transient NameReaders readers;
  private final transient HeldBytes bodies = new HeldBytes(HeapShare.QUERY_BODIES.bytes());

  /** Compares with what these readers read. */
  public ReconcileEndpoint(NameReaders readers) {
    super("GET", "HEAD", "POST");
    this.readers = readers;
  }

  /** Questions change nothing, whatever their method. */
  @Override
  protected boolean isOpenToOtherOrigins() {
    return true;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(JSON + ", " + FORM);
  }

  @Override
  protected Set<String> parameters(String method) {
    return Set.of(
        Route.VERSION,
        ManifestForm.PARAMETER,
        QUERIES,
        EXTENSION,
        ID,
        TYPE,
        "type_strict",
        Suggestions.PREFIX,
        Suggestions.CURSOR,
        Suggestions.OFFSET,
        Suggestions.LIMIT);
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Parameters parameters = Parameters.of(request);
    if (parameters.has(CALLBACK)) {
      throw refused(
          "JSONP is not spoken here, as it runs the answer as a program: any page may read the"
              + " answers as they are, by CORS; leave 'callback' away");
    }
    Route route = Route.of(request);
    if (request.getMethod().equals("POST")) {
      post(route, request, response);
    } else {
      get(route, parameters, new Reading(readers, route, request, response));
    }
  }

  private void post(Route route, HttpServletRequest request, HttpServletResponse response)
      throws IOException, QueryFailedException, RequestRefusedException {
    Reading reading = new Reading(readers, route, request, response);
    try (HeldBytes.Share share = bodies.open()) {
      Body body = Body.read(request, LARGEST_BODY, share);
      switch (body.mediaType()) {
        case JSON -> postJson(route, body.text(), reading);
        case FORM -> postForm(route, Parameters.of(request, body.text()), request, reading);
        default ->
            throw new RequestRefusedException(
                HttpProblem.unsupportedType(
                    "'%s' is not read here; send %s or %s"
                        .formatted(body.mediaType(), JSON, FORM)));
      }
    }
  }

  private static void postJson(Route route, String text, Reading reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    switch (route.part()) {
      case MATCH -> reading.match(route.protocol(), text);
      case EXTEND -> reading.extend(Protocol.V1_0, text);
      case "" -> reading.match(route.named().orElse(Protocol.V1_0), text);
      default -> throw notThere(route);
    }
  }

  private void postForm(Route route, Parameters form, HttpServletRequest request, Reading reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (!route.part().isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.unsupportedType(
              "a form is for version 0.2 and goes to %s; this takes %s".formatted(PATH, JSON)));
    }
    if (form.has(CALLBACK)) {
      throw refused("JSONP is not spoken here; leave 'callback' away");
    }
    if (form.has(EXTENSION)) {
      request.setAttribute(ProblemForm.ATTRIBUTE, ProblemForm.KEYED_ROWS);
    }
    warn(form, request, reading.response());
    keyed(form, reading);
  }

  /** Queries or an extension in a parameter, as version 0.2 has them. */
  private static void keyed(Parameters parameters, Reading reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    if (parameters.has(QUERIES) == parameters.has(EXTENSION)) {
      throw refused("send one of 'queries' and 'extend'");
    }
    if (parameters.has(QUERIES)) {
      reading.match(Protocol.V0_2, parameters.required(QUERIES));
    } else {
      reading.extend(Protocol.V0_2, parameters.required(EXTENSION));
    }
  }

  private static void get(Route route, Parameters parameters, Reading reading)
      throws IOException, QueryFailedException, RequestRefusedException {
    switch (route.part()) {
      case "" -> {
        if (parameters.has(QUERIES) || parameters.has(EXTENSION)) {
          keyed(parameters, reading);
        } else {
          reading.manifest();
        }
      }
      case "/suggest/entity", "/suggest/type", "/suggest/property" ->
          reading.suggest(
              route.part().substring(SUGGEST.length()),
              Suggestions.of(parameters),
              parameters.one(TYPE).filter(type -> !type.isEmpty()));
      case PROPOSE -> {
        long limit = parameters.count(Suggestions.LIMIT).orElse(USUAL_PROPOSALS);
        if (limit < 1 || limit > MOST_PROPOSALS) {
          throw refused("'limit' is a number from 1 to %,d".formatted(MOST_PROPOSALS));
        }
        reading.propose(parameters.one(TYPE).filter(type -> !type.isEmpty()), (int) limit);
      }
      case "/preview" -> reading.preview(entity(parameters));
      case "/flyout" -> reading.flyout(entity(parameters));
      case "/view" -> reading.view(entity(parameters));
      case MATCH, EXTEND -> {
        reading.response().setHeader("Allow", "POST, OPTIONS");
        throw new RequestRefusedException(HttpProblem.methodNotAllowed("GET", "POST of " + JSON));
      }
      default -> throw notThere(route);
    }
  }

  private static Node entity(Parameters parameters) throws RequestRefusedException {
    String id = parameters.required(ID);
    return NodeFactory.createURI(id);
  }

  private static RequestRefusedException refused(String detail) {
    return new RequestRefusedException(HttpProblem.badRequest(detail));
  }

  private static RequestRefusedException notThere(Route route) {
    return new RequestRefusedException(
        HttpProblem.notFound(
            "the service has no part '%s'; %s tells what it has".formatted(route.part(), PATH)));
  }

  @Override
  protected ProblemAnswer document(
      HttpServletRequest request, HttpProblem problem, String requestId) {
    return form(request).of(super.document(request, problem, requestId));
  }

  /** Which answer a request would have had. */
  private static ProblemForm form(HttpServletRequest request) {
    if (request.getAttribute(ProblemForm.ATTRIBUTE) instanceof ProblemForm known) {
      return known;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    String part = path.replaceFirst("^/(0\\.2|1\\.0-draft)(?=/|$)", "");
    boolean json =
        Optional.ofNullable(request.getContentType()).orElse("").startsWith(JSON)
            && !path.startsWith("/" + Protocol.V0_2.number());
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    return switch (part) {
      case MATCH -> path.startsWith("/0.2") ? ProblemForm.KEYED_BATCH : ProblemForm.LISTED_BATCH;
      case EXTEND -> ProblemForm.LISTED_ROWS;
      case PROPOSE -> ProblemForm.PROPOSALS;
      case "", "/" -> {
        if (request.getMethod().equals("POST")) {
          yield json ? ProblemForm.LISTED_BATCH : ProblemForm.KEYED_BATCH;
        }
        yield query.contains(QUERIES + "=")
            ? ProblemForm.KEYED_BATCH
            : query.contains(EXTENSION + "=") ? ProblemForm.KEYED_ROWS : ProblemForm.PLAIN;
      }
      default -> part.startsWith(SUGGEST) ? ProblemForm.SUGGESTIONS : ProblemForm.PLAIN;
    };
  }
}
