package org.dramatis.http.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.model.Sha256;
import org.junit.jupiter.api.Test;

/** The page on which queries are written, as it comes from the server. */
class EditorEndpointIT {

  private static final Pattern MAP = Pattern.compile("<script type=\"importmap\">(.*?)</script>");

  private final TestServer server = ProjectServer.server();

  private HttpResponse<String> page(String search) throws Exception {
    return server.get("/query" + search, "Accept", "text/html");
  }

  private static JsonObject term(JsonObject told, String kind, String localName) {
    return told.getArray(kind)
        .map(each -> each.getAsObject())
        .filter(each -> each.getString("iri").equals("https://w3id.org/dramatis/ns#" + localName))
        .findFirst()
        .orElseThrow();
  }

  private static int number(JsonObject object, String name) {
    return object.get(name).getAsNumber().value().intValue();
  }

  @Test
  void warnsOfParametersThatItDoesNotKnow() throws Exception {
    assertThat(header(page("?qeury=x"), "Dramatis-Warning")).contains("qeury");
    assertThat(page("?query=x&view=table&version=1").headers().firstValue("Dramatis-Warning"))
        .isEmpty();
  }

  @Test
  void keepsTheQueryOfItsAddressForWhoeverHasNoScripts() throws Exception {
    assertThat(page("?query=ASK%20%7B%3C%2Ftextarea%3E%7D").body())
        .contains("<form class=\"ask\" action=\"/sparql\" method=\"get\">")
        .contains("ASK {&lt;/textarea&gt;}");
  }

  @Test
  void allowsItsImportMapAndNoOtherTextToBeAScript() throws Exception {
    HttpResponse<String> response = page("");
    Matcher map = MAP.matcher(response.body());

    assertThat(map.find()).isTrue();
    assertThat(header(response, "Content-Security-Policy"))
        .contains("script-src 'self' 'sha256-%s';".formatted(Sha256.of(map.group(1)).base64()));
    assertThat(header(server.get("/queries", "Accept", "text/html"), "Content-Security-Policy"))
        .contains("script-src 'self';");
  }

  @Test
  void hasEveryModuleThatItsMapNames() throws Exception {
    Matcher map = MAP.matcher(page("").body());
    assertThat(map.find()).isTrue();
    JsonObject imports = JSON.parse(map.group(1)).getObj("imports");

    assertThat(imports.keys()).contains("@codemirror/view");
    for (String name : imports.keys()) {
      HttpResponse<String> module = server.get(imports.getString(name));
      assertThat(module.statusCode()).as(name).isEqualTo(200);
      assertThat(header(module, "Content-Type")).startsWith("text/javascript");
      Matcher imported =
          Pattern.compile("(?m)^import .* from ['\"]([^'\"]+)").matcher(module.body());
      assertThat(imports.keys())
          .as(name)
          .containsAll(imported.results().map(it -> it.group(1)).toList());
    }
  }

  @Test
  void tellsWhatTermsTheDataUseHowOftenAndOfWhat() throws Exception {
    JsonObject terms = JSON.parse(server.get("/query/terms").body());
    JsonObject character = term(terms, "classes", "Character");
    JsonObject title = term(terms, "properties", "imdbTitle");
    HttpResponse<String> counted =
        server.get(
            TestServer.sparql(
                    "PREFIX d: <https://w3id.org/dramatis/ns#> SELECT (COUNT(*) AS ?n) { ?s a d:Character }")
                + "&format=csv");

    assertThat(character.getString("label")).isEqualTo("character");
    assertThat(number(character, "uses"))
        .isEqualTo(Integer.parseInt(counted.body().lines().toList().get(1)));
    assertThat(title.getArray("classes").map(each -> each.getAsString().value()).toList())
        .contains("https://w3id.org/dramatis/ns#Film");
    assertThat(terms.getObj("prefixes").getString("d")).isEqualTo("https://w3id.org/dramatis/ns#");
    List<Integer> uses =
        terms.getArray("classes").map(each -> number(each.getAsObject(), "uses")).toList();
    assertThat(uses).isSortedAccordingTo((one, other) -> other - one);
  }
}
