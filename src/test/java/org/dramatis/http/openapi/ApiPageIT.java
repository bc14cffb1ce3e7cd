package org.dramatis.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;

/** What programs can ask, as people read it. */
class ApiPageIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final TestServer server = ProjectServer.server();

  private String page() throws Exception {
    return server.get("/api", "Accept", BROWSER).body();
  }

  private static String operation(String page, String id) {
    int start = page.indexOf("<details class=\"operation\" id=\"%s\">".formatted(id));
    assertThat(start).as("an operation " + id).isNotNegative();
    return page.substring(start, page.indexOf("</details>", start));
  }

  @Test
  void everyOperationOfTheDescriptionStandsThereOnce() throws Exception {
    JsonObject paths = JSON.parse(server.get("/openapi.json").body()).getObj("paths");
    String page = page();

    assertThat(paths.size()).isGreaterThan(100);
    paths.forEach((path, methods) ->
        methods
            .getAsObject()
            .forEach((method, told) ->
                assertThat(operation(page, told.getAsObject().getString("operationId")))
                    .contains(path.replace("'", "&#39;"))
                    .containsIgnoringCase("<b>" + method + "</b>")));
    assertThat(page.split("<details class=\"operation\"", -1).length - 1)
        .isEqualTo(paths.values().stream().mapToInt(methods -> methods.getAsObject().size()).sum());
  }

  @Test
  void whatIsSentAndWhatComesBackIsTold() throws Exception {
    String ask = operation(page(), "ask");

    assertThat(ask).contains("<code>query</code> <strong>needed</strong>", "string");
    assertThat(ask)
        .as("what is described once for many operations")
        .contains("<code>max-rows</code>", "How many rows are wanted at most");
    assertThat(ask).contains("<dt>200</dt>", "application/sparql-results+json");
    assertThat(ask).doesNotContain("<dt>400</dt>");
  }

  @Test
  void whatCanBeTriedAnswers() throws Exception {
    List<String> tries =
        Pattern.compile("Try it: <a href=\"([^\"]+)\"")
            .matcher(page())
            .results()
            .map(found -> found.group(1).replace("&amp;", "&"))
            .toList();

    assertThat(tries).hasSizeGreaterThan(50);
    for (String address : tries) {
      assertThat(server.get(address, "Accept", BROWSER).statusCode()).as(address).isIn(200, 302);
    }
  }
}
