package org.dramatis.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.reconcile.ReconcileClient.get;
import static org.dramatis.http.reconcile.ReconcileClient.good;
import static org.dramatis.http.reconcile.ReconcileClient.objects;
import static org.dramatis.http.reconcile.ReconcileClient.postForm;
import static org.dramatis.http.reconcile.ReconcileClient.postJson;
import static org.dramatis.http.reconcile.ReconcileClient.texts;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client needs beside the candidates: what there is, and what is known of it. */
final class ReconcileServicesIT {

  private static final String FILM = "https://w3id.org/dramatis/id/film/purple-hearts";

  @Nested
  final class TheManifest {

    @ParameterizedTest
    @EnumSource
    void isOfItsVersion(Protocol protocol) throws Exception {
      JsonObject manifest = good(get("/" + protocol.number()), protocol, "manifest");
      assertThat(manifest.getNumber("batchSize").intValue()).isEqualTo(1000);
      assertThat(manifest.getString("dataVersion")).isNotEmpty();
      assertThat(texts(objects(manifest, "defaultTypes"), "name")).contains("person", "film");
      assertThat(get("?version=" + protocol.number()).statusCode()).isEqualTo(200);
    }

    @Test
    void isThatOfOpenRefineUnlessAnotherIsAskedFor() throws Exception {
      JsonObject manifest = good(get(""), Protocol.V0_2, "manifest");
      JsonObject entity = manifest.getObj("suggest").getObj("entity");
      assertThat(entity.getString("service_url")).endsWith("/reconcile");
      assertThat(entity.getString("service_path")).isEqualTo("/suggest/entity");
      good(get("?version=1.0-draft"), Protocol.V1_0, "manifest");
    }

    @Test
    void isAPageForSomebodyWhoLooks() throws Exception {
      HttpResponse<String> page = get("", "Accept", "text/html,*/*;q=0.8");
      assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(page.body()).contains("OpenRefine", "/reconcile</pre>", "1.0-draft");
      good(get("?format=json", "Accept", "text/html"), Protocol.V0_2, "manifest");
      assertThat(get("", "Accept", "text/turtle").statusCode()).isEqualTo(406);
      assertThat(get("?format=xml").statusCode()).isEqualTo(406);
    }

    @Test
    void leadsToTheEntity() throws Exception {
      JsonObject manifest = good(get(""), Protocol.V0_2, "manifest");
      String view = manifest.getObj("view").getString("url").replace("{{id}}", encode(FILM));
      HttpResponse<String> moved = get(view.substring(view.indexOf("/view")));
      assertThat(moved.statusCode()).isEqualTo(303);
      assertThat(header(moved, "Location")).endsWith("/id/film/purple-hearts");
    }
  }

  @Nested
  final class Suggesting {

    @ParameterizedTest
    @CsvSource({
      "entity, sof, https://w3id.org/dramatis/id/person/sofia-carson",
      "entity, https://w3id.org/dramatis/id/film/purple-hearts, https://w3id.org/dramatis/id/film/purple-hearts",
      "type, pers, Person",
      "type, Per, Person",
      "property, plays, plays-character",
      "property, character, plays-character",
      "property, imdbT, imdbTitle"
    })
    void aBeginningIsEnough(String kind, String prefix, String id) throws Exception {
      String schema =
          switch (kind) {
            case "entity" -> "suggest-entities-response";
            case "type" -> "suggest-types-response";
            default -> "suggest-properties-response";
          };
      for (Protocol protocol : Protocol.values()) {
        JsonObject answer =
            good(
                get("/%s/suggest/%s?prefix=%s".formatted(protocol.number(), kind, encode(prefix))),
                protocol,
                schema);
        assertThat(texts(objects(answer, "result"), "id")).contains(id);
      }
    }

    @Test
    void oneTypeOnlyCanBeWanted() throws Exception {
      JsonObject answer =
          good(
              get("/suggest/entity?prefix=purple&type=Film"),
              Protocol.V0_2,
              "suggest-entities-response");
      assertThat(texts(objects(answer, "result"), "id")).containsExactly(FILM);
    }

    @Test
    void theRestComesBehindACursorOrAnOffset() throws Exception {
      List<String> all = ids("/suggest/entity?prefix=s&limit=100");
      List<String> pages = new ArrayList<>();
      for (int skip = 0; skip < all.size(); skip += 7) {
        pages.addAll(ids("/suggest/entity?prefix=s&limit=7&cursor=" + skip));
      }
      assertThat(pages).startsWith(all.toArray(String[]::new));
      assertThat(ids("/1.0-draft/suggest/entity?prefix=s&limit=7&offset=7"))
          .isEqualTo(all.subList(7, 14));
      assertThat(header(get("/suggest/entity?prefix=s&limit=7"), "Link"))
          .isEqualTo("</reconcile/suggest/entity?prefix=s&limit=7&cursor=7>; rel=\"next\"");
    }

