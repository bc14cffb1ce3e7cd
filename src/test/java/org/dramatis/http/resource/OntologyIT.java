package org.dramatis.http.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.http.WritableServer;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the vocabulary, on which each term explains itself. */
class OntologyIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static final String D = "PREFIX d: <https://w3id.org/dramatis/ns#> ";

  private static final String GRAPH = "/data?graph=https%3A%2F%2Fw3id.org%2Fdramatis%2Fns%2Fodd";

  private final TestServer server = ProjectServer.server();

  private String page(String path) throws Exception {
    HttpResponse<String> answer = server.get(path, "Accept", BROWSER);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** What the page says of a term. */
  private static String term(String page, String anchor) {
    int start = page.indexOf("<div class=\"term\" id=\"%s\"".formatted(anchor));
    assertThat(start).as("a term " + anchor).isNotNegative();
    return page.substring(start, page.indexOf("</div>", start));
  }

  private List<String> asked(String query) throws Exception {
    return server
        .get("/sparql?format=csv&query=" + TestServer.encode(query))
        .body()
        .lines()
        .skip(1)
        .toList();
  }

  @Test
  void everyTermHasAnAnchorThatItsNameLeadsTo() throws Exception {
    String page = page("/ns");
    List<String> terms =
        asked(
            """
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            SELECT DISTINCT (STRAFTER(STR(?term), "#") AS ?name) WHERE {
              ?term a ?kind FILTER (?kind IN (owl:Class, owl:ObjectProperty, owl:DatatypeProperty))
              FILTER STRSTARTS(STR(?term), "https://w3id.org/dramatis/ns#")
            }
            """);

    assertThat(terms).hasSizeGreaterThan(100);
    for (String name : terms) {
      assertThat(term(page, name)).contains("https://w3id.org/dramatis/ns#" + name);
    }
  }

  @Test
  void howOftenATermIsUsedIsWhatAQueryCounts() throws Exception {
    String page = page("/ns");
    String films = asked(D + "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a d:Film }").getFirst();
    String agents =
        asked(D + "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?x ?y { ?x d:agent ?y } }").getFirst();

    assertThat(term(page, "Film")).contains(">%s things</a>".formatted(films));
    assertThat(term(page, "agent")).contains(">%s statements</a>".formatted(agents));
    assertThat(tree(page)).contains("film<tspan class=\"number\"> %s<".formatted(films));
  }

  private static String tree(String page) {
    return page.substring(page.indexOf("<svg class=\"tree\""), page.indexOf("</svg>"));
  }

  @Test
  void aTermTellsItsMeaningItsKinAndWhatOtherVocabulariesCallIt() throws Exception {
    String film = term(page("/ns"), "Film");

    assertThat(film).contains("class ·", "is a kind of", ">d:Work<", "is never also", ">d:Season<");
    assertThat(film).contains("https://schema.org/Movie");
    assertThat(term(page("/ns"), "Work")).contains("its kinds", ">d:Film<", "what leads to it");
    assertThat(term(page("/ns"), "role")).contains("is said of", ">d:Credit<");
  }

  @Test
  void aTermLeadsToThePublishedQueriesThatNameItHoweverTheyAbbreviate() throws Exception {
    String character = term(page("/ns"), "character");
    Matcher links = Pattern.compile("<li><a href=\"(/queries/[^\"]+)\"").matcher(character);

    assertThat(links.results().map(found -> found.group(1)).toList())
        .contains("/queries/cast/who-plays-whom")
        .allSatisfy(path ->
            assertThat(Files.readString(Path.of(path.substring(1) + ".rq")))
                .containsAnyOf("d:character", "<https://w3id.org/dramatis/ns#character>"));
  }

  @Test
  void aListOfValuesShowsEachWithItsMeaning() throws Exception {
    assertThat(page("/ns/schemes/roles")).contains("/role/actor", "Plays a character on screen");
    assertThat(page("/ns")).contains("<a href=\"#values-role\"", "/billing/supporting");
  }

  @Test
  void aModuleHasItsOwnTermsOnly() throws Exception {
    String works = page("/ns/works");

    assertThat(term(works, "Film")).contains("film");
    assertThat(works).doesNotContain("id=\"Credit\"");
  }

  @Test
  void aVocabularyThatRunsInCirclesOrExplainsNothingIsShownAsItIs(@TempDir Path folder)
      throws Exception {
    try (WritableServer writable = WritableServer.start(folder, DefaultGraph.UNION)) {
      String said =
          """
          PREFIX d: <https://w3id.org/dramatis/ns#>
          PREFIX owl: <http://www.w3.org/2002/07/owl#>
          PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
          <https://w3id.org/dramatis/ns> a owl:Ontology ; owl:imports <https://w3id.org/dramatis/ns/odd> .
          <https://w3id.org/dramatis/ns/odd> a owl:Ontology ; owl:imports <https://w3id.org/dramatis/ns> .
          d:Hen a owl:Class ; rdfs:isDefinedBy <https://w3id.org/dramatis/ns/odd> ; rdfs:subClassOf d:Egg .
          d:Egg a owl:Class ; rdfs:isDefinedBy <https://w3id.org/dramatis/ns/odd> ; rdfs:subClassOf d:Hen .
          d:Stone a owl:Class ; rdfs:isDefinedBy <https://w3id.org/dramatis/ns/odd> .
          <http://example.org/s> a d:Stone .
          """;
      assertThat(writable.put(GRAPH, said).statusCode()).isIn(200, 201, 204);
      HttpResponse<String> answer = writable.get("/ns", "Accept", BROWSER);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(term(answer.body(), "Hen")).contains("is a kind of", ">d:Egg<", "its kinds");
      assertThat(term(answer.body(), "Stone")).contains(">1 thing</a>");
      assertThat(tree(answer.body())).contains("#Stone").doesNotContain("#Hen");
    }
  }
}
