package org.dramatis.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log of requests says of each, and that it says it once. */
class RequestLogIT {

  private static final String DATA = "GRAPH :film { :ann :sings 'a song' }";

  @TempDir private Path folder;

  @Test
  void aQueryIsOneLineThatSaysAllOfIt() throws Exception {
    HttpResponse<String> answer;
    try (TestServer server = start("log-format", "json")) {
      answer = server.get(TestServer.sparql("SELECT * WHERE { ?s ?p ?o }"));
    }

    JsonObject line = JSON.parse(only());
    assertThat(line.getString("event")).isEqualTo("request");
    assertThat(line.getString("time")).endsWith("Z");
    assertThat(line.getString("id"))
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    assertThat(line.getString("client")).isIn("127.0.0.1", "[0:0:0:0:0:0:0:1]");
    assertThat(line.getString("method")).isEqualTo("GET");
    assertThat(line.getString("path")).isEqualTo("/sparql");
    assertThat(line.getString("query")).matches("[0-9a-f]{12}");
    assertThat(line.getNumber("status").intValue()).isEqualTo(200);
    assertThat(line.getNumber("ms").doubleValue()).isPositive();
    assertThat(line.getNumber("bytes").intValue()).isEqualTo(answer.body().length());
    assertThat(line.getNumber("version").intValue()).isEqualTo(1);
    assertThat(line.getString("outcome")).isEqualTo("answered");
    assertThat(line.hasKey("reason")).isFalse();
  }

  @Test
  void aRefusedQueryIsOneLineWithTheReason() throws Exception {
    try (TestServer server = start()) {
      assertThat(server.get("/sparql?query=SELEKT").statusCode()).isEqualTo(400);
    }

    assertThat(only())
        .contains(" status=400 ", " outcome=refused ", " reason=not-sparql ", " detail=\"");
  }

  @Test
  void aQueryThatRunsOutOfTimeIsOneLineAndItsTextAnother() throws Exception {
    String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } # \u202e\n";
    try (TestServer server =
        startWith(manyStatements(), "slow-query", "0.1", "time-limit", "0.3")) {
      assertThat(server.get(TestServer.sparql(endless)).statusCode()).isEqualTo(504);
    }

    List<String> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains(" status=504 ", " outcome=out_of_time ");
    assertThat(lines.getLast()).contains(" event=slow-query ", "text=\"", "# \\u202e\\n\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\nHost: x\r\nBroken Header\r\n\r\n",
        "GET /health HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /a%2fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "BREW /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "G\u0001T /health HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void whateverIsRefusedIsOneLineToo(String request) throws Exception {
    try (TestServer server = start()) {
      assertThat(send(server, request)).startsWith("HTTP/1.1 ");
    }

    assertThat(only()).contains(" event=request ").containsPattern(" status=[45]\\d\\d ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", "G\u0001T /x HTTP/1.1\r\n\r\n"})
  void whatIsNoRequestHasNoMethodAndNoPath(String garbage) throws Exception {
    String answer;
    try (TestServer server = start()) {
      answer = send(server, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n" + garbage);
    }

    assertThat(lines()).hasSize(2);
    assertThat(lines().getFirst()).contains(" method=GET ", " path=/health ");
    assertThat(lines().getLast())
        .contains(" status=400 ", " reason=bad-request ", " bytes=" + lastBody(answer) + " ")
        .doesNotContain(" method=", " path=");
  }

  @Test
  void aRequestThatTheContainerRefusesHasItsBytesCounted() throws Exception {
    String answer;
    try (TestServer server = start()) {
      answer = send(server, "GET /x HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n");
    }

    assertThat(only())
        .contains(" method=GET ", " path=/x ", " status=400 ", " bytes=" + lastBody(answer) + " ");
  }

  private static int lastBody(String answers) {
    return answers.substring(answers.lastIndexOf("\r\n\r\n") + 4).getBytes(UTF_8).length;
  }

  @Test
  void nothingThatAClientSendsBeginsALineOrIsASecretToldOn() throws Exception {
    try (TestServer server = start()) {
      send(
          server,
          """
          GET /x%0Aevent=forged%1b[31m?token=s3cret&q=s3cret HTTP/1.1
          Host: x
          Authorization: Bearer s3cret
          X-Request-Id: forged event=x
          Connection: close

          """);
    }

    assertThat(only()).doesNotContain("s3cret", "\u001b", "id=forged");
  }

  @Test
  void aPlainIdOfTheClientIsKept() throws Exception {
    try (TestServer server = start()) {
      HttpResponse<String> answer = server.get("/health", "X-Request-Id", "abc-123");
      assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("abc-123");
    }

    assertThat(only()).contains(" id=abc-123 ");
  }

  @Test
  void manyRequestsAreAsManyLines() throws Exception {
    int many = 500;
    try (TestServer server = start()) {
      for (int i = 0; i < many; i++) {
        server.get("/health");
      }
    }

    assertThat(lines()).hasSize(many);
  }

  private TestServer start(String... keysAndValues) throws IOException {
    return startWith(DATA, keysAndValues);
  }

  private TestServer startWith(String data, String... keysAndValues) throws IOException {
    List<String> all = new ArrayList<>(List.of(keysAndValues));
    all.add("request-log");
    all.add(folder.resolve("requests.log").toString());
    return TestServer.start(folder, data, TestServer.settings(all.toArray(new String[0])));
  }

  private static String manyStatements() {
    StringBuilder many = new StringBuilder("GRAPH :film { ");
    for (int i = 0; i < 1000; i++) {
      many.append(":s").append(i).append(" :p ").append(i).append(" . ");
    }
    return many.append("}").toString();
  }

  private static String send(TestServer server, String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private String only() throws IOException {
    return assertThat(lines()).singleElement().actual();
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("requests.log"), UTF_8);
  }
}
