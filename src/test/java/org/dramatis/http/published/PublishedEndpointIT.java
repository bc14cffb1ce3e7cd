package org.dramatis.http.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedEndpointIT {

  private static final String CREW = "/queries/crew/crew-of-work";
  private static final String FILM = "https://w3id.org/dramatis/id/film/purple-hearts";

  private static final String NUMBERS =
      """
      #+ summary: Which numbers are there
      #+ description: Numbers, with a word.
      #+ enumerate:
      #+   - kind: [odd, even]
      #+   - number
      SELECT ?number ?word WHERE {
        ?s <x:kind> ?_kind ; <x:number> ?number, ?__number_integer ; <x:word> ?word
      } ORDER BY ?number
      """;
  private static final String PAGED =
      """
      #+ summary: All numbers
      #+ description: Three on a page.
      #+ pagination: 3
      SELECT ?number WHERE { ?s <x:number> ?number } ORDER BY ?number
      """;
  private static final String POSTED =
      """
      #+ summary: Whether there are numbers
      #+ description: Only by POST.
      #+ method: POST
      ASK { ?s <x:number> ?number }
      """;

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path topic = Files.createDirectories(folder.resolve("numbers"));
    Files.writeString(topic.resolve("of-kind.rq"), NUMBERS);
    Files.writeString(topic.resolve("all.rq"), PAGED);
    Files.writeString(topic.resolve("any.rq"), POSTED);
    StringBuilder data = new StringBuilder("GRAPH :g {");
    for (int i = 1; i <= 7; i++) {
      data.append(
          "<x:%d> <x:kind> '%s' ; <x:number> %d ; <x:word> 'n%d' ."
              .formatted(i, i % 2 == 0 ? "even" : "odd", i, i));
    }
    server = TestServer.start(folder, data.append('}').toString(), Duration.ofSeconds(20));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          kind=prime                | 400 | 'prime' is none of its values: odd, even
          kind=odd&kind=even        | 400 | the parameter 'kind' occurs more than once
          kind=odd&number=three     | 400 | 'three' is not an integer
          colour=red&kind=odd       | 400 | numbers/of-kind takes kind, number
          number=3                  | 400 | a value is missing
          kind=odd&page=0&page-size=2 | 400 | counted from 1
          kind=odd&page=2           | 400 | say with 'page-size'
          kind=odd&page-size=0      | 400 | '0' is no size of a page
          kind=odd&page-size=100001 | 400 | '100001' is no size of a page
          kind=odd&page-size=2&max-rows=1 | 400 | leave one of the two out
          kind=odd&format=ttl       | 406 | there is no format 'ttl'
          kind=odd&version=99       | 404 | 99
          """)
  void whatCannotBeMeantIsRefusedWithTheReason(String parameters, int status, String reason)
      throws Exception {
    HttpResponse<String> response = server.get("/queries/numbers/of-kind?" + parameters);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    assertThat(response.body()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "/queries/numbers/none, 404",
    "/queries/of-kind?kind=odd, 404",
    "/queries/numbers/all.png, 406",
    "/queries/numbers/all.csv?format=json, 400",
    "/queries/numbers/any?page-size=2, 405"
  })
  void whatIsNotThereIsRefused(String address, int status) throws Exception {
    assertThat(server.get(address).statusCode()).isEqualTo(status);
  }

  @Test
  void valuesBecomeTermsAndNeverSyntax() throws Exception {
    String attack = "odd' } UNION { ?s ?p ?o";
    HttpResponse<String> words =
        ProjectServer.server()
            .get("/queries/music/songs-without-a-name?format=json&work=" + encode("x> ?p ?o . <y"));
    HttpResponse<String> kind = server.get("/queries/numbers/of-kind?kind=" + encode(attack));

    assertThat(words.statusCode()).isEqualTo(400);
    assertThat(kind.statusCode()).isEqualTo(400);
  }

  @Test
  void aQueryIsAnsweredWithItsDefaultsAndWithValues() throws Exception {
    TestServer project = ProjectServer.server();
    String season = project.get(CREW + ".csv").body();
    String film = project.get(CREW + ".csv?work=" + encode(FILM)).body();

    assertThat(season).isEqualTo(Files.readString(expected(CREW)).replace("\n", "\r\n"));
    assertThat(film).startsWith("role,agent,contribution,source").isNotEqualTo(season);
    assertThat(project.get(CREW + ".csv?work=film:purple-hearts").body()).isEqualTo(film);
    assertThat(project.get(CREW + "?work=&format=csv").body()).isEqualTo(season);
  }

  private static Path expected(String address) {
    return ProjectServer.PROJECT.resolve(address.substring(1) + ".csv");
  }

  @Test
  void theSameIsAskedByAForm() throws Exception {
    HttpResponse<String> posted =
        post(
            "/queries/numbers/of-kind",
            "application/x-www-form-urlencoded",
            "kind=even&format=csv");
    HttpResponse<String> json = post("/queries/numbers/of-kind", "application/json", "{}");

    assertThat(posted.body()).isEqualTo("number,word\r\n2,n2\r\n4,n4\r\n6,n6\r\n");
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(json.body()).contains("send the values as a form");
  }

  @Test
  void aQueryWithAMethodIsAskedByThatAlone() throws Exception {
    HttpResponse<String> posted =
        post("/queries/numbers/any", "application/x-www-form-urlencoded", "");
    HttpResponse<String> got = server.get("/queries/numbers/any");

    assertThat(posted.body()).contains("\"boolean\":true");
    assertThat(got.statusCode()).isEqualTo(405);
    assertThat(header(got, "Allow")).isEqualTo("POST");
    assertThat(server.get("/queries/numbers/any", "Accept", "text/html").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersAreKeptAndNamedByVersionLikeThoseOfAnyQuery() throws Exception {
    HttpResponse<String> answer = server.get("/queries/numbers/of-kind?kind=odd");
    HttpResponse<String> pinned = server.get("/queries/numbers/of-kind?kind=odd&version=1");
    HttpResponse<String> again =
        server.get("/queries/numbers/of-kind?kind=odd", "If-None-Match", header(answer, "ETag"));

    assertThat(header(answer, "Dramatis-Version")).isEqualTo("1");
    assertThat(header(answer, "Content-Type")).startsWith("application/sparql-results+json");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(pinned.body()).isEqualTo(answer.body());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(server.method("HEAD", "/queries/numbers/of-kind?kind=odd").statusCode())
        .isEqualTo(200);
  }

  @Test
  void pagesLeadFromOneToTheNextAndAreTogetherTheWholeAnswer() throws Exception {
    List<String> rows = new ArrayList<>();
    Optional<String> next = Optional.of("/queries/numbers/all?format=csv");
    int pages = 0;
    while (next.isPresent()) {
      HttpResponse<String> page = server.get(next.get());
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      page.body().lines().skip(1).forEach(rows::add);
      pages++;
      next = link(page, "next");
      assertThat(header(page, "Dramatis-Truncated")).isEqualTo(next.isPresent() ? "rows=3" : "");
      assertThat(link(page, "first")).isPresent();
      assertThat(link(page, "prev").isPresent()).isEqualTo(pages > 1);
      assertThat(next.orElse("version=1")).contains("version=1");
    }

    assertThat(pages).isEqualTo(3);
    assertThat(rows).containsExactly("1", "2", "3", "4", "5", "6", "7");
  }

  @Test
  void pagesOfAnotherSizeAreMadeOnDemand() throws Exception {
    HttpResponse<String> last = server.get("/queries/numbers/all?format=csv&page-size=5&page=2");
    HttpResponse<String> odd =
        server.get("/queries/numbers/of-kind?kind=odd&format=csv&page-size=3&page=2");
    HttpResponse<String> beyond = server.get("/queries/numbers/all?format=csv&page=9");

    assertThat(last.body()).isEqualTo("number\r\n6\r\n7\r\n");
    assertThat(odd.body()).isEqualTo("number,word\r\n7,n7\r\n");
    assertThat(link(odd, "prev")).hasValueSatisfying(prev -> assertThat(prev).contains("kind=odd"));
    assertThat(beyond.body()).isEqualTo("number\r\n");
    assertThat(link(beyond, "next")).isEmpty();
  }

  private static Optional<String> link(HttpResponse<String> response, String relation) {
    Pattern pattern = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"");
    return response.headers().allValues("Link").stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  @Test
  void aBrowserIsShownTheQueryWithAFormAndThenItsAnswer() throws Exception {
    HttpResponse<String> page = server.get("/queries/numbers/of-kind", "Accept", "text/html");
    HttpResponse<String> answer =
        server.get("/queries/numbers/of-kind?kind=even&number=&format=html", "Accept", "text/html");

    assertThat(page.body())
        .contains("Which numbers are there")
        .contains("<option>odd</option>", "<option>even</option>")
        .contains("<datalist id=\"l-number\">", "<option value=\"7\">")
        .contains("curl -G http://localhost:3030/queries/numbers/of-kind");
    assertThat(answer.body())
        .contains("3 rows")
        .contains("/queries/numbers/of-kind?kind=even&amp;number=&amp;format=csv");
  }

  @Test
  void everyLinkOfTheFormLeadsSomewhere() throws Exception {
    String page = server.get("/queries/numbers/of-kind", "Accept", "text/html").body();
    List<String> links =
        Pattern.compile("<a href=\"(/[^\"]*)\"")
            .matcher(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links).isNotEmpty();
    for (String link : links) {
      assertThat(server.get(link, "Accept", "text/html").statusCode()).as(link).isEqualTo(200);
    }
  }

  @Test
  void theListTellsProgramsWhatEachQueryTakes() throws Exception {
    JsonObject list = JSON.parse(server.get("/queries").body());
    JsonObject query =
        list.get("queries").getAsArray().stream()
            .map(each -> each.getAsObject())
            .filter(each -> each.getString("path").equals("numbers/of-kind"))
            .findFirst()
            .orElseThrow();
    JsonObject kind = query.get("parameters").getAsArray().get(0).getAsObject();

    assertThat(query.getString("kind")).isEqualTo("select");
    assertThat(kind.getString("name")).isEqualTo("kind");
    assertThat(kind.getBoolean("required")).isTrue();
    assertThat(
            kind.get("values").getAsArray().stream()
                .map(value -> value.getAsString().value())
                .toList())
        .containsExactly("odd", "even");
    assertThat(server.get("/queries", "Accept", "text/html").body())
        .contains("Published questions");
    assertThat(server.get("/queries/").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return server.post(path, type, body.getBytes(StandardCharsets.UTF_8));
  }
}
