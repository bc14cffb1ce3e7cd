package org.dramatis.http.write;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateEndpointIT extends WithWritableServer {

  private static final String DIRECT = "application/sparql-update";
  private static final String FORM = "application/x-www-form-urlencoded";

  private HttpResponse<String> form(String fields) throws IOException, InterruptedException {
    return server.with(WritableServer.WRITER, "POST", "/update", fields, "Content-Type", FORM);
  }

  private static String type(HttpResponse<String> response) {
    return response.body().replaceAll("(?s).*problems/([a-z-]+).*", "$1");
  }

  @Nested
  class Refusing {

    @Test
    void anUpdateByGetIsRefused() throws Exception {
      HttpResponse<String> response =
          server.with(WritableServer.WRITER, "GET", "/update?update=CLEAR%20ALL", "");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }

    @Test
    void anUpdateHasTheTimeThatTheClientGivesIt() throws Exception {
      String endless =
          "DELETE { ?a ?p 1 } WHERE { %s }"
              .formatted(
                  "VALUES ?%s { 1 2 3 4 5 6 7 8 9 } "
                      .repeat(12)
                      .formatted((Object[]) "a b c d e f g h i j k l".split(" ")));
      long begun = System.nanoTime();

      HttpResponse<String> direct =
          server.with(
              WritableServer.WRITER,
              "POST",
              "/update?timeout=0.2",
              endless,
              "Content-Type",
              DIRECT);
      HttpResponse<String> inForm = form("timeout=0.2&update=" + TestServer.encode(endless));

      assertThat(type(direct)).isEqualTo("out-of-time");
      assertThat(type(inForm)).isEqualTo("out-of-time");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(form("timeout=soon&update=CLEAR%20ALL").statusCode()).isEqualTo(400);
    }

    @Test
    void aMisspeltParameterIsWarnedOf() throws Exception {
      HttpResponse<String> response = form("tiemout=5&update=CLEAR%20ALL");

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.headers().firstValue("Dramatis-Warning").orElse(""))
          .contains("did you mean 'timeout'?");
    }

    @Test
    void anUpdateThatDoesNotParseIsLocatedAndChangesNothing() throws Exception {
      HttpResponse<String> response =
          server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } } ;\nCLEAR XYZ");
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(type(response)).isEqualTo("not-update");
      assertThat(response.body()).containsPattern("\"line\" ?: ?2");
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @Test
    void anUpdateWhoseLastOperationFailsChangesNothing() throws Exception {
      HttpResponse<String> response =
          server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } } ; CLEAR GRAPH <x:none>");
      assertThat(response.statusCode()).isEqualTo(409);
      assertThat(type(response)).isEqualTo("not-possible");
      assertThat(response.body()).contains("x:none");
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE GRAPH <x:there>",
          "CREATE GRAPH <x:new> ; CREATE GRAPH <x:new>",
          "CLEAR GRAPH <x:none>",
          "DROP GRAPH <x:none>",
          "DROP GRAPH <x:there> ; DROP GRAPH <x:there>",
          "COPY <x:none> TO <x:there>",
          "MOVE <x:none> TO <x:there>",
          "ADD <x:none> TO <x:there>"
        })
    void whatDoesNotFitTheGraphsThereAreIsRefusedUnlessItIsSilent(String update) throws Exception {
      server.put("/data?graph=x:there", "<x:s> <x:p> 1 .");

      HttpResponse<String> refused = server.update(update);

      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
      assertThat(type(refused)).isEqualTo("not-possible");
      assertThat(server.version()).isEqualTo(new Version(1));
      String silent = update.replaceAll("(CREATE|CLEAR|DROP|COPY|MOVE|ADD) ", "$1 SILENT ");
      assertThat(server.update(silent).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> ?x } } | 1:41 | ?x",
          "DELETE DATA { GRAPH <x:g> { <x:s> $p 1 } } | 1:35 | $p",
          "DELETE { GRAPH ?g { ?s ?p 1 } } WHERE { GRAPH ?g { ?s ?p 1 } } ;§INSERT DATA { GRAPH ?h { <x:s> <x:p> 1 } } | 2:21 | ?h",
          "INSERT DATA { GRAPH <x:g> { <x:s> <x:DATA> 'DATA { ?y }' } } ; INSERT DATA {§ <x:s> <x:p> ?x } | 2:14 | ?x"
        })
    void aVariableInDataIsPlaced(String text, String place, String token) throws Exception {
      HttpResponse<String> response = server.update(text.replace('§', '\n'));

      assertThat(response.statusCode()).isEqualTo(400);
      JsonObject problem = JSON.parse(response.body());
      assertThat(problem.get("line") + ":" + problem.get("column")).isEqualTo(place);
      assertThat(problem.getString("token")).isEqualTo(token);
      assertThat(problem.getString("hint")).contains("WHERE");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "update=CLEAR+NAMED&update=CLEAR+ALL",
          "query=ASK{}",
          "query=ASK{}&update=CLEAR+ALL",
          "update=%GG",
          "update=%C3%28",
          ""
        })
    void aFormWithoutExactlyOneUpdateIsRefused(String fields) throws Exception {
      HttpResponse<String> response = form(fields);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(type(response)).isEqualTo("bad-request");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "text/plain | 415",
          "application/sparql-query | 415",
          "application/sparql-update; charset=UTF-16 | 415",
          "multipart/form-data; boundary=x | 415"
        })
    void anotherMediaTypeIsRefused(String type, int status) throws Exception {
      HttpResponse<String> response =
          server.with(WritableServer.WRITER, "POST", "/update", "CLEAR ALL", "Content-Type", type);
      assertThat(response.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "INSERT DATA { <x:s> <x:p> <x:o> }",
          "DELETE DATA { <x:s> <x:p> <x:o> }",
          "DELETE WHERE { ?s ?p ?o }",
          "CLEAR DEFAULT",
          "DROP SILENT DEFAULT",
          "ADD <x:g> TO DEFAULT",
          "COPY <x:g> TO DEFAULT",
          "MOVE DEFAULT TO <x:other>",
          "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
        })
    void theUnionIsNotWrittenByItself(String update) throws Exception {
      server.put("/data?graph=x:g", "<x:s> <x:p> <x:o> .");
      HttpResponse<String> response = server.update(update);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).contains("name the graph");
      assertThat(server.version()).isEqualTo(new Version(1));
    }

    @Test
    void whatReachesOutIsRefused() throws Exception {
      assertThat(server.update("LOAD <http://example.org/> INTO GRAPH <x:g>").statusCode())
          .isEqualTo(403);
      assertThat(
              server
                  .update(
                      "INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { SERVICE <x:e> { ?s ?p ?o } }")
                  .statusCode())
          .isEqualTo(403);
      assertThat(server.update("LOAD SILENT <http://example.org/> INTO GRAPH <x:g>").statusCode())
          .as("what may fail in silence fails in silence")
          .isEqualTo(204);
      assertThat(server.version()).isEqualTo(Version.NONE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
          "DELETE { GRAPH <x:g> { ?s ?p ?o } } USING <x:g> WHERE { ?s ?p ?o }",
          "DELETE { GRAPH <x:g> { ?s ?p ?o } } USING NAMED <x:g> WHERE { GRAPH ?g { ?s ?p ?o } }",
          "DELETE WHERE { GRAPH <x:g> { ?s ?p ?o } }"
        })
    void graphsAreChosenByTheTextOrByTheProtocolAndNotByBoth(String update) throws Exception {
      HttpResponse<String> response =
          server.with(
              WritableServer.WRITER,
              "POST",
              "/update?using-graph-uri=x:g",
              update,
              "Content-Type",
              DIRECT);
      assertThat(response.statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Changing {

    @Test
    void aRequestIsOneVersionHoweverManyOperationsAndGraphsItHas() throws Exception {
      HttpResponse<String> response =
          server.update(
              """
              INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1, 2 } GRAPH <x:h> { <x:s> <x:p> 3 } } ;
              DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } FILTER (?o = 2) } ;
              CREATE GRAPH <x:i>
              """);
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.headers().firstValue("Dramatis-Version")).hasValue("1");
      assertThat(server.lastChange().author()).isEqualTo("ann");
      assertThat(server.lastChange().message()).isEqualTo("Update: INSERT DATA, DELETE, CREATE");
      assertThat(server.lastChange().added()).hasSize(2);
      assertThat(server.lastChange().deleted()).isEmpty();
      assertThat(server.ask("{ GRAPH <x:g> { <x:s> <x:p> 1 } GRAPH <x:h> { ?s ?p 3 } ?s ?p 1 }"))
          .isTrue();
    }

    @Test
    void anUpdateThatChangesNothingMakesNoVersion() throws Exception {
      server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }");
      HttpResponse<String> again = server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }");
      assertThat(again.statusCode()).isEqualTo(204);
      assertThat(again.headers().firstValue("Dramatis-Version")).hasValue("1");
      assertThat(server.version()).isEqualTo(new Version(1));
    }

    @Test
    void aFormMayChooseTheGraphsToLookAt() throws Exception {
      server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } GRAPH <x:h> { <x:s> <x:p> 2 } }");
      String update =
          "INSERT { GRAPH <x:new> { ?s ?p ?o } } WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
      assertThat(form("using-graph-uri=x:g&update=" + TestServer.encode(update)).statusCode())
          .isEqualTo(204);
      assertThat(server.ask("{ GRAPH <x:new> { ?s ?p 1 } }")).isTrue();
      assertThat(server.ask("{ GRAPH <x:new> { ?s ?p 2 } }")).isFalse();
    }

    @Test
    void relativeIrisAreRelativeToTheBaseThatNeverChanges() throws Exception {
      server.update("INSERT DATA { GRAPH <source/x> { <id/film/f> <x:p> <> } }");
      assertThat(
              server.ask(
                  "{ GRAPH <https://w3id.org/dramatis/source/x>"
                      + " { <https://w3id.org/dramatis/id/film/f> ?p <https://w3id.org/dramatis/> } }"))
          .isTrue();
    }

    @Test
    void whatIsClearedIsStillThereAndWhatIsDroppedIsNot() throws Exception {
      server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } GRAPH <x:h> { <x:s> <x:p> 1 } }");
      assertThat(server.update("CLEAR GRAPH <x:g> ; DROP GRAPH <x:h>").statusCode()).isEqualTo(204);
      assertThat(server.get("/data?graph=x:g").statusCode()).isEqualTo(200);
      assertThat(server.get("/data?graph=x:h").statusCode()).isEqualTo(404);
      assertThat(server.ask("{ GRAPH <x:g> {} }")).isTrue();
      assertThat(server.ask("{ ?s ?p ?o }")).isFalse();
      assertThat(server.update("DROP GRAPH <x:g>").statusCode()).isEqualTo(204);
      assertThat(server.get("/data?graph=x:g").statusCode()).isEqualTo(404);
    }

    @Test
    void allGraphsCanBeDroppedAtOnceAndTheUnionWithThem() throws Exception {
      server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } } ; CREATE GRAPH <x:h>");
      assertThat(server.update("DROP ALL").statusCode()).isEqualTo(204);
      assertThat(server.ask("{ GRAPH ?g {} }")).isFalse();
      assertThat(server.ask("{ ?s ?p ?o }")).isFalse();
    }

    @Test
    void aGraphCanBeMovedCopiedAndAdded() throws Exception {
      server.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } GRAPH <x:h> { <x:s> <x:p> 2 } }");
      server.update("ADD <x:h> TO <x:g> ; COPY <x:g> TO <x:i> ; MOVE <x:i> TO <x:j>");
      assertThat(server.ask("{ GRAPH <x:j> { ?s ?p 1, 2 } GRAPH <x:g> { ?s ?p 1, 2 } }")).isTrue();
      assertThat(server.ask("{ GRAPH <x:i> {} }")).isFalse();
      assertThat(server.update("ADD DEFAULT TO <x:k>").statusCode()).isEqualTo(204);
      assertThat(server.ask("{ GRAPH <x:k> { ?s ?p 1, 2 } }")).isTrue();
    }
  }

  @Test
  void anUpdateIsStoppedAtItsTimeLimitAndChangesNothing() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (WritableServer hurried =
        WritableServer.start(
            other, DefaultGraph.UNION, Rules.NONE, TestServer.settings("time-limit", "1"))) {
      String many = IntStream.range(0, 200).mapToObj(String::valueOf).collect(joining(" "));
      String product =
          Stream.of("a", "b", "c", "d", "e")
              .map(name -> "VALUES ?%s { %s }".formatted(name, many))
              .collect(joining(" "));
      HttpResponse<String> response =
          hurried.update(
              """
              INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } } ;
              INSERT { GRAPH <x:g> { <x:s> <x:p> ?a, ?b, ?c, ?d, ?e } } WHERE { %s }
              """
                  .formatted(product));
      assertThat(response.statusCode()).as(response.body()).isIn(504, 507);
      assertThat(hurried.version()).isEqualTo(Version.NONE);
      assertThat(hurried.update("CREATE GRAPH <x:g>").statusCode())
          .as("the next one is not kept waiting")
          .isEqualTo(204);
    }
  }

  @Test
  void writersAtTheSameTimeLoseNothing() {
    IntStream.range(0, 24)
        .parallel()
        .forEach(number -> {
          try {
            String triple = "<x:s> <x:p> " + number;
            HttpResponse<String> response =
                number % 2 == 0
                    ? server.update("INSERT DATA { GRAPH <x:g> { " + triple + " } }")
                    : server.post("/data?graph=x:g", triple + " .");
            assertThat(response.statusCode()).isIn(201, 204);
          } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
          }
        });
    assertThat(server.version()).isEqualTo(new Version(24));
    assertThat(server.store().<Integer>read(now -> now.dataset().getDefaultGraph().size()))
        .isEqualTo(24);
  }
}
