package org.dramatis.http.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of good will sends. */
class HostileMessagesIT extends WithServer {

  private static final String PATH = "/mcp";
  private static final String JSON_TYPE = "application/json";
  private static final String PING =
      """
      {"jsonrpc": "2.0", "id": 1, "method": "ping"}
      """;

  private static HttpResponse<String> post(String body, String... headers)
      throws IOException, InterruptedException {
    return server.post(PATH, JSON_TYPE, body, headers);
  }

  private static void assertRefused(HttpResponse<String> response, int status, String problem) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(TestServer.header(response, "Content-Type")).startsWith(JSON_TYPE);
    JsonObject message = JSON.parse(response.body());
    assertThat(message.getString("jsonrpc")).isEqualTo("2.0");
    assertThat(message.getObj("error").getObj("data").getString("type"))
        .endsWith("/problems/" + problem);
    assertThat(response.body()).doesNotContain("stackTrace", "at org.", "Exception");
  }

  @Test
  void aMessageIsAnsweredWithoutASessionAndIsNotKept() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            PING,
            "Accept",
            "application/json, text/event-stream",
            "Origin",
            "http://localhost:8080");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(JSON.parse(response.body()).get("id").getAsNumber().value()).hasToString("1");
    assertThat(TestServer.header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(TestServer.header(response, "Mcp-Session-Id")).isEmpty();
    assertThat(TestServer.header(response, "Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://evil.example:3030",
        "null",
        "http://localhost.evil.example",
        "file:///etc/passwd",
        "http://[::1",
        "//localhost"
      })
  void aPageFromElsewhereMayNotUseIt(String origin) throws IOException, InterruptedException {
    if (origin.equals("//localhost")) {
      // It names this machine, without a scheme.
      assertThat(post(PING, "Origin", origin).statusCode()).isEqualTo(200);
    } else {
      assertRefused(post(PING, "Origin", origin), 403, "foreign-page");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "42",
        "{}",
        "{\"jsonrpc\": \"2.0\"}",
        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}",
        "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]",
        "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": 5}"
      })
  void whatIsNoMessageIsRefused(String body) throws IOException, InterruptedException {
    assertRefused(post(body), 400, "bad-request");
  }

  @Test
  void nestingIsBounded() throws IOException, InterruptedException {
    assertRefused(
        post(
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": "
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}"),
        400,
        "bad-request");
  }

  @Test
  void aHugeMessageIsNotRead() throws IOException, InterruptedException {
    // Whoever sends much asks first; else the refusal may be lost with the connection.
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(PATH))
            .expectContinue(true)
            .header("Content-Type", JSON_TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(1024 * 1024 + 1)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertRefused(client.send(request, HttpResponse.BodyHandlers.ofString()), 413, "too-large");
    }
  }

  @Test
  void otherFormsOtherMethodsAndOtherVersionsAreRefused() throws IOException, InterruptedException {
    assertRefused(server.post(PATH, "text/plain", PING), 415, "unsupported-type");
    assertRefused(post(PING, "Accept", "text/turtle"), 406, "not-acceptable");
    assertRefused(post(PING, "MCP-Protocol-Version", "1999-01-01"), 400, "bad-request");
    assertThat(server.get(PATH).statusCode()).isEqualTo(405);
    assertThat(server.method("DELETE", PATH).statusCode()).isEqualTo(405);
  }

  @Test
  void aMethodThatIsNotThereIsAnErrorOfTheProtocol() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post("{\"jsonrpc\": \"2.0\", \"id\": \"a\", \"method\": \"nothing/there\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject message = JSON.parse(response.body());
    assertThat(message.getString("id")).isEqualTo("a");
    assertThat(message.getObj("error").get("code").getAsNumber().value()).hasToString("-32601");
  }

  @Test
  void aNotificationIsTakenWithoutAnAnswer() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void argumentsOfTheWrongTypeAreToldToTheModel() throws IOException, InterruptedException {
    HttpResponse<String> response =
        post(
            """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params":
              {"name": "run_query", "arguments": {"name": ["a"], "parameters": "b"}}}
            """);
    assertThat(response.statusCode()).isEqualTo(200);
    JsonObject result = JSON.parse(response.body()).getObj("result");
    assertThat(result.getBoolean("isError")).isTrue();
    assertThat(result.getObj("structuredContent").getString("detail"))
        .contains("'name' is not a text");
  }
}
