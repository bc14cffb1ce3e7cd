package org.dramatis.http.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestKeyIT extends WithWritableServer {

  private static final int CLIENTS = 16;
  private static final String COUNT =
      """
      PREFIX : <http://example.org/>
      DELETE { GRAPH :g { :s :count ?n } } INSERT { GRAPH :g { :s :count ?next } }
      WHERE { OPTIONAL { GRAPH :g { :s :count ?n } } BIND(COALESCE(?n, 0) + 1 AS ?next) }
      """;

  private HttpResponse<String> send(
      String token, String key, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return server.with(token, method, path, body, "Content-Type", type, "Idempotency-Key", key);
  }

  private HttpResponse<String> count(String key) throws IOException, InterruptedException {
    return send(WritableServer.WRITER, key, "POST", "/update", "application/sparql-update", COUNT);
  }

  private static String version(HttpResponse<String> response) {
    return response.headers().firstValue("Dramatis-Version").orElseThrow();
  }

  private boolean isCounted(int n) throws IOException, InterruptedException {
    return server.ask(
        "{ GRAPH <http://example.org/g> { ?s <http://example.org/count> %d } }".formatted(n));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"a", "a b", "a, b", "a;b", "\"a\"; x=1"})
  void aKeyThatIsNoStringIsRefusedAndNothingIsDone(String key) throws Exception {
    HttpResponse<String> response = count(key);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("Idempotency-Key");
    assertThat(server.version()).isEqualTo(Version.NONE);
  }

  @Test
  void aKeyIsNotLentToAnotherRequest() throws Exception {
    count("\"k\"");
    HttpResponse<String> other =
        send(
            WritableServer.WRITER,
            "\"k\"",
            "POST",
            "/update",
            "application/sparql-update",
            COUNT + "# another");
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("problems/key-of-another").contains("version 1");
    HttpResponse<String> elsewhere =
        send(WritableServer.WRITER, "\"k\"", "PUT", WritableServer.GRAPH, "text/turtle", "");
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(server.version()).isEqualTo(new Version(1));
  }

  @Test
  void theKeyOfOneWriterIsNotThatOfAnother() throws Exception {
    String path = "/data?graph=http://example.org/own/g";
    String data = "<http://example.org/s> <http://example.org/p> 1 .";
    send(WritableServer.WRITER, "k", "PUT", path, "text/turtle", data);
    HttpResponse<String> other =
        send(WritableServer.OWNER, "k", "PUT", path, "text/turtle", data + data.replace('1', '2'));
    assertThat(other.statusCode()).isEqualTo(204);
    assertThat(server.version()).isEqualTo(new Version(2));
  }

  @Test
  void whatWasRefusedCanBeMendedAndSentUnderTheSameKey() throws Exception {
    HttpResponse<String> refused =
        send(WritableServer.WRITER, "k", "POST", "/update", "application/sparql-update", "INSERT");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(count("k").statusCode()).isEqualTo(204);
  }

  @Test
  void anUpdateThatIsSentAgainIsAnsweredAgainAndNotDone() throws Exception {
    HttpResponse<String> first = count("\"k\"");
    count("\"other\"");
    HttpResponse<String> again = count("\"k\"");
    assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(204);
    assertThat(version(again)).isEqualTo(version(first)).isEqualTo("1");
    assertThat(isCounted(2)).isTrue();
    assertThat(count("k").statusCode()).as("the same key without its quotes").isEqualTo(204);
    assertThat(server.version()).isEqualTo(new Version(2));
  }

  @Test
  void aNewGraphThatIsSentAgainIsTheOneThatWasMade() throws Exception {
    String key = "\"" + UUID.randomUUID() + "\"";
    String data = "<http://example.org/s> <http://example.org/p> 1 .";
    HttpResponse<String> first =
        send(WritableServer.WRITER, key, "POST", "/data", "text/turtle", data);
    HttpResponse<String> again =
        send(WritableServer.WRITER, key, "POST", "/data", "text/turtle", data);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"))
        .isPresent();
    assertThat(server.version()).isEqualTo(new Version(1));
  }

  @Test
  void aGraphThatWasReplacedByAnotherSinceIsNotReplacedOnceMore() throws Exception {
    String data = "<http://example.org/s> <http://example.org/p> %d .";
    String path = WritableServer.GRAPH;
    send(WritableServer.WRITER, "k1", "PUT", path, "text/turtle", data.formatted(1));
    send(WritableServer.WRITER, "k2", "PUT", path, "text/turtle", data.formatted(2));
    HttpResponse<String> again =
        send(WritableServer.WRITER, "k1", "PUT", path, "text/turtle", data.formatted(1));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(version(again)).isEqualTo("1");
    assertThat(server.get(path).body()).contains("2");
  }

  @Test
  void aGraphThatWasDeletedIsNotMissedByWhoDeletedIt() throws Exception {
    server.put(WritableServer.GRAPH, "<http://example.org/s> <http://example.org/p> 1 .");
    HttpResponse<String> first =
        send(WritableServer.WRITER, "k", "DELETE", WritableServer.GRAPH, "text/turtle", "");
    HttpResponse<String> again =
        send(WritableServer.WRITER, "k", "DELETE", WritableServer.GRAPH, "text/turtle", "");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(again.statusCode()).isEqualTo(204);
    assertThat(server.delete(WritableServer.GRAPH).statusCode()).isEqualTo(404);
  }

  @Test
  void aConditionThatHeldTheFirstTimeIsNotAskedAgain() throws Exception {
    count("before");
    String[] headers = {
      "Content-Type", "application/sparql-update", "Idempotency-Key", "\"k\"", "If-Match", "\"1\""
    };
    HttpResponse<String> first =
        server.with(WritableServer.WRITER, "POST", "/update", COUNT, headers);
    HttpResponse<String> again =
        server.with(WritableServer.WRITER, "POST", "/update", COUNT, headers);
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(again.statusCode()).isEqualTo(204);
    assertThat(version(again)).isEqualTo("2");
  }

  @Test
  void sixteenClientsWithOneKeyMakeOneVersion() throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<HttpResponse<String>>> requests =
          IntStream.range(0, CLIENTS)
              .<Callable<HttpResponse<String>>>mapToObj(_ -> () -> count("\"k\""))
              .toList();
      for (Future<HttpResponse<String>> answer : clients.invokeAll(requests)) {
        assertThat(answer.get().statusCode()).isEqualTo(204);
        assertThat(version(answer.get())).isEqualTo("1");
      }
    }
    assertThat(server.version()).isEqualTo(new Version(1));
    assertThat(isCounted(1)).isTrue();
  }
}
