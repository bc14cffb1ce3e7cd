package org.dramatis.http.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dramatis.model.Namespaces;
import reactor.core.publisher.Mono;

/**
 * The official library, which knows the protocol. It is handed messages and hands back answers;
 * nothing is remembered between two of them.
 */
final class McpService {

  private static final String INSTRUCTIONS =
      """
      A knowledge graph of entertainment: who played whom, in what, with which song, and who says so.
      Find IRIs with 'search', look at one thing with 'describe', and prefer the tested questions of
      'list_queries' and 'run_query' to a query of your own in 'sparql'. Every statement is the claim of a source,
      and there is one named graph for each source. What is denied or hedged is only in claims
      (d:modality, d:polarity). 'version' in an answer is the version of the data: name it when you cite.
      Prefixes:
      """;

  private final McpJsonMapper mapper;
  private final McpStatelessServerHandler handler;

  McpService(McpJsonMapper mapper, String version, List<Tool> tools, Documents documents) {
    this.mapper = mapper;
    Handing handing = new Handing();
    McpServer.sync(handing)
        .serverInfo(McpSchema.Implementation.builder("dramatis", version).title("Dramatis").build())
        .instructions(INSTRUCTIONS + prefixes())
        .capabilities(
            McpSchema.ServerCapabilities.builder().tools(false).resources(false, false).build())
        .jsonMapper(mapper)
        // Tools look at what they are given themselves, and say what would be right.
        .validateToolInputs(false)
        .jsonSchemaValidator((_, content) -> ValidationResponse.asValid(String.valueOf(content)))
        // On the thread of the request, which waits for a worker as all others do.
        .immediateExecution(true)
        .tools(tools.stream().map(this::specification).toList())
        .resources(documents.resources())
        .resourceTemplates(documents.templates())
        .build();
    this.handler = handing.handler.orElseThrow();
  }

  private static String prefixes() {
    StringBuilder prefixes = new StringBuilder();
    Namespaces.prefixes()
        .forEach((prefix, iri) -> prefixes.append("PREFIX %s: <%s>%n".formatted(prefix, iri)));
    return prefixes.toString();
  }

  private SyncToolSpecification specification(Tool tool) {
    McpSchema.Tool described =
        McpSchema.Tool.builder(tool.name(), mapper, tool.input())
            .title(tool.title())
            .description(tool.description())
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build())
            .build();
    Set<String> known = arguments(described);
    Answered answered = new Answered(mapper);
    return SyncToolSpecification.builder()
        .tool(described)
        .callHandler((context, asked) -> answered.by(tool, known, Call.of(context), asked))
        .build();
  }

  private static Set<String> arguments(McpSchema.Tool tool) {
    Set<String> names = new TreeSet<>();
    if (tool.inputSchema().get("properties") instanceof Map<?, ?> properties) {
      properties.keySet().forEach(name -> names.add(String.valueOf(name)));
    }
    return names;
  }

  /** The versions of the protocol that are spoken. */
  List<String> versions() {
    return new Handing().protocolVersions();
  }

  /** Reads a message; what is none is an {@link IllegalArgumentException} or an IOException. */
  McpSchema.JSONRPCMessage read(String text) throws IOException {
    return McpSchema.deserializeJsonRpcMessage(mapper, text);
  }

  /** The answer to a question, as JSON. */
  String answer(JSONRPCRequest asked, Call call) throws IOException {
    return mapper.writeValueAsString(respond(asked, call));
  }

  private JSONRPCResponse respond(JSONRPCRequest asked, Call call) {
    try {
      return Objects.requireNonNull(handler.handleRequest(call.context(), asked).block());
    } catch (McpError error) {
      return JSONRPCResponse.error(asked.id(), error.getJsonRpcError());
    }
  }

  /** Takes note of something. */
  void take(JSONRPCNotification told, Call call) {
    handler.handleNotification(call.context(), told).block();
  }

  /** Where the library says who handles what arrives. */
  private static final class Handing implements McpStatelessServerTransport {

    private Optional<McpStatelessServerHandler> handler = Optional.empty();

    @Override
    public void setMcpHandler(McpStatelessServerHandler newHandler) {
      handler = Optional.of(newHandler);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
