package org.dramatis.http.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.admission.HeapShare;
import org.dramatis.http.description.Description;
import org.dramatis.http.endpoint.Endpoint;
import org.dramatis.http.endpoint.Negotiation;
import org.dramatis.http.endpoint.Readers;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.http.refusal.ProblemAnswer;
import org.dramatis.http.search.NameReaders;
import org.dramatis.http.upload.Body;
import org.dramatis.http.upload.HeldBytes;
import org.dramatis.link.search.NameIndex;
import org.dramatis.query.QueryRunner;
import org.dramatis.query.catalogue.Catalogue;

/**
 * The Model Context Protocol over streamable HTTP, without sessions: each message is posted and
 * answered alone.
 */
public final class McpEndpoint extends Endpoint {

  /** Where it is. */
  public static final String PATH = "/mcp";

  @Serial private static final long serialVersionUID = 1L;

  private static final String MEDIA_TYPE = "application/json";
  private static final String VERSION = "MCP-Protocol-Version";
  private static final long LARGEST_MESSAGE = 1024L * 1024;

  private static final Negotiation<String> FORMS =
      new Negotiation<>(List.of(new Negotiation.Offer<>(MEDIA_TYPE, MEDIA_TYPE)));

  private final transient Readers readers;
  private final transient Origins origins;
  private final transient Supplier<McpService> making;
  private final transient HeldBytes bodies = new HeldBytes(HeapShare.QUERY_BODIES.bytes());
  private transient Optional<McpService> service = Optional.empty();

  /**
   * Answers from what these readers read.
   *
   * @param host what the server listens on
   */
  public McpEndpoint(
      String programVersion,
      String host,
      Readers readers,
      QueryRunner runner,
      Description description,
      NameIndex names,
      Supplier<Catalogue> catalogue) {
    super("POST");
    this.readers = readers;
    this.origins = new Origins(host);
    Asking asking = new Asking(readers, runner, description);
    this.making =
        () ->
            new McpService(
                McpJsonDefaults.getMapper(),
                programVersion,
                List.of(
                    new SearchTool(new NameReaders(readers, names)),
                    new DescribeTool(readers),
                    new ListQueriesTool(catalogue),
                    new RunQueryTool(asking, catalogue),
                    new SparqlTool(asking)),
                new Documents(readers, catalogue));
  }

  /** Made when it is first needed: many servers are never asked by a model. */
  private synchronized McpService service() {
    McpService made = service.orElseGet(making);
    service = Optional.of(made);
    return made;
  }

  @Override
  protected Optional<String> acceptPost() {
    return Optional.of(MEDIA_TYPE);
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, RequestRefusedException {
    origins.check(request);
    response.setHeader("Cache-Control", "no-store");
    if (FORMS.choose(accept(request)).isEmpty()) {
      throw new RequestRefusedException(
          HttpProblem.notAcceptable("this answer comes as " + FORMS.list()));
    }
    checkVersion(request);
    readers.admit(request, response);
    Call call = new Call(request, response);
    switch (message(request)) {
      case McpSchema.JSONRPCRequest asked ->
          send(request, response, MEDIA_TYPE, service().answer(asked, call) + "\n");
      case McpSchema.JSONRPCNotification told -> {
        service().take(told, call);
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
      }
      default ->
          throw new RequestRefusedException(
              HttpProblem.badRequest("nothing was asked that this could be the answer to"));
    }
  }

  private void checkVersion(HttpServletRequest request) throws RequestRefusedException {
    Optional<String> version = Optional.ofNullable(request.getHeader(VERSION));
    List<String> spoken = service().versions();
    if (version.isPresent() && !spoken.contains(version.get())) {
      throw new RequestRefusedException(
          HttpProblem.badRequest(
              "version '%s' of the protocol is not spoken; %s are"
                  .formatted(version.get(), String.join(", ", spoken))));
    }
  }

  private McpSchema.JSONRPCMessage message(HttpServletRequest request)
      throws IOException, RequestRefusedException {
    try (HeldBytes.Share share = bodies.open()) {
      Body body = Body.read(request, LARGEST_MESSAGE, share);
      if (!body.mediaType().equals(MEDIA_TYPE)) {
        throw new RequestRefusedException(
            HttpProblem.unsupportedType("messages are sent as " + MEDIA_TYPE));
      }
      return read(body.text());
    }
  }

  private McpSchema.JSONRPCMessage read(String text) throws RequestRefusedException {
    try {
      return service().read(text);
    } catch (IOException | RuntimeException malformed) {
      // The library has no common type for what is no JSON, too deep, or no message.
      throw new RequestRefusedException(
          HttpProblem.badRequest("the body is no message of JSON-RPC 2.0")
              .hinting("send one object with jsonrpc, id, method and params"),
          malformed);
    }
  }

  /** As an error of JSON-RPC that answers no message in particular. */
  @Override
  protected ProblemAnswer document(
      HttpServletRequest request, HttpProblem problem, String requestId) {
    ProblemAnswer plain = super.document(request, problem, requestId);
    JsonObject error = new JsonObject();
    error.put("code", McpSchema.ErrorCodes.INVALID_REQUEST);
    error.put("message", problem.detail());
    error.put("data", JSON.parse(plain.body()));
    JsonObject message = new JsonObject();
    message.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    message.put("error", error);
    return new ProblemAnswer(plain.status(), plain.headers(), MEDIA_TYPE, message + "\n");
  }
}
