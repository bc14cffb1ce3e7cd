package org.dramatis.http.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.riot.Lang;
import org.dramatis.http.ProjectServer;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client of the official library asks a server of the project's own data. */
class McpIT {

  private static final McpSyncClient CLIENT =
      McpClient.sync(
              HttpClientStreamableHttpTransport.builder(
                      ProjectServer.server().uri("/").toString().replaceFirst("/$", ""))
                  .endpoint("/mcp")
                  .build())
          .jsonSchemaValidator((_, content) -> ValidationResponse.asValid(String.valueOf(content)))
          .build();

  private static McpSchema.InitializeResult greeting() {
    return CLIENT.getCurrentInitializationResult();
  }

  @BeforeAll
  static void greet() {
    CLIENT.initialize();
  }

  @AfterAll
  static void leave() {
    CLIENT.close();
  }

  private static CallToolResult call(String tool, Map<String, Object> arguments) {
    return CLIENT.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  /** What is said for programs is also said in text. */
  private static JsonObject json(CallToolResult result) {
    assertThat(result.content()).hasSize(1);
    String text = ((McpSchema.TextContent) result.content().getFirst()).text();
    JsonObject json = JSON.parse(text);
    assertThat(result.structuredContent()).isInstanceOf(Map.class);
    assertThat(((Map<?, ?>) result.structuredContent()).keySet()).isEqualTo(json.keys());
    return json;
  }

  private static JsonObject answer(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    JsonObject json = json(result);
    assertThat(result.isError()).as(json.toString()).isNotEqualTo(true);
    return json;
  }

  private static JsonObject problem(String tool, Map<String, Object> arguments) {
    CallToolResult result = call(tool, arguments);
    JsonObject json = json(result);
    assertThat(result.isError()).as(json.toString()).isTrue();
    return json;
  }

  @Test
  void itSaysWhatItIsAndHowToBegin() {
    assertThat(greeting().serverInfo().name()).isEqualTo("dramatis");
    assertThat(greeting().instructions())
        .contains("'search'", "PREFIX d: <https://w3id.org/dramatis/ns#>");
    assertThat(greeting().capabilities().tools()).isNotNull();
    assertThat(greeting().capabilities().resources()).isNotNull();
  }

  @Test
  void everyToolOnlyReads() {
    assertThat(CLIENT.listTools().tools())
        .extracting(McpSchema.Tool::name)
        .containsExactlyInAnyOrder("search", "describe", "list_queries", "run_query", "sparql");
    assertThat(CLIENT.listTools().tools())
        .allSatisfy(tool -> {
          assertThat(tool.annotations().readOnlyHint()).isTrue();
          assertThat(tool.description()).isNotBlank();
          assertThat(tool.inputSchema()).containsEntry("type", "object");
        });
  }

  @Test
  void somebodyIsFoundByAMisspelledName() {
    JsonObject found = answer("search", Map.of("q", "sofia carsn", "type", "Person", "limit", 1));
    assertThat(found.get("hits").getAsArray().get(0).getAsObject().getString("iri"))
        .isEqualTo("https://w3id.org/dramatis/id/person/sofia-carson");
  }

  @Test
  void aThingIsDescribedInTurtleByItsIriOrByItsName() {
    JsonObject described = answer("describe", Map.of("iri", "person:sofia-carson"));
    assertThat(described.getString("iri"))
        .isEqualTo("https://w3id.org/dramatis/id/person/sofia-carson");
    assertThat(described.getBoolean("truncated")).isFalse();
    assertThat(Graphs.read(described.getString("turtle"), Lang.TURTLE).isEmpty()).isFalse();
    assertThat(answer("describe", Map.of("iri", described.getString("iri"), "profile", "concise")))
        .satisfies(concise -> assertThat(concise.getString("turtle")).contains("d:Claim"));
  }

  @Test
  void whatIsNotThereIsToldWithWhatToDo() {
    JsonObject problem = problem("describe", Map.of("iri", "person:nobody"));
    assertThat(problem.getString("type")).endsWith("/problems/not-found");
    assertThat(problem.getString("hint")).contains("'search'");
  }

  @Test
  void aPublishedQueryIsListedAndRunWithValues() {
    JsonObject list =
        answer("list_queries", Map.of("topic", "evidence", "words", "sentence claims"));
    assertThat(list.getArray("queries").map(query -> query.getAsObject().getString("name")))
        .contains("evidence/sentence");
    JsonObject rows =
        answer(
            "run_query", Map.of("name", "evidence/sentence", "parameters", Map.of("sentence", 26)));
    assertThat(rows.getBoolean("truncated")).isFalse();
    assertThat(rows.get("rows").getAsArray().get(0).getAsObject().getString("statement"))
        .isEqualTo("\"Season 2 stresses the power of communication\"@en");
    assertThat(rows.get("version").getAsNumber().value()).hasToString("1");
  }

  @Test
  void moreRowsThanAreWantedAreCutOffAndThatIsTold() {
    JsonObject rows =
        answer("sparql", Map.of("query", "SELECT ?s { ?s ?p ?o } ORDER BY ?s", "max_rows", 3));
    assertThat(rows.get("rows").getAsArray().size()).isEqualTo(3);
    assertThat(rows.getBoolean("truncated")).isTrue();
    assertThat(rows.getString("hint")).contains("OFFSET");
    JsonObject statements =
        answer(
            "sparql", Map.of("query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "max_rows", 2));
    assertThat(statements.getBoolean("truncated")).isTrue();
    assertThat(Graphs.read(statements.getString("turtle"), Lang.TURTLE).size()).isEqualTo(2);
  }

  @Test
  void longValuesAreCutOffTooHoweverFewRowsThereAre() {
    JsonObject rows =
        answer(
            "sparql",
            Map.of(
                "query",
                "SELECT ?n (REPLACE(\""
                    + "x".repeat(1000)
                    + "\", \"x\", \""
                    + "y".repeat(100)
                    + "\") AS ?long) { VALUES ?n { 1 2 3 4 5 } }"));
    assertThat(rows.get("rows").getAsArray().size()).isBetween(2, 4);
    assertThat(rows.getBoolean("truncated")).isTrue();
  }

  @Test
  void truthIsTold() {
    JsonObject truth = answer("sparql", Map.of("query", "ASK { ?s ?p ?o }"));
    assertThat(truth.getBoolean("value")).isTrue();
  }

  @Test
  void aMistakeComesWithItsPlaceAndAHint() {
    JsonObject problem =
        problem("sparql", Map.of("query", "SELECT ?x WHERE {\n  ?x a dd:Credit }"));
    assertThat(problem.getString("type")).endsWith("/problems/not-sparql");
    assertThat(problem.get("line").getAsNumber().value()).hasToString("2");
    assertThat(problem.getString("hint")).isNotBlank();
  }

  @Test
  void aTermThatDoesNotExistIsWarnedOf() {
    JsonObject rows =
        answer(
            "sparql",
            Map.of(
                "query", "PREFIX d: <https://w3id.org/dramatis/ns#> SELECT ?x { ?x a d:Credits }"));
    assertThat(rows.get("warnings").getAsArray().get(0).getAsString().value()).contains("d:Credit");
  }

  @Test
  void nothingIsChangedAndNothingReachesOut() {
    assertThat(problem("sparql", Map.of("query", "CLEAR ALL")).getString("type"))
        .endsWith("/problems/not-sparql");
    assertThat(
            problem(
                    "sparql",
                    Map.of("query", "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }"))
                .getString("type"))
        .endsWith("/problems/never-done-here");
  }

  @Test
  void badValuesAreToldWithTheTypeThatIsWanted() {
    assertThat(
            problem(
                    "run_query",
                    Map.of("name", "evidence/sentence", "parameters", Map.of("sentence", "two")))
                .getString("detail"))
        .contains("'two' is not an integer");
    assertThat(problem("run_query", Map.of("name", "evidence/nothing")).getString("type"))
        .endsWith("/problems/not-found");
    assertThat(problem("search", Map.of("query", "Sofia")).getString("hint")).contains("q");
    assertThat(problem("search", Map.of()).getString("detail")).contains("'q' is missing");
    assertThat(problem("sparql", Map.of("query", "ASK {}", "max_rows", 0)).getString("hint"))
        .contains("from 1 to 1000");
  }

  @Test
  void theOntologyAndTheQueriesCanBeRead() {
    assertThat(CLIENT.listResources().resources())
        .extracting(McpSchema.Resource::uri)
        .contains("https://w3id.org/dramatis/ns", "https://w3id.org/dramatis/queries");
    assertThat(Graphs.read(read("https://w3id.org/dramatis/ns"), Lang.TURTLE).size())
        .isGreaterThan(100);
    assertThat(read("https://w3id.org/dramatis/queries"))
        .contains("(https://w3id.org/dramatis/queries/evidence/sentence)");
    assertThat(CLIENT.listResourceTemplates().resourceTemplates()).hasSize(1);
    assertThat(read("https://w3id.org/dramatis/queries/evidence/sentence"))
        .startsWith("#+ summary: What one sentence claims");
    assertThatThrownBy(() -> read("https://w3id.org/dramatis/queries/evidence/nothing"))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("no published query");
  }

  private static String read(String uri) {
    McpSchema.ReadResourceResult result =
        CLIENT.readResource(McpSchema.ReadResourceRequest.builder(uri).build());
    return ((McpSchema.TextResourceContents) result.contents().getFirst()).text();
  }

  @Test
  void aToolThatIsNotThereIsAnErrorOfTheProtocol() {
    assertThatThrownBy(() -> call("drop_everything", Map.of())).isInstanceOf(McpError.class);
  }
}
