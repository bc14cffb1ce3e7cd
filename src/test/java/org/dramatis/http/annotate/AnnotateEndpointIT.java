package org.dramatis.http.annotate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.encode;
import static org.dramatis.http.TestServer.header;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.vocabulary.OA;
import org.dramatis.http.ProjectServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.query.Graphs;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are annotated at {@code /annotate}. */
final class AnnotateEndpointIT {

  private static final String ID = "https://w3id.org/dramatis/id/";
  private static final String PLAIN = "text/plain";

  private static HttpResponse<String> post(
      String address, String type, String body, String... headers) throws Exception {
    return ProjectServer.server().post(address, type, body, headers);
  }

  private static JsonObject json(String type, String body) throws Exception {
    HttpResponse<String> response = post("/annotate", type, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/json;charset=utf-8");
    return JSON.parse(response.body());
  }

  private static int number(JsonObject object, String key) {
    return object.get(key).getAsNumber().value().intValue();
  }

  /** Each mention as {@code start-end=thing}. */
  private static List<String> mentions(JsonObject answer) {
    List<String> mentions = new ArrayList<>();
    answer
        .get("mentions")
        .getAsArray()
        .forEach(each -> {
          JsonObject mention = each.getAsObject();
          mentions.add(
              "%d-%d=%s"
                  .formatted(
                      number(mention, "start"),
                      number(mention, "end"),
                      mention.getString("iri").replace(ID, "")));
        });
    return mentions;
  }

  @Nested
  final class Refusing {

    private void refused(HttpResponse<String> response, int status, String detail) {
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
      assertThat(response.body()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void whatHasNoText(String text) throws Exception {
      refused(post("/annotate", PLAIN, text), 400, "there is no text");
    }

    @Test
    void whatIsNoUtf8() throws Exception {
      byte[] latin = "Xolo Maridueña".getBytes(ISO_8859_1);
      refused(ProjectServer.server().post("/annotate", PLAIN, latin), 400, "the body is not UTF-8");
      refused(
          ProjectServer.server().post("/annotate", "text/plain; charset=latin1", latin),
          415,
          "send UTF-8");
    }

    @Test
    void whatIsNoTextAtAll() throws Exception {
      refused(post("/annotate", PLAIN, "PK\u0003\u0004\u0000\u0000"), 400, "NUL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "text/csv", "image/png", "text"})
    void otherMediaTypes(String type) throws Exception {
      refused(post("/annotate", type, "Sofia Carson"), 415, "text/plain, text/html");
    }

    @Test
    void whatIsTooLong() throws Exception {
      // Whoever sends much asks first; else the refusal may be lost with the connection.
      HttpRequest request =
          HttpRequest.newBuilder(ProjectServer.server().uri("/annotate"))
              .expectContinue(true)
              .header("Content-Type", PLAIN)
              .POST(HttpRequest.BodyPublishers.ofString("x".repeat(10_000_001)))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        refused(
            client.send(request, HttpResponse.BodyHandlers.ofString()), 413, "10,000,000 bytes");
      }
    }

    @Test
    void whatHasTooManyMentions() throws Exception {
      refused(post("/annotate", PLAIN, "Netflix ".repeat(100_001)), 413, "send it in pieces");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{|no JSON",
          "[]|no object",
          "\"Luke\"|no object",
          "{}|no string 'text'",
          "{\"text\": 1}|'text' is no string",
          "{\"text\": \" \"}|there is no text",
          "{\"text\": \"Luke\", \"txt\": \"Luke\"}|no key 'txt'",
          "{\"text\": \"Luke\", \"type\": \"text/csv\"}|neither text/plain nor text/html",
          "{\"text\": \"Luke\", \"lang\": \"no language\"}|no tag of a language"
        })
    void jsonThatSaysSomethingElse(String body, String detail) throws Exception {
      refused(post("/annotate", "application/json", body), 400, detail);
    }

    @Test
    void parametersThatCannotBeUnderstood() throws Exception {
      refused(post("/annotate?lang=not+a+language", PLAIN, "Luke"), 400, "no tag of a language");
      refused(post("/annotate?model=tei", PLAIN, "Luke"), 400, "there is no model 'tei'");
      refused(post("/annotate?version=999", PLAIN, "Luke"), 404, "no version 999");
      refused(post("/annotate?format=csv", PLAIN, "Luke"), 406, "no format 'csv'");
      refused(post("/annotate", PLAIN, "Luke", "Accept", "text/csv"), 406, "application/json");
      refused(
          ProjectServer.server().get("/annotate", "Accept", "application/json"),
          400,
          "there is no text");
    }
  }

  @Nested
  final class Answering {

    @Test
    void aTextWithoutAnyMentionHasNone() throws Exception {
      JsonObject answer = json(PLAIN, "Nobody is here 😀.");
      assertThat(answer.get("mentions").getAsArray()).isEmpty();
      assertThat(number(answer, "length")).isEqualTo(17);
    }

    @Test
    void placesAreCountedInCodePointsFromTheFirstToTheLast() throws Exception {
      assertThat(mentions(json(PLAIN, "Sofia Carson, 😀😀 and Nicholas Galitzine")))
          .containsExactly("0-12=person/sofia-carson", "21-39=person/nicholas-galitzine");
    }

    @Test
    void aMentionTellsItsCandidates() throws Exception {
      JsonObject mention =
          json(PLAIN, "xolo mariduena").get("mentions").getAsArray().get(0).getAsObject();
      assertThat(mention.getString("text")).isEqualTo("xolo mariduena");
      JsonObject candidate = mention.get("candidates").getAsArray().get(0).getAsObject();
      assertThat(candidate.getString("label")).isEqualTo("Xolo Maridueña");
      assertThat(candidate.get("types").getAsArray().get(0).getAsString().value())
          .isEqualTo("https://w3id.org/dramatis/ns#Person");
      assertThat(candidate.get("score").getAsNumber().value().doubleValue()).isBetween(0.5, 1.0);
      assertThat(candidate.get("matched").getAsObject().getString("name"))
          .isEqualTo("Xolo Maridueña");
    }

    @Test
    void inHtmlPlacesAreThoseOfTheHtmlAndOfTheTextWithin() throws Exception {
      String html = "<p title='Sofia Carson'>😀 Xolo <b>Maridue&ntilde;a</b><script>Luke</script>";
      JsonObject answer = json("text/html; charset=utf-8", html);
      assertThat(mentions(answer)).containsExactly("26-50=person/xolo-mariduena");
      JsonObject mention = answer.get("mentions").getAsArray().get(0).getAsObject();
      assertThat(mention.getString("text")).isEqualTo("Xolo Maridueña");
      assertThat(number(mention, "textEnd") - number(mention, "textStart")).isEqualTo(14);
    }

    @Test
    void brokenHtmlIsReadAsFarAsItGoes() throws Exception {
      assertThat(mentions(json("text/html", "<p>Sofia Carson</b> & <b")))
          .containsExactly("3-15=person/sofia-carson");
    }

    @Test
    void jsonSaysWhatTheTextIs() throws Exception {
      assertThat(
              mentions(
                  json(
                      "application/json",
                      "{\"text\": \"<i>Sofia Carson</i>\", \"type\": \"text/html\", \"lang\": \"en\"}")))
          .containsExactly("3-15=person/sofia-carson");
    }

    @Test
    void theAnswerNamesItsVersionAndIsNotKept() throws Exception {
      HttpResponse<String> response = post("/annotate", PLAIN, "Luke");
      assertThat(header(response, "Dramatis-Version")).isNotEmpty();
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void asRdfItIsNif() throws Exception {
      HttpResponse<String> response =
          post("/annotate", PLAIN, "😀 Sofia Carson", "Accept", "text/turtle");
      assertThat(header(response, "Content-Type")).isEqualTo("text/turtle;charset=utf-8");
      Graph graph = Graphs.read(response.body(), Lang.TURTLE);
      Node identity = NodeFactory.createURI("http://www.w3.org/2005/11/its/rdf#taIdentRef");
      List<Node> phrases =
          graph
              .find(Node.ANY, identity, NodeFactory.createURI(ID + "person/sofia-carson"))
              .mapWith(triple -> triple.getSubject())
              .toList();
      assertThat(phrases).hasSize(1);
      assertThat(phrases.getFirst().getURI()).startsWith("ni:///sha-256;").endsWith("#char=2,14");
      assertThat(response.body()).contains("nif-core#");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "/annotate?model=oa&format=nt|application/n-triples",
          "/annotate?model=oa|application/n-triples",
          "/annotate|application/n-triples, application/ld+json;q=0.1;profile=\"http://www.w3.org/ns/anno.jsonld\""
        })
    void orWebAnnotations(String address, String accept) throws Exception {
      HttpResponse<String> response = post(address, PLAIN, "😀 Sofia Carson", "Accept", accept);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      Graph graph = Graphs.read(response.body(), Lang.NTRIPLES);
      assertThat(graph.find(Node.ANY, OA.hasBody.asNode(), Node.ANY).toList())
          .singleElement()
          .satisfies(
              body -> assertThat(body.getObject().getURI()).isEqualTo(ID + "person/sofia-carson"));
      assertThat(graph.find(Node.ANY, OA.start.asNode(), Node.ANY).toList())
          .singleElement()
          .satisfies(start -> assertThat(start.getObject().getLiteralLexicalForm()).isEqualTo("2"));
    }
  }

  @Nested
  final class ForPeople {

    @Test
    void thereIsAFormAndItsAnswerHasLinks() throws Exception {
      HttpResponse<String> form = ProjectServer.server().get("/annotate", "Accept", "text/html");
      assertThat(form.body()).contains("<form", "method=\"post\"", "name=\"text\"");
      HttpResponse<String> page =
          post(
              "/annotate",
              "application/x-www-form-urlencoded",
              "text=" + encode("<b> Sofia Carson & Luke") + "&type=text%2Fplain&lang=",
              "Accept",
              "text/html");
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      assertThat(page.body())
          .contains("&lt;b&gt;", "/id/person/sofia-carson", "<td>4–16")
          .doesNotContain("<b> Sofia");
    }
  }

  @Nested
  final class Versions extends WithWritableServer {

    @Test
    void whatIsWrittenIsFoundInTheNextTextAndNotInAnEarlierVersion() throws Exception {
      String text = "Zuzana Zwiebel";
      String before = server.version().toString();
      assertThat(annotate("/annotate", text)).doesNotContain("\"iri\"");
      server.update(
          """
          INSERT DATA { GRAPH <http://example.org/g> {
            <http://example.org/z> <http://www.w3.org/2000/01/rdf-schema#label> "Zuzana Zwiebel"
          } }
          """);
      assertThat(annotate("/annotate", text)).contains("http://example.org/z");
      assertThat(annotate("/annotate?version=" + before, text)).doesNotContain("\"iri\"");
    }

    private String annotate(String address, String text) throws Exception {
      return server
          .anonymous("POST", address, text, "Content-Type", PLAIN, "Accept", "application/json")
          .body();
    }
  }
}
