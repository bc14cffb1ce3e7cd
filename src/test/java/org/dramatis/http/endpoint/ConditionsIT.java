package org.dramatis.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.dramatis.model.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that are to be made in a certain state of the data, and in no other. */
class ConditionsIT extends WithWritableServer {

  private static final String G = WritableServer.GRAPH;
  private static final String MISSING = "/data?graph=http://example.org/missing";
  private static final String ONE = "<x:s> <x:p> 1 .";
  private static final String TWO = "<x:s> <x:p> 2 .";
  private static final String UPDATE =
      "INSERT DATA { GRAPH <http://example.org/g> { <x:s> <x:p> 3 } }";
  private static final Pattern COUNT = Pattern.compile("<x:counts> +(\\d+)");

  @BeforeEach
  void thereIsAGraphAtVersion2() throws Exception {
    server.put(G, TWO);
    server.put(G, ONE);
  }

  private HttpResponse<String> change(String method, String path, String... condition)
      throws IOException, InterruptedException {
    boolean update = path.equals("/update");
    String[] headers = new String[condition.length + 2];
    headers[0] = "Content-Type";
    headers[1] = update ? "application/sparql-update" : "text/turtle";
    System.arraycopy(condition, 0, headers, 2, condition.length);
    String body = update ? UPDATE : method.equals("DELETE") ? "" : TWO;
    return server.with(WritableServer.WRITER, method, path, body, headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private String tag(String... headers) throws IOException, InterruptedException {
    return header(server.get(G, headers), "ETag");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PUT | If-Match | \"abc\"",
        "PUT | If-Match | \"1\"",
        "PUT | If-Match | \"1\", \"3\"",
        "PUT | If-Match | W/\"2\"",
        "PUT | If-None-Match | *",
        "PUT | If-None-Match | \"2\"",
        "PUT | If-None-Match | \"x\" , W/\"2\"",
        "POST | If-Match | \"1\"",
        "POST | If-None-Match | *",
        "DELETE | If-Match | \"1\"",
        "DELETE | If-None-Match | \"2\""
      })
  void nothingIsDoneToAGraphInAnotherState(String method, String header, String value)
      throws Exception {
    HttpResponse<String> response = change(method, G, header, value);

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(response.body()).contains("problems/precondition-failed");
    assertThat(header(response, "Dramatis-Version")).isEqualTo("2");
    assertThat(server.version()).isEqualTo(new Version(2));
    assertThat(server.get(G).body()).contains("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "If-Match | \"1\"",
        "If-Match | \"2.another-run.x\"",
        "If-None-Match | \"2\"",
        "If-None-Match | *"
      })
  void noUpdateIsMadeInAnotherState(String header, String value) throws Exception {
    HttpResponse<String> response = change("POST", "/update", header, value);

    assertThat(response.statusCode()).isEqualTo(412);
    assertThat(header(response, "Dramatis-Version")).isEqualTo("2");
    assertThat(server.version()).isEqualTo(new Version(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"If-Match", "If-None-Match"})
  void aConditionThatCannotBeReadIsNotPassedOver(String header) throws Exception {
    for (String value : List.of("", "abc", "2", "\"", "\"2\" x", "w/\"2\"", "*, \"2\"", "W/")) {
      for (String path : List.of(G, "/update")) {
        HttpResponse<String> response =
            change(path.equals(G) ? "PUT" : "POST", path, header, value);
        assertThat(response.statusCode()).as(value).isEqualTo(400);
        assertThat(response.body()).contains(header);
      }
    }
    assertThat(server.version()).isEqualTo(new Version(2));
  }

  @Test
  void aGraphThatIsNotThereMatchesNothing() throws Exception {
    assertThat(change("PUT", MISSING, "If-Match", "*").statusCode()).isEqualTo(412);
    assertThat(change("DELETE", MISSING, "If-Match", "*").statusCode())
        .as("what would fail anyway fails as it would")
        .isEqualTo(404);
    assertThat(change("PUT", MISSING, "If-None-Match", "*").statusCode()).isEqualTo(201);
    assertThat(change("PUT", MISSING, "If-None-Match", "*").statusCode()).isEqualTo(412);
  }

  @Test
  void aTagIsGoodUntilTheNextChange() throws Exception {
    String tag = tag("Accept", "text/turtle");
    HttpResponse<String> query =
        server.anonymous("GET", "/sparql?query=" + TestServer.encode("SELECT * { ?s ?p ?o }"), "");

    assertThat(change("PUT", G, "If-Match", "\"x\", " + tag).statusCode()).isEqualTo(204);
    assertThat(change("PUT", G, "If-Match", tag).statusCode()).isEqualTo(412);
    assertThat(change("POST", "/update", "If-Match", header(query, "ETag")).statusCode())
        .isEqualTo(412);
  }

  @Test
  void theTagOfEveryAnswerAndTheNumberOfTheVersionNameTheState() throws Exception {
    HttpResponse<String> query =
        server.anonymous("GET", "/sparql?query=" + TestServer.encode("SELECT * { ?s ?p ?o }"), "");

    HttpResponse<String> first = change("POST", "/update", "If-Match", header(query, "ETag"));
    HttpResponse<String> second =
        change("PUT", G, "If-Match", '"' + header(first, "Dramatis-Version") + '"');
    HttpResponse<String> third =
        change("DELETE", G, "If-Match", tag("Accept-Encoding", "gzip"), "If-None-Match", "\"1\"");

    assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
        .containsOnly(204);
    assertThat(header(third, "Dramatis-Version")).isEqualTo("5");
  }

  @Test
  void aGraphIsRecognizedByItsTag() throws Exception {
    HttpResponse<String> turtle = server.get(G, "Accept", "text/turtle");
    String tag = header(turtle, "ETag");

    assertThat(tag).matches("\"[^\"]+\"").isNotEqualTo(tag("Accept", "application/n-triples"));
    for (String known : List.of(tag, "W/" + tag, "*", "\"x\", " + tag)) {
      HttpResponse<String> again = server.get(G, "Accept", "text/turtle", "If-None-Match", known);
      assertThat(again.statusCode()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
      assertThat(header(again, "Dramatis-Version")).isEqualTo("2");
    }
    HttpResponse<String> head =
        server.with(WritableServer.READER, "HEAD", G, "", "Accept", "text/turtle");
    assertThat(header(head, "ETag")).isEqualTo(tag);
    assertThat(server.get(MISSING, "If-None-Match", "*").statusCode()).isEqualTo(404);
    server.put(G, TWO);
    assertThat(server.get(G, "Accept", "text/turtle", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sixteenWritersThatReadAndWriteBackLoseNoIncrement(boolean byUpdate) throws Exception {
    int writers = 16;
    int increments = 3;
    server.put(G, "<x:s> <x:counts> 0 .");
    try (ExecutorService pool = Executors.newFixedThreadPool(writers)) {
      Callable<Void> writer =
          () -> {
            for (int i = 0; i < increments; i++) {
              increment(byUpdate);
            }
            return null;
          };
      for (Future<Void> done :
          pool.invokeAll(IntStream.range(0, writers).mapToObj(_ -> writer).toList())) {
        done.get();
      }
    }
    assertThat(count(server.get(G, "Accept", "text/turtle"))).isEqualTo(writers * increments);
  }

  private void increment(boolean byUpdate) throws IOException, InterruptedException {
    int status = 412;
    while (status == 412) {
      HttpResponse<String> read = server.get(G, "Accept", "text/turtle");
      int count = count(read);
      String next = "<x:s> <x:counts> %d .".formatted(count + 1);
      String tag = header(read, "ETag");
      HttpResponse<String> written =
          byUpdate
              ? server.with(
                  WritableServer.WRITER,
                  "POST",
                  "/update",
                  "CLEAR GRAPH <http://example.org/g> ; INSERT DATA { GRAPH <http://example.org/g> { "
                      + next
                      + " } }",
                  "Content-Type",
                  "application/sparql-update",
                  "If-Match",
                  tag)
              : server.with(
                  WritableServer.WRITER,
                  "PUT",
                  G,
                  next,
                  "Content-Type",
                  "text/turtle",
                  "If-Match",
                  tag);
      status = written.statusCode();
    }
    assertThat(status).isEqualTo(204);
  }

  private static int count(HttpResponse<String> turtle) {
    Matcher count = COUNT.matcher(turtle.body());
    assertThat(count.find()).as(turtle.body()).isTrue();
    return Integer.parseInt(count.group(1));
  }
}
