package org.dramatis.http.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.WithWritableServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities are found by name at {@code /search}. */
final class SearchEndpointIT {

  private static final String BASE = "https://w3id.org/dramatis/";

  private static HttpResponse<String> get(String address, String... headers) throws Exception {
    return ProjectServer.server().get(address, headers);
  }

  private static JsonObject json(String address) throws Exception {
    HttpResponse<String> response = get(address);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json;charset=utf-8");
    return JSON.parse(response.body());
  }

  private static List<String> iris(JsonObject answer) {
    List<String> iris = new ArrayList<>();
    answer.get("hits").getAsArray().forEach(hit -> iris.add(hit.getAsObject().getString("iri")));
    return iris;
  }

  @Nested
  final class Refusing {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/search",
          "/search?query=x",
          "/search?q=a&q=b",
          "/search?q=x&limit=0",
          "/search?q=x&limit=101",
          "/search?q=x&lang=not+a+language",
          "/search?q=x&type=no%20class",
          "/search?q=x&cursor=made-up",
          "/search?q=x&cursor=!!",
          "/search/one"
        })
    void whatCannotBeUnderstoodIsRefused(String address) throws Exception {
      HttpResponse<String> response = get(address);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aTextThatIsNoNameIsRefused() throws Exception {
      assertThat(get("/search?q=" + "x".repeat(501)).statusCode()).isEqualTo(400);
    }

    @Test
    void thereAreNoOtherFormsAndAddresses() throws Exception {
      assertThat(get("/search?q=x&format=csv").statusCode()).isEqualTo(406);
      assertThat(get("/search?q=x", "Accept", "text/turtle").statusCode()).isEqualTo(406);
      assertThat(get("/search/two?q=x").statusCode()).isEqualTo(404);
      assertThat(ProjectServer.server().post("/search", "text/plain", "x").statusCode())
          .isEqualTo(405);
    }

    @Test
    void whereNothingIsFoundTheListIsEmptyAndTheOneIsMissing() throws Exception {
      assertThat(iris(json("/search?q=Zwiebelfisch"))).isEmpty();
      HttpResponse<String> one = get("/search/one?q=Zwiebelfisch");
      assertThat(one.statusCode()).isEqualTo(404);
      assertThat(one.body()).contains("nothing is called like 'Zwiebelfisch'");
    }
  }

  @Nested
  final class Finding {

    @ParameterizedTest
    @CsvSource({
      "Sofia Carson, id/person/sofia-carson",
      "SOFIA CARSEN, id/person/sofia-carson",
      "galitzin, id/person/nicholas-galitzine",
      "Cassie Salazar, id/character/cassie",
      "purple harts, id/film/purple-hearts",
    })
    void anEntityIsFoundByItsName(String name, String path) throws Exception {
      JsonObject one = json("/search/one?q=" + encode(name));
      assertThat(iris(json("/search?q=" + encode(name)))).contains(BASE + path);
      assertThat(one.getString("label")).isNotEmpty();
    }

    @Test
    void aHitTellsWhatItIsAndWhyItWasFoundAndWhoSaysSo() throws Exception {
      JsonObject hit = json("/search/one?q=Sofia+Carson");
      assertThat(hit.getString("iri")).isEqualTo(BASE + "id/person/sofia-carson");
      assertThat(hit.get("types").getAsArray().get(0).getAsObject().getString("label"))
          .isEqualTo("person");
      JsonObject matched = hit.getObj("matched");
      assertThat(matched.getString("why")).isEqualTo("the same name");
      assertThat(
              matched.get("sources").getAsArray().stream().map(each -> each.getAsString().value()))
          .contains(BASE + "source/register");
      assertThat(hit.getNumber("score").doubleValue()).isEqualTo(1);
    }

    @Test
    void onlyAClassIsSearchedIfOneIsNamedInAnyWay() throws Exception {
      for (String type : List.of("Character", "d:Character", encode(BASE + "ns#Character"))) {
        assertThat(iris(json("/search?q=c&limit=100&type=" + type)))
            .isNotEmpty()
            .allMatch(iri -> iri.startsWith(BASE + "id/character/"));
      }
    }

    @Test
    void allPagesTogetherAreTheWholeAnswer() throws Exception {
      List<String> whole = iris(json("/search?q=s&limit=100"));
      List<String> paged = new ArrayList<>();
      Optional<String> next = Optional.of("/search?q=s&limit=7");
      while (next.isPresent()) {
        JsonObject page = json(next.get());
        assertThat(iris(page)).hasSizeLessThanOrEqualTo(7);
        paged.addAll(iris(page));
        next = Optional.ofNullable(page.get("next")).map(each -> each.getAsString().value());
      }
      assertThat(paged).hasSizeGreaterThan(7).doesNotHaveDuplicates();
      assertThat(paged.subList(0, Math.min(100, paged.size()))).isEqualTo(whole);
    }

    @Test
    void theAnswerNamesItsVersionAndIsNotSentTwice() throws Exception {
      HttpResponse<String> first = get("/search?q=sofia");
      assertThat(header(first, "Dramatis-Version")).isEqualTo("1");
      String tag = header(first, "ETag");
      assertThat(get("/search?q=sofia", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void aBrowserGetsAPageWithAFormAndLinks() throws Exception {
      HttpResponse<String> page = get("/search?q=%3CSofia%3E", "Accept", "text/html");
      assertThat(header(page, "Content-Type")).startsWith("text/html");
      assertThat(page.body())
          .contains("<form class=\"search\"", "value=\"&lt;Sofia>\"", "Sofia Carson")
          .doesNotContain("<Sofia>");
      assertThat(get("/search", "Accept", "text/html").body()).contains("role=\"search\"");
    }
  }

  @Nested
  final class Following extends WithWritableServer {

    @Test
    void whatWasWrittenIsFoundInTheNextAnswer() throws Exception {
      HttpResponse<String> written =
          server.update(
              "INSERT DATA { GRAPH <https://example.org/g> { <https://example.org/new>"
                  + " <http://www.w3.org/2000/01/rdf-schema#label> \"Brand New\" } }");
      assertThat(written.statusCode()).as(written.body()).isLessThan(300);
      assertThat(server.get("/search?q=brand+new").body()).contains("https://example.org/new");
    }
  }
}
