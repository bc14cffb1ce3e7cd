package org.dramatis.http.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.TestServer.sparql;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.http.TestServer;
import org.dramatis.model.Change;
import org.dramatis.model.DefaultGraph;
import org.dramatis.query.catalogue.Catalogue;
import org.dramatis.store.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions are asked by time, as RFC 7089 has it. */
class MementoIT {

  private static final Node IRI = NodeFactory.createURI("https://example.org/x");
  private static final String COUNT =
      sparql("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") + "&format=csv";
  private static final String JANUARY = "Thu, 01 Jan 2026 12:00:00 GMT";
  private static final String APRIL = "Wed, 01 Apr 2026 12:00:00 GMT";

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final History history = History.inMemory(DefaultGraph.UNION, now::get);
  private TestServer server;

  /** Three versions: of January, and of March twice within one second. */
  @BeforeEach
  void start() throws Exception {
    server = TestServer.start(history, Catalogue.empty());
    add("2026-01-01T12:00:00.750Z");
    add("2026-03-01T12:00:00.250Z");
    add("2026-03-01T12:00:00.500Z");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void add(String time) {
    now.set(Instant.parse(time));
    Quad quad = Quad.create(IRI, IRI, IRI, NodeFactory.createLiteralString("at " + time));
    history
        .store()
        .apply(history.log().append(new Change("tests", "one more", List.of(quad), List.of())));
  }

  private HttpResponse<String> at(String path, String date) throws Exception {
    return server.get(path, "Accept-Datetime", date);
  }

  @Test
  void aTimeThatCannotBeReadIsRefused() throws Exception {
    for (String date :
        new String[] {
          "yesterday",
          "2026-01-01T12:00:00Z",
          "Fri, 01 Jan 2026 12:00:00 GMT",
          "Thu, 1 Jan 2026 12:00:00 GMT",
          "Thu, 01 Jan 2026 12:00:00 +0000",
          ""
        }) {
      HttpResponse<String> refused = at(COUNT, date);

      assertThat(refused.statusCode()).as(date).isEqualTo(400);
      assertThat(refused.body()).as(date).contains("Accept-Datetime is no date");
    }
  }

  @Test
  void twoTimesAreRefused() throws Exception {
    HttpResponse<String> refused =
        server.get(COUNT, "Accept-Datetime", JANUARY, "Accept-Datetime", APRIL);

    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void theNewestAnswerSaysWhereOthersAreAndIsNoMemento() throws Exception {
    HttpResponse<String> answer = server.get(COUNT);

    assertThat(answer.body()).isEqualTo("n\r\n3\r\n");
    assertThat(header(answer, "Dramatis-Version")).isEqualTo("3");
    assertThat(header(answer, "Dramatis-Version-Id"))
        .isEqualTo(history.outline().id(history.log().head()).orElseThrow().toString());
    assertThat(header(answer, "Vary")).contains("Accept-Datetime");
    assertThat(answer.headers().firstValue("Memento-Datetime")).isEmpty();
    assertThat(header(answer, "Link"))
        .contains("</timegate" + COUNT + ">; rel=\"timegate\"")
        .contains("</timemap/link" + COUNT + ">; rel=\"timemap\"")
        .doesNotContain("memento\"");
    assertThat(header(answer, "Access-Control-Expose-Headers"))
        .contains("Memento-Datetime", "Dramatis-Version-Id", "Link");
  }

  @Test
  void aTimeChoosesTheVersionThatWasTheNewest() throws Exception {
    HttpResponse<String> answer = at(COUNT, "Sun, 01 Feb 2026 00:00:00 GMT");

    assertThat(answer.body()).isEqualTo("n\r\n1\r\n");
    assertThat(header(answer, "Dramatis-Version")).isEqualTo("1");
    assertThat(header(answer, "Memento-Datetime")).isEqualTo(JANUARY);
    assertThat(header(answer, "Content-Location")).isEqualTo(COUNT + "&version=1");
    assertThat(header(answer, "Vary")).contains("Accept-Datetime");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(answer, "Link"))
        .contains("<" + COUNT + ">; rel=\"original\"")
        .contains("&version=1>; rel=\"first memento\"; datetime=\"" + JANUARY + "\"")
        .contains("&version=2>; rel=\"next memento\"")
        .contains("&version=3>; rel=\"last memento\"");
  }

  @Test
  void theTimeThatAnAnswerHasLeadsToThatAnswerAgain() throws Exception {
    assertThat(header(at(COUNT, JANUARY), "Dramatis-Version"))
        .as("a header has no part of a second")
        .isEqualTo("1");
    assertThat(header(at(COUNT, "Sun, 01 Mar 2026 12:00:00 GMT"), "Dramatis-Version"))
        .as("the last one of the second")
        .isEqualTo("3");
  }

  @Test
  void beforeTheFirstVersionIsTheFirstAndAfterTheLastTheLast() throws Exception {
    assertThat(header(at(COUNT, "Thu, 01 Jan 1970 00:00:00 GMT"), "Dramatis-Version"))
        .isEqualTo("1");
    assertThat(header(at(COUNT, APRIL), "Dramatis-Version")).isEqualTo("3");
  }

  @Test
  void aVersionThatIsNamedIsItselfWhateverTheTime() throws Exception {
    HttpResponse<String> answer = at(COUNT + "&version=2", JANUARY);

    assertThat(answer.body()).isEqualTo("n\r\n2\r\n");
    assertThat(header(answer, "Memento-Datetime")).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
    assertThat(header(answer, "Vary")).doesNotContain("Accept-Datetime");
    assertThat(header(answer, "Link"))
        .contains("<" + COUNT + ">; rel=\"original\"")
        .contains("rel=\"first prev memento\"", "rel=\"memento\"", "rel=\"last next memento\"");
    assertThat(at(COUNT + "&version=2", "yesterday").statusCode()).isEqualTo(200);
  }

  @Test
  void aQueryThatIsPostedIsAnsweredFromTheTimeToo() throws Exception {
    HttpResponse<String> answer =
        server.post(
            "/sparql?format=csv",
            "application/sparql-query",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
            "Accept-Datetime",
            JANUARY);

    assertThat(answer.body()).isEqualTo("n\r\n1\r\n");
    assertThat(header(answer, "Memento-Datetime")).isEqualTo(JANUARY);
    assertThat(header(answer, "Link")).contains("</sparql>; rel=\"original\"");
  }

  @Test
  void theTimeGateLeadsToTheVersionOfATime() throws Exception {
    HttpResponse<String> gate = at("/timegate" + COUNT, JANUARY);

    assertThat(gate.statusCode()).isEqualTo(302);
    assertThat(header(gate, "Location")).isEqualTo(COUNT + "&version=1");
    assertThat(header(gate, "Vary")).contains("Accept-Datetime");
    assertThat(header(gate, "Link")).contains("<" + COUNT + ">; rel=\"original\"");
    assertThat(gate.headers().firstValue("Memento-Datetime")).isEmpty();
    assertThat(server.get(header(gate, "Location")).body()).isEqualTo("n\r\n1\r\n");
    assertThat(header(server.get("/timegate" + COUNT), "Location")).endsWith("version=3");
    assertThat(at("/timegate" + COUNT, "soon").statusCode()).isEqualTo(400);
  }

  @Test
  void theTimeGateLeadsToNoOtherServer() throws Exception {
    for (String path : new String[] {"//example.org/", "/%5C%5Cexample.org", "/\\example.org"}) {
      int status;
      try (Socket raw = new Socket("localhost", server.port())) {
        raw.getOutputStream()
            .write(
                ("GET /timegate"
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        String answer = new String(raw.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status = Integer.parseInt(answer.substring(9, 12));
        assertThat(answer).doesNotContain("Location: //").doesNotContain("Location: /\\");
      }
      assertThat(status).as(path).isIn(302, 400, 404);
    }
  }

  @Test
  void theTimeMapListsEveryVersion() throws Exception {
    HttpResponse<String> map = server.get("/timemap/link" + COUNT);

    assertThat(header(map, "Content-Type")).startsWith("application/link-format");
    assertThat(map.body())
        .contains("<" + COUNT + ">;rel=\"original\"")
        .contains("<" + COUNT + "&version=1>;rel=\"first memento\";datetime=\"" + JANUARY + "\"")
        .contains("<" + COUNT + "&version=2>;rel=\"memento\"")
        .contains("<" + COUNT + "&version=3>;rel=\"last memento\"")
        .contains("rel=\"self\"")
        .contains("from=\"" + JANUARY + "\";until=\"Sun, 01 Mar 2026 12:00:00 GMT\"");
    assertThat(server.get("/timemap/json" + COUNT).body())
        .contains("\"first\"", "\"2026-01-01T12:00:00.750Z\"");
    assertThat(server.get("/timemap").statusCode()).isEqualTo(200);
    assertThat(server.get("/timemap/xml/sparql").statusCode()).isEqualTo(404);
    assertThat(server.get("/timemap/link/2/sparql").statusCode()).isEqualTo(404);
  }

  @Test
  void everyAddressOfATimeMapAndWhereATimeGateLeadsIsAnswered() throws Exception {
    Pattern address = Pattern.compile("<([^>]+)>;rel=\"[^\"]*(?:memento|original)\"");
    for (String original : List.of("", "/", "/sparql", "/.well-known/void", COUNT)) {
      Matcher addresses = address.matcher(server.get("/timemap/link" + original).body());
      int found = 0;
      while (addresses.find()) {
        found++;
        HttpResponse<String> memento = server.get(addresses.group(1), "Accept", "*/*");
        assertThat(memento.statusCode()).as(addresses.group(1)).isEqualTo(200);
        if (found > 1) {
          assertThat(header(memento, "Dramatis-Version"))
              .as(addresses.group(1))
              .isEqualTo("" + (found - 1));
          assertThat(memento.headers().firstValue("Memento-Datetime")).isPresent();
        }
      }
      assertThat(found).as(original).isEqualTo(4);
      String there = header(at("/timegate" + original, JANUARY), "Location");
      assertThat(server.get(there).statusCode()).as(there).isEqualTo(200);
    }
  }

  @Test
  void theTimeMapOfAThingBeginsWhenItDoes() throws Exception {
    Node ann = NodeFactory.createURI("https://w3id.org/dramatis/id/person/ann");
    now.set(Instant.parse("2026-05-01T12:00:00Z"));
    Quad quad = Quad.create(IRI, ann, IRI, IRI);
    history
        .store()
        .apply(history.log().append(new Change("tests", "Ann", List.of(quad), List.of())));
    add("2026-06-01T12:00:00Z");

    for (String address : List.of("/id/person/ann", "/id/person/ann.ttl")) {
      String map = server.get("/timemap/link" + address).body();
      assertThat(map.lines().filter(line -> line.contains("memento\""))).hasSize(2);
      assertThat(map).contains("<" + address + "?version=4>;rel=\"first memento\"");
      assertThat(server.get(address + "?version=4").statusCode()).isEqualTo(200);
      assertThat(server.get(address + "?version=3").statusCode()).isEqualTo(404);
    }
    assertThat(server.get("/timemap/link/id/person/bob").statusCode()).isEqualTo(404);
    assertThat(server.get("/timemap/link/2/id/person/ann").statusCode()).isEqualTo(404);
  }

  @Test
  void theFirstPageIsThatOfAVersionToo() throws Exception {
    HttpResponse<String> page = server.get("/?version=2", "Accept", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Version <a href=\"/history/2\">2</a> of the data");
    assertThat(header(at("/", JANUARY), "Dramatis-Version")).isEqualTo("1");
    assertThat(server.get("/?version=4").statusCode()).isEqualTo(404);
  }

  @Test
  void whatHasNoVersionsHasNoTimeMap() throws Exception {
    for (String path :
        List.of("/health", "/nothing", "/assets/present/style.css", "/changes", "/data?default")) {
      assertThat(server.get("/timemap/link" + path).statusCode()).as(path).isEqualTo(404);
      assertThat(server.get("/timegate" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aLongTimeMapComesInPagesThatTogetherHaveEveryVersion() throws Exception {
    for (int i = 0; i < 2000; i++) {
      add(Instant.parse("2026-03-02T00:00:00Z").plusSeconds(i).toString());
    }
    Pattern memento = Pattern.compile("version=([0-9]+)>");
    long found = 0;
    for (int page = 1; page <= 3; page++) {
      Matcher mementos = memento.matcher(server.get("/timemap/link/" + page + "/sparql").body());
      while (mementos.find()) {
        assertThat(Long.parseLong(mementos.group(1))).isEqualTo(++found);
      }
    }
    assertThat(found).isEqualTo(2003);
    assertThat(server.get("/timemap/link/sparql").body())
        .contains("</timemap/link/2/sparql>;rel=\"timemap\"");
    assertThat(server.get("/timemap/link/4/sparql").statusCode()).isEqualTo(404);
  }

  @Test
  void thereMayBeNoVersionYet() throws Exception {
    History empty = History.inMemory(DefaultGraph.UNION, now::get);
    try (TestServer young = TestServer.start(empty, Catalogue.empty())) {
      HttpResponse<String> answer = young.get(COUNT, "Accept-Datetime", JANUARY);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Dramatis-Version")).isEqualTo("0");
      assertThat(answer.headers().firstValue("Memento-Datetime")).isEmpty();
      assertThat(young.get("/timemap/json/sparql").statusCode()).isEqualTo(200);
    }
  }
}
