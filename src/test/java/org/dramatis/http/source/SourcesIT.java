package org.dramatis.http.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.dramatis.entity.SampleArticle;
import org.dramatis.entity.Texts;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.dramatis.query.Graphs;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.dramatis.store.Snapshot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources are read beside their words where these are at hand, and else by their places. */
class SourcesIT {

  private static final String NIGHT_FERRY = "/sources/night-ferry";

  private static String page(TestServer server, String path) throws Exception {
    HttpResponse<String> response = server.get(path, "Accept", "text/html");
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  private static String content(TestServer server, String path) throws Exception {
    String page = page(server, path);
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  /** What a reader of the page sees as text, without the numbers of claims. */
  private static String words(String html) {
    return html.replaceAll("<sup>.*?</sup>", "").replaceAll("<[^>]*>", "");
  }

  @Nested
  class WithoutTheText {

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
      server = TestServer.start(Graphs.history(SampleArticle.trig()), Catalogue.empty());
    }

    @AfterAll
    static void stop() {
      server.close();
    }

    @Test
    void aSourceThatIsNotThereIsNotFound() throws Exception {
      assertThat(server.get("/sources/day-ferry", "Accept", "text/html").statusCode())
          .isEqualTo(404);
      assertThat(server.get(NIGHT_FERRY + "/x").statusCode()).isEqualTo(404);
    }

    @Test
    void noWordOfTheArticleIsShown() throws Exception {
      assertThat(page(server, NIGHT_FERRY))
          .doesNotContain("came out", "Ricci", "musical")
          .contains("Claim 2 in our words", "The words are not at hand");
    }

    @Test
    void eachSentenceHasItsPlacesAsBarsAndItsClaimsInWords() throws Exception {
      String content = content(server, NIGHT_FERRY);

      assertThat(content)
          .contains(
              "aria-label=\"Sentence 1: 2 claims\"",
              "aria-label=\"Sentence 3: 1 claim\"",
              "aria-label=\"The whole text: 5 claims\"");
      assertThat(Pattern.compile("<rect ").matcher(content).results().count()).isEqualTo(10);
    }

    @Test
    void whatIsDeniedHedgedOrSaidForSomebodyElseIsSaidInWords() throws Exception {
      assertThat(words(content(server, NIGHT_FERRY)))
          .contains("denied", "hedged", "in the name of the critics");
    }

    @Test
    void claimsAreChosenByTheAddressAlone() throws Exception {
      String content = content(server, NIGHT_FERRY + "?topic=work&polarity=denied");

      assertThat(content)
          .contains("<strong>1 claim</strong> of 5", "Claim 4 in our words")
          .contains("<option value=\"work\" selected>topic:work (2)</option>")
          .doesNotContain("Claim 5 in our words");
      assertThat(content(server, NIGHT_FERRY + "?topic=nothing"))
          .contains("No claim is like that.");
    }

    @Test
    void aChoiceThatIsNoneIsRefused() throws Exception {
      assertThat(server.get(NIGHT_FERRY + "?conflicts=perhaps").statusCode()).isEqualTo(400);
      assertThat(server.get(NIGHT_FERRY + "?topic=a&topic=b").statusCode()).isEqualTo(400);
    }

    @Test
    void aPageThatIsTheSameIsNotSentAgain() throws Exception {
      HttpResponse<String> first = server.get(NIGHT_FERRY);

      assertThat(server.get(NIGHT_FERRY, "If-None-Match", header(first, "ETag")).statusCode())
          .isEqualTo(304);
      assertThat(header(first, "Dramatis-Version")).isEqualTo("1");
      assertThat(server.head(NIGHT_FERRY).statusCode()).isEqualTo(200);
    }

    @Test
    void allSourcesAreListedWithWhatTheGraphDoesNotSay() throws Exception {
      assertThat(content(server, "/sources"))
          .contains(
              "<a href=\"/sources/night-ferry\"><bdi>On &lt;Night Ferry&gt;</bdi></a>",
              "<dt>Claims</dt><dd>5</dd>",
              "not said");
    }
  }

  @Nested
  class WithTheText {

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
      Files.writeString(folder.resolve("ferry.txt"), SampleArticle.TEXT);
      History history = Graphs.history(SampleArticle.trig());
      try (Snapshot snapshot = history.store().open()) {
        server = TestServer.start(history, Catalogue.empty(), Texts.of(folder, snapshot.dataset()));
      }
    }

    @AfterAll
    static void stop() {
      server.close();
    }

    @Test
    void theWholeTextIsShownInItsParagraphsAndEscaped() throws Exception {
      String words = words(content(server, NIGHT_FERRY));

      assertThat(words)
          .contains(
              "“Night Ferry” 🎬 came out in May. Zoë Ricci’s first film runs 97 minutes.",
              "called it &lt;slow&gt;.");
      assertThat(page(server, NIGHT_FERRY)).doesNotContain("<slow>");
    }

    @Test
    void wordsOfTwoClaimsLeadToBoth() throws Exception {
      assertThat(content(server, NIGHT_FERRY))
          .contains("data-claims=\"claim-1 claim-2\">came out</mark>")
          .contains("data-claims=\"claim-2\"> in May</mark>")
          .contains("id=\"at-claim-1\" href=\"#claim-1\"", "id=\"claim-1\"", "id=\"claim-2\"");
    }

    @Test
    void eachMarkLeadsToAClaimThatIsOnThePage() throws Exception {
      String content = content(server, NIGHT_FERRY);

      assertThat(Pattern.compile("href=\"#(claim-[^\"]*)\"").matcher(content).results())
          .isNotEmpty()
          .allSatisfy(mark -> assertThat(content).contains("id=\"" + mark.group(1) + "\""));
    }

    @Test
    void whatIsNotChosenIsNotMarked() throws Exception {
      assertThat(content(server, NIGHT_FERRY + "?topic=crew"))
          .contains("data-claims=\"claim-3\"")
          .doesNotContain("data-claims=\"claim-1\"")
          .contains("came out in May");
    }
  }

