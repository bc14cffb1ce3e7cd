package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the container refuses by itself looks like every other error. */
class JettyErrorsIT extends WithServer {

  private static final int HUGE = 100_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GARBAGE                           | bad-request
          GET                               | bad-request
          GET /sparql HTTP/4.0              | http-version
          GET /sparql?query=%zz HTTP/1.1    | bad-request
          GET /%00 HTTP/1.1                 | bad-request
          GET /a/%2e%2e;/b HTTP/1.1         | bad-request
          GET /a%2fb HTTP/1.1               | bad-request
          GE<T / HTTP/1.1                   | bad-request
          """)
  void aRequestThatIsNoneIsAnsweredWithAProblem(String line, String slug) throws IOException {
    assertProblem(exchange(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), slug);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Host : localhost                         | bad-request
          Content-Length: many                     | bad-request
          Content-Length: 3\\r\\nContent-Length: 4 | bad-request
          Transfer-Encoding: cheese                | bad-request
          """)
  void soIsABadHeader(String header, String slug) throws IOException {
    String headers = header.replace("\\r\\n", "\r\n");
    assertProblem(
        exchange(
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n\r\n"),
        slug);
  }

  @Test
  void soAreHeadersThatAreTooLarge() throws IOException {
    String header = "X-Junk: " + "x".repeat(HUGE) + "\r\n";
    assertProblem(
        exchange("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n"),
        "headers-too-large");
  }

  @Test
  void soIsAnAddressThatIsTooLong() throws IOException {
    assertProblem(
        exchange(
            "GET /"
                + "x".repeat(HUGE)
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        "uri-too-long");
  }

  @Test
  void aBrowserGetsAPage() throws IOException {
    String answer =
        exchange(
            "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nExpect: cake\r\nConnection:"
                + " close\r\n\r\n");

    assertThat(answer)
        .startsWith("HTTP/1.1 417 ")
        .containsIgnoringCase("content-type: text/html;charset=utf-8")
        .containsIgnoringCase("content-security-policy: default-src 'none'")
        .contains("<h1>That expectation is not met</h1>", "href=\"/problems/expectation-failed\"");
  }

  private static void assertProblem(String answer, String slug) {
    String[] parts = answer.split("\r\n\r\n", 2);
    assertThat(parts).as(answer).hasSize(2);
    assertThat(parts[0]).containsIgnoringCase("content-type: application/problem+json");
    assertThat(parts[0])
        .containsIgnoringCase("cache-control: no-store")
        .containsIgnoringCase("vary: accept, accept-encoding")
        .containsIgnoringCase("access-control-allow-origin: *");
    JsonObject problem = JSON.parse(parts[1]);
    assertThat(parts[0]).containsIgnoringCase("x-request-id: " + problem.getString("requestId"));
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("hint")).isNotBlank();
    assertThat(problem.getString("type")).isEqualTo("https://w3id.org/dramatis/problems/" + slug);
    assertThat(parts[0]).startsWith("HTTP/1.1 " + problem.get("status") + " ");
    assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception", "\tat ");
    assertThat(problem.getString("instance"))
        .isEqualTo("https://w3id.org/dramatis/request/" + problem.getString("requestId"));
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
