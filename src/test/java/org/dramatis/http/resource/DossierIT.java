package org.dramatis.http.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.Test;

/** The pages on which entities are put together for people. */
class DossierIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final TestServer server = ProjectServer.server();

  private String page(String path) throws Exception {
    HttpResponse<String> answer = server.get(path, "Accept", BROWSER);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** What stands between a heading and the next one. */
  private static String section(String page, String anchor) {
    int start = page.indexOf("<h2 id=\"%s\">".formatted(anchor));
    assertThat(start).as("a section " + anchor).isNotNegative();
    int end = page.indexOf("<h2", start + 1);
    return page.substring(start, end < 0 ? page.length() : end);
  }

  @Test
  void whatIsDeniedOrReservedStandsApartAndIsMarkedInWords() throws Exception {
    assertThat(section(page("/id/episode/purple-hearts-2-finale"), "denied"))
        .contains("The finale has no cliffhanger", "sentence 33", "(denied");
    String father = page("/id/character/luke");
    assertThat(section(father, "reserved"))
        .contains("Jacob Morrow Sr. may be Luke’s father", "hedged");
    assertThat(section(father, "pointing")).doesNotContain("Jacob Morrow");
  }

  @Test
  void disagreementIsToldWithBothValuesAndBothSources() throws Exception {
    String netflix = section(page("/id/organization/netflix"), "identifiers");

    assertThat(netflix).contains("Q907311", "disputed", "Public record");
    assertThat(section(page("/id/character/luke"), "disagreement"))
        .contains("father", "between sources");
    assertThat(page("/id/person/sofia-carson")).doesNotContain("sources disagree");
  }

  @Test
  void aCharacterIsToldByWhomItIsPlayedAndThatItIsFiction() throws Exception {
    String cassie = page("/id/character/cassie");

    assertThat(cassie).contains("in fiction").doesNotContain("in the real world");
    assertThat(section(cassie, "cast"))
        .contains("Played by", "/id/person/sofia-carson", "starring", "sentence 3")
        .doesNotContain(">As<");
    assertThat(cassie).containsPattern("character, played by <a href=\"/id/person/sofia-carson\">");
  }

  @Test
  void aPersonIsToldWhatPartsAreAndWhatElseWasDone() throws Exception {
    String carson = page("/id/person/sofia-carson");

    assertThat(carson).contains("in the real world");
    assertThat(section(carson, "cast")).contains("Parts played", "/id/character/cassie");
    assertThat(section(carson, "credits")).contains("songwriter");
    assertThat(section(carson, "identifiers")).contains("https://open.spotify.com/artist/");
  }

  @Test
  void whatNoCatalogueHasIsSaidHonestly() throws Exception {
    assertThat(section(page("/id/season/purple-hearts-2"), "identifiers"))
        .contains("No other catalogue is known to have it");
  }

  @Test
  void thePictureHasALinkForEachNeighbourAndATableThatSaysTheSame() throws Exception {
    String around = section(page("/id/character/cassie"), "around");
    String picture = around.substring(around.indexOf("<svg"), around.indexOf("</svg>"));
    String table = around.substring(around.indexOf("<table"), around.indexOf("</table>"));

    for (String neighbour : new String[] {"/id/person/sofia-carson", "/id/character/luke"}) {
      assertThat(picture).contains("<a href=\"%s\">".formatted(neighbour));
      assertThat(table).contains("<a href=\"%s\">".formatted(neighbour));
    }
    assertThat(picture.split("<a ", -1)).hasSameSizeAs(table.split("<a ", -1));
    assertThat(table).contains("mother of");
  }

  @Test
  void everythingStaysInTheVersionThatIsAskedFor() throws Exception {
    String version =
        server.get("/id/character/cassie").headers().firstValue("Dramatis-Version").orElseThrow();

    assertThat(page("/id/character/cassie?version=" + version))
        .contains("href=\"/id/person/sofia-carson?version=" + version);
  }

  @Test
  void whatIsNoEntityIsToldAsItStands() throws Exception {
    assertThat(page("/role/actor")).contains("Plays a character on screen");
    assertThat(page("/id/character/cassie?profile=full")).contains("according to");
  }
}