  @Test
  void theClaimsOfASourceAreToBeHadAsTurtle() throws Exception {
    TestServer server = ProjectServer.server();
    String content = content(server, "/sources/public-record");
    var link = Pattern.compile("href=\"([^\"]*)\">All of its claims as Turtle").matcher(content);
    assertThat(link.find()).isTrue();

    HttpResponse<String> turtle = server.get(link.group(1).replace("&amp;", "&"));

    assertThat(turtle.statusCode()).isEqualTo(200);
    assertThat(header(turtle, "Content-Type")).startsWith("text/turtle");
    assertThat(turtle.body()).contains("rdf:reifies", "d:Claim");
  }

  @Test
  void everyDisagreementIsListedBySubjectWithBothSides() throws Exception {
    String content = content(ProjectServer.server(), "/conflicts");

    assertThat(words(content))
        .contains("Jerry is Luke’s father", "Jacob Morrow Sr. may be Luke’s father")
        .contains("hedged", "234,000,000", "220.6 million", "lower bound")
        .contains("between sources", "within one source");
    assertThat(content).contains("/claim/purple-hearts-season-2/", "/claim/public-record/");
    long matters = Pattern.compile("<h3>").matcher(content).results().count();
    assertThat(content).contains(matters + " questions");
  }

  @Test
  void aServerWithoutQueriesOnConflictsFindsNone() throws Exception {
    try (TestServer server =
        TestServer.start(Graphs.history(SampleArticle.trig()), Catalogue.empty())) {
      assertThat(content(server, "/conflicts")).contains("nothing is found");
      assertThat(content(server, "/timeline")).contains("No claim of this version has a date.");
    }
  }

  @Test
  void aSourceWithMoreClaimsThanARequestMayHoldIsRefused(@TempDir Path folder) throws Exception {
    try (TestServer server =
        TestServer.start(
            folder, SampleArticle.trig(), TestServer.settings("query-memory", "24k"))) {
      HttpResponse<String> refused = server.get(NIGHT_FERRY);

      assertThat(refused.statusCode()).isEqualTo(507);
      assertThat(refused.body()).contains("memory");
    }
  }

  @Test
  void theWorldHasDatesAndStoriesHaveAnOrder() throws Exception {
    String content = content(ProjectServer.server(), "/timeline");
    String world =
        content.substring(content.indexOf("id=\"world\""), content.indexOf("id=\"stories\""));
    String stories = content.substring(content.indexOf("id=\"stories\""));

    assertThat(world)
        .containsSubsequence(
            "datetime=\"2017\"", "datetime=\"2022-07-29\"", "datetime=\"2025-11-01\"")
        .doesNotContain(">in the story<");
    assertThat(stories)
        .containsSubsequence("Step 1", "Step 2", "Step 3")
        .contains(">in the story<")
        .doesNotContain("<time");
  }
}
