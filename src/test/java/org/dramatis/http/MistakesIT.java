package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A query that is wrong is answered with the place of the mistake, what stands there and what was
 * probably meant. The cases are data, in {@code mistakes/queries.txt}.
 */
class MistakesIT extends WithServer {

  private static final Path CASES = Path.of("src/test/resources/mistakes/queries.txt");
  private static final String SEPARATOR = "----\n";

  @Test
  void everyMistakeIsPlacedNamedAndExplained() throws Exception {
    String[] written = Files.readString(CASES).split(SEPARATOR, -1);
    List<String> answered = new ArrayList<>(List.of(written[0]));
    for (int i = 1; i < written.length; i++) {
      String query = written[i].split("(?m)^[!=?] ", 2)[0].replaceFirst("\n$", "");
      answered.add(query + "\n" + answer(query));
    }
    String all = String.join(SEPARATOR, answered);
    if (Boolean.getBoolean("dramatis.accept")) {
      Files.writeString(CASES, all);
    }
    assertThat(all).isEqualTo(Files.readString(CASES));
    assertThat(answered).hasSizeGreaterThan(60);
  }

  private static String answer(String query) throws IOException, InterruptedException {
    HttpResponse<String> response = server.get("/sparql?query=" + encode(query));
    assertThat(response.statusCode()).as(query).isEqualTo(400);
    JsonObject problem = JSON.parse(response.body());
    assertThat(problem.getString("type"))
        .isEqualTo("https://w3id.org/dramatis/problems/not-sparql");
    String detail = problem.getString("detail");
    assertThat(detail).as(query).doesNotContain("Exception", "Lexical", "Encountered", "_LITERAL");
    assertThat(problem.hasKey("line")).as(query + "\n" + detail).isTrue();
    long line = problem.get("line").getAsNumber().value().longValue();
    long column = problem.get("column").getAsNumber().value().longValue();
    String place = "line %d, column %d: ".formatted(line, column);
    assertThat(detail).startsWith(place);
    String token = problem.getString("token");
    assertStandsThere(query, line, column, token);
    String hint = problem.hasKey("hint") ? "? " + problem.getString("hint") + "\n" : "";
    return "! %d:%d %s%n= %s%n%s"
        .formatted(line, column, token, detail.substring(place.length()), hint);
  }

  private static void assertStandsThere(String query, long line, long column, String token) {
    String before = query.lines().limit(line - 1).collect(Collectors.joining("\n"));
    int start = before.length() + (line > 1 ? 1 : 0) + (int) column - 1;
    assertThat(query.substring(start)).startsWith(token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT * {§ SERVICE <http://example.org/> { ?s ?p ?o } }                | 2:2  | SERVICE
          SELECT * { ?s ?p 'SERVICE' OPTIONAL { service ?s {} } }                 | 1:39 | service
          SELECT (<java:java.lang.Runtime>() AS ?x) {}                            | 1:9  | <java:java.lang.Runtime>
          PREFIX f: <http://example.org/>§SELECT * { ?s ?p f:g FILTER(f:g(?s)) }  | 2:29 | f:g
          """)
  void whatIsRefusedIsPlacedToo(String text, String place, String token) throws Exception {
    String query = text.replace('§', '\n');

    HttpResponse<String> response = server.get("/sparql?query=" + encode(query));

    assertThat(response.statusCode()).isEqualTo(403);
    assertPlaced(query, JSON.parse(response.body()), place, token);
  }

  @ParameterizedTest
  @CsvSource({"(, 1:213", "!, 1:214", "{, 1:205"})
  void soIsTheBracketThatIsOneTooMany(String bracket, String place) throws Exception {
    String query =
        bracket.equals("{") ? "ASK " + "{".repeat(300) : "ASK { FILTER " + bracket.repeat(300);

    HttpResponse<String> response = server.get("/sparql?query=" + encode(query));

    assertThat(response.statusCode()).isEqualTo(400);
    JsonObject problem = JSON.parse(response.body());
    assertThat(problem.getString("type")).endsWith("nested-too-deeply");
    assertPlaced(query, problem, place, bracket);
  }

  @Test
  void soIsAListThatIsTooLong() throws Exception {
    String query = "ASK { FILTER(1 IN (2" + ", 2".repeat(20_000) + ")) }";

    HttpResponse<String> response = server.post("/sparql", "application/sparql-query", query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertPlaced(query, JSON.parse(response.body()), "1:19", "(");
  }

  private static void assertPlaced(String query, JsonObject problem, String place, String token) {
    long line = problem.get("line").getAsNumber().value().longValue();
    long column = problem.get("column").getAsNumber().value().longValue();
    assertThat(line + ":" + column).isEqualTo(place);
    assertThat(problem.getString("token")).isEqualTo(token);
    assertThat(problem.getString("detail"))
        .startsWith("line %d, column %d: ".formatted(line, column));
    assertStandsThere(query, line, column, token);
  }

  @Test
  void theTextThatIsWrongIsShownWithThePlaceMarkedAndNothingOfItIsMarkup() throws Exception {
    String query = "SELECT *\nWHERE { ?s ?p \"<b>&\" ?o }";

    HttpResponse<String> page = server.get("/sparql?query=" + encode(query), "Accept", "text/html");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains(
            "<h1>This is not a SPARQL query</h1>",
            "<p class=\"hint\">",
            "<span class=\"number\">2</span>WHERE { ?s ?p \"&lt;b&gt;&amp;\" <mark>?o</mark> }",
            "href=\"/problems/not-sparql\"",
            "<textarea")
        .doesNotContain("<b>&");
  }

  @Test
  void theEndOfTheTextIsMarkedToo() throws Exception {
    String page = server.get("/sparql?query=" + encode("SELECT * {"), "Accept", "text/html").body();

    assertThat(page).contains("SELECT * {<mark>").contains("is never closed");
  }

  @Test
  void everyKindOfErrorIsExplainedAtItsAddress() throws Exception {
    JsonObject problem = JSON.parse(server.get("/nothing/here").body());
    String path = problem.getString("type").replace("https://w3id.org/dramatis", "");

    assertThat(server.get(path).statusCode()).isEqualTo(200);
    assertThat(server.get(path).body()).contains("<h1>There is nothing here</h1>");
    assertThat(server.get("/problems/").body()).contains("href=\"" + path + "\"");
    assertThat(server.get("/problems/unheard-of").statusCode()).isEqualTo(404);
  }
}