    private List<String> ids(String address) throws Exception {
      return texts(
          objects(good(get(address), Protocol.V0_2, "suggest-entities-response"), "result"), "id");
    }

    @Test
    void withoutABeginningAllTypesAreThereAndNoEntity() throws Exception {
      assertThat(ids("/suggest/entity?prefix=")).isEmpty();
      assertThat(
              objects(
                  good(
                      get("/suggest/type?prefix=&limit=100"),
                      Protocol.V0_2,
                      "suggest-types-response"),
                  "result"))
          .hasSizeGreaterThan(20);
    }
  }

  @Nested
  final class Extending {

    private static final String QUERY =
        "{\"ids\":[\"%s\",\"https://example.org/none\"],\"properties\":[{\"id\":\"year\"},{\"id\":\"imdbTitle\"},{\"id\":\"imdbTitle@sources\"},{\"id\":\"imdbTitle@claims\"},{\"id\":\"credits\",\"settings\":{\"limit\":2}}]}"
            .formatted(FILM);

    @Test
    void valuesComeWithTheirSourcesAndClaims() throws Exception {
      JsonObject answer = good(postForm("extend", QUERY), Protocol.V0_2, "data-extension-response");
      assertThat(texts(objects(answer, "meta"), "name"))
          .containsExactly(
              "year", "IMDb title", "IMDb title: sources", "IMDb title: claims", "credits");
      JsonObject film = answer.getObj("rows").getObj(FILM);
      assertThat(objects(film, "year").getFirst().getNumber("int").intValue()).isEqualTo(2022);
      assertThat(texts(objects(film, "imdbTitle"), "str")).containsExactly("tt4614584");
      assertThat(texts(objects(film, "imdbTitle@sources"), "id"))
          .containsExactly("https://w3id.org/dramatis/source/public-record");
      assertThat(texts(objects(film, "imdbTitle@claims"), "id"))
          .containsExactly("https://w3id.org/dramatis/claim/public-record/268");
      assertThat(objects(film, "credits")).hasSize(2);
      assertThat(objects(answer.getObj("rows").getObj("https://example.org/none"), "year"))
          .isEmpty();
    }

    @Test
    void theDraftHasTheSameInLists() throws Exception {
      JsonObject answer =
          good(postJson("/extend", QUERY), Protocol.V1_0, "data-extension-response");
      JsonObject film = objects(answer, "rows").getFirst();
      assertThat(film.getString("id")).isEqualTo(FILM);
      assertThat(texts(objects(film, "properties"), "id")).startsWith("year", "imdbTitle");
    }

    @Test
    void propertiesAreProposedForAType() throws Exception {
      for (Protocol protocol : Protocol.values()) {
        JsonObject answer =
            good(
                get("/%s/extend/propose?type=Film&limit=100".formatted(protocol.number())),
                protocol,
                "data-extension-property-proposal");
        assertThat(texts(objects(answer, "properties"), "id"))
            .contains("year", "imdbTitle", "imdbTitle@sources")
            .doesNotContain("plays-character");
      }
    }
  }

  @Nested
  final class Previewing {

    @Test
    void aCardCanBeFramedAndRunsNothing() throws Exception {
      HttpResponse<String> card = get("/preview?id=" + encode(FILM));
      assertThat(card.statusCode()).isEqualTo(200);
      assertThat(header(card, "Content-Type")).isEqualTo("text/html;charset=utf-8");
      assertThat(header(card, "X-Frame-Options")).isEmpty();
      assertThat(header(card, "Content-Security-Policy"))
          .contains("frame-ancestors *", "default-src 'none'");
      assertThat(header(card, "Dramatis-Version")).isNotEmpty();
      assertThat(card.body())
          .contains("Purple Hearts", "<dt>year</dt><dd dir=\"auto\">2022</dd>", "tt4614584")
          .doesNotContain("<script");
    }

    @Test
    void aFlyoutIsAPieceOfIt() throws Exception {
      HttpResponse<String> flyout = get("/flyout?id=" + encode(FILM));
      assertThat(flyout.statusCode()).isEqualTo(200);
      assertThat(flyout.body()).contains("\"id\" : \"" + FILM + "\"", "Purple Hearts");
    }
  }
}
