package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT extends WithWritableServer {

  private static final String INSERT = "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }";
  private static final String ASK = "/sparql?query=" + TestServer.encode("ASK {}");
  private static final String[] UPDATE = {"Content-Type", "application/sparql-update"};

  @ParameterizedTest
  @CsvSource({
    "POST, /update",
    "PUT, /data/x",
    "POST, /data",
    "DELETE, /data/x",
    "GET, /data/x",
    "HEAD, /data/x"
  })
  void withoutATokenThereIsNothing(String method, String path) throws Exception {
    HttpResponse<String> response = server.anonymous(method, path, INSERT, UPDATE);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"dramatis\"");
    assertThat(server.version()).isEqualTo(Version.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic YW5uOmFubg==",
        "Bearer",
        "Bearer ",
        "Bearer not-a-token",
        "Bearer dramatis_test_writerx",
        "Bearer dramatis_test_writer, Bearer x",
        "bearer:dramatis_test_writer",
        "dramatis_test_writer"
      })
  void whatIsNoTokenIsRefused(String header) throws Exception {
    HttpResponse<String> response =
        server.anonymous("POST", "/update", INSERT, UPDATE[0], UPDATE[1], "Authorization", header);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(server.version()).isEqualTo(Version.NONE);
  }

  @Test
  void aTokenIsShownInTheHeaderAndNowhereElse() throws Exception {
    for (String name : List.of("access_token", "token", "bearer")) {
      String parameter = name + "=" + WritableServer.WRITER;
      assertThat(server.anonymous("POST", "/update?" + parameter, INSERT, UPDATE).statusCode())
          .isEqualTo(401);
      assertThat(
              server
                  .anonymous(
                      "POST",
                      "/update",
                      parameter + "&update=" + TestServer.encode(INSERT),
                      "Content-Type",
                      "application/x-www-form-urlencoded")
                  .statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void aTokenToReadDoesNotWrite() throws Exception {
    HttpResponse<String> response =
        server.with(WritableServer.READER, "POST", "/update", INSERT, UPDATE);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("insufficient_scope");
    assertThat(server.with(WritableServer.READER, "DELETE", "/data/x", "").statusCode())
        .isEqualTo(403);
    assertThat(server.get("/data/x").statusCode()).as("it reads").isEqualTo(404);
  }

  @Test
  void aTokenForSomeGraphsChangesNoOther() throws Exception {
    String own = "INSERT DATA { GRAPH <http://example.org/own/1> { <x:s> <x:p> 1 } }";
    assertThat(server.with(WritableServer.OWNER, "POST", "/update", own, UPDATE).statusCode())
        .isEqualTo(204);
    HttpResponse<String> both =
        server.with(
            WritableServer.OWNER,
            "POST",
            "/update",
            own.replace("1 }", "2 }") + ";" + INSERT,
            UPDATE);
    assertThat(both.statusCode()).isEqualTo(403);
    assertThat(both.body()).contains("x:g").contains("eve");
    assertThat(server.with(WritableServer.OWNER, "POST", "/data", "").statusCode()).isEqualTo(415);
    assertThat(
            server
                .with(WritableServer.OWNER, "POST", "/data", "", "Content-Type", "text/turtle")
                .statusCode())
        .isEqualTo(403);
    assertThat(server.version()).isEqualTo(new Version(1));
    assertThat(server.lastChange().author()).isEqualTo("eve");
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void aPageOfAnotherOriginWritesNothingEvenWithAToken(String header, String value)
      throws Exception {
    HttpResponse<String> response =
        server.with(
            WritableServer.WRITER,
            "POST",
            "/update",
            "update=" + TestServer.encode(INSERT),
            "Content-Type",
            "application/x-www-form-urlencoded",
            header,
            value);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(server.version()).isEqualTo(Version.NONE);
  }

  @Test
  void aPageOfOurOwnWrites() throws Exception {
    String origin = "http://" + server.uri("/").getAuthority();
    assertThat(
            server
                .with(
                    WritableServer.WRITER,
                    "POST",
                    "/update",
                    INSERT,
                    UPDATE[0],
                    UPDATE[1],
                    "Origin",
                    origin)
                .statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer not-a-token", "Bearer", "bearer x y", "Bearer x, Bearer y"})
  void aTokenThatIsNotGoodIsRefusedWhereNoneIsNeededToo(String header) throws Exception {
    HttpResponse<String> response = server.anonymous("GET", ASK, "", "Authorization", header);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YW5uOmFubg==", "Digest a=b", "Bearerx y"})
  void whatIsMeantForAProxyIsPassedOverWhereNoTokenIsNeeded(String header) throws Exception {
    assertThat(server.anonymous("GET", ASK, "", "Authorization", header).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aHolderOfATokenHasAShareOfHisOwnForQueries() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (WritableServer strict =
        WritableServer.start(
            other,
            DefaultGraph.UNION,
            Rules.NONE,
            TestServer.settings("client-work", "0.001", "client-burst", "0.1"))) {
      int asked = 0;
      while (strict.anonymous("GET", ASK + "%23" + asked, "").statusCode() == 200) {
        asked++;
        assertThat(asked).isLessThan(10_000);
      }
      assertThat(strict.anonymous("GET", ASK, "").statusCode()).isEqualTo(429);
      assertThat(strict.get(ASK).statusCode()).as("with a token").isEqualTo(200);
      assertThat(strict.anonymous("GET", ASK, "").statusCode()).isEqualTo(429);
    }
  }

  @Test
  void aTokenIsRevokedWithoutARestart() throws Exception {
    assertThat(server.update(INSERT).statusCode()).isEqualTo(204);
    List<String> lines = Files.readAllLines(server.tokenFile());
    Files.write(
        server.tokenFile(), lines.stream().filter(line -> !line.startsWith("ann")).toList());
    assertThat(server.update("CLEAR ALL").statusCode()).isEqualTo(401);
    assertThat(server.get("/data?graph=x:g").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHoldsATokenThatCannotBeCheckedIsNotToldThatItIsNotKnown() throws Exception {
    List<String> lines = Files.readAllLines(server.tokenFile());
    assertThat(server.anonymous("GET", "/ready", "").body()).contains("\"usable\"");
    Files.writeString(server.tokenFile(), "half a li\n", StandardOpenOption.APPEND);

    HttpResponse<String> refused = server.update(INSERT);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body())
        .contains("/problems/tokens-unusable", "cannot be checked")
        .doesNotContain("half", server.tokenFile().toString());
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(server.anonymous("POST", "/update", INSERT, UPDATE).statusCode()).isEqualTo(401);
    HttpResponse<String> ready = server.anonymous("GET", "/ready", "");
    assertThat(ready.statusCode()).as("whoever only asks needs no token").isEqualTo(200);
    assertThat(ready.body()).contains("\"unusable\"");
    assertThat(server.version()).isEqualTo(Version.NONE);

    Files.write(server.tokenFile(), lines);
    assertThat(server.update(INSERT).statusCode()).isEqualTo(204);
    assertThat(server.anonymous("GET", "/ready", "").body()).contains("\"usable\"");
  }

  @Test
  void whatFollowsARefusedRequestOnItsConnectionIsARequestOfItsOwn() throws Exception {
    String smuggled =
        "POST /update HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(WritableServer.WRITER, UPDATE[1], INSERT.length(), INSERT);
    for (String refused :
        List.of("PUT /data/x", "POST /update", "PATCH /data/x", "POST /nothing")) {
      String outer =
          "%s HTTP/1.1\r\nHost: x\r\nContent-Type: text/turtle\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(refused, smuggled.length(), smuggled);
      String health = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      String answers = exchange(outer + health);
      assertThat(answers.split("HTTP/1.1 ", -1)).as(answers).hasSize(3);
      assertThat(answers).startsWith("HTTP/1.1 4").contains("\"version\" : 0");
      assertThat(server.version()).isEqualTo(Version.NONE);
    }
  }

  private String exchange(String requests) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
