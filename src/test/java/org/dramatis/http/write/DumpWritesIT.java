package org.dramatis.http.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.WritableServer.WRITER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.dramatis.http.TestServer;
import org.dramatis.http.WithWritableServer;
import org.dramatis.http.WritableServer;
import org.dramatis.ingest.Rules;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;

/** All graphs are sent at once, and are there as one version or not at all. */
class DumpWritesIT extends WithWritableServer {

  private static final String ONE = "<x:s> <x:p> \"1\" <x:g> .\n";
  private static final String TWO = "<x:s> <x:p> \"2\" <x:h> .\n_:b <x:p> \"b\" <x:h> .\n";

  private HttpResponse<String> send(String method, String quads, String... headers)
      throws Exception {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/n-quads";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return server.with(WRITER, method, "/dump", quads, all);
  }

  private long count() throws Exception {
    String rows =
        server
            .anonymous(
                "GET",
                "/sparql?query=SELECT*%7BGRAPH%3Fg%7B%3Fs%3Fp%3Fo%7D%7D",
                "",
                "Accept",
                "text/csv")
            .body();
    return rows.lines().count() - 1;
  }

  @Test
  void whatCannotBeReadOrIsNotAllowedChangesNothing() throws Exception {
    send("POST", ONE);

    assertThat(send("POST", ONE + "<x:s> <x:p> .").statusCode()).isEqualTo(400);
    assertThat(send("PUT", "<x:s> <x:p> \"no graph\" .").statusCode()).isEqualTo(403);
    assertThat(
            send("PUT", "<x:s> <x:p> \"r\" <https://w3id.org/dramatis/source/record> .")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            server
                .anonymous("POST", "/dump", ONE, "Content-Type", "application/n-quads")
                .statusCode())
        .isEqualTo(401);
    assertThat(
            server
                .with(WRITER, "PUT", "/dump/1.nq", ONE, "Content-Type", "application/n-quads")
                .statusCode())
        .isEqualTo(405);
    assertThat(server.with(WRITER, "POST", "/dump", ONE, "Content-Type", "image/png").statusCode())
        .isEqualTo(415);
    assertThat(server.version()).isEqualTo(new Version(1));
  }

  @Test
  void whatIsTooLargeOrOnlyHalfOfAnArchiveChangesNothing() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    try (WritableServer bounded =
        WritableServer.start(
            small, DefaultGraph.UNION, Rules.NONE, TestServer.settings("max-upload", "1000"))) {
      byte[] zipped = gzip("# nothing\n".repeat(5000) + ONE);

      assertThat(sendBytes(bounded, ("#" + "x".repeat(1000) + "\n" + ONE).getBytes(UTF_8)))
          .isEqualTo(413);
      assertThat(zipped.length).isLessThan(1000);
      assertThat(sendBytes(bounded, zipped, "Content-Encoding", "gzip")).isEqualTo(413);
      byte[] cut = gzip(ONE);
      assertThat(sendBytes(bounded, Arrays.copyOf(cut, cut.length - 4), "Content-Encoding", "gzip"))
          .isEqualTo(400);
      assertThat(bounded.version()).isEqualTo(Version.NONE);

      assertThat(sendBytes(bounded, cut, "Content-Encoding", "gzip")).isEqualTo(204);
      assertThat(bounded.ask("{ GRAPH <x:g> { <x:s> <x:p> '1' } }")).isTrue();
    }
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(UTF_8));
    }
    return zipped.toByteArray();
  }

  private static int sendBytes(WritableServer to, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to.uri("/dump"))
            .header("Authorization", "Bearer " + WRITER)
            .header("Content-Type", "application/n-quads")
            .PUT(BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void whoMayWriteSomeGraphsMayNotReplaceOthers() throws Exception {
    send("POST", ONE);
    String own = "<x:s> <x:p> \"own\" <http://example.org/own/g> .\n";

    assertThat(sendAsOwner("POST", own + TWO)).isEqualTo(403);
    assertThat(sendAsOwner("PUT", own)).as("it would take the others away").isEqualTo(403);
    assertThat(server.version()).isEqualTo(new Version(1));
    assertThat(sendAsOwner("POST", own)).isEqualTo(204);
  }

  private int sendAsOwner(String method, String quads) throws Exception {
    return server
        .with(WritableServer.OWNER, method, "/dump", quads, "Content-Type", "application/n-quads")
        .statusCode();
  }

  @Test
  void whatBreaksARuleIsRefusedWithAReport() throws Exception {
    try (WritableServer strict = WritableServer.startWithSongRule(folder)) {
      String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
      String song = "<x:a> %s <x:Song> <x:g> .%n".formatted(type);

      HttpResponse<String> refused =
          strict.with(
              WRITER,
              "PUT",
              "/dump",
              song,
              "Content-Type",
              "application/n-quads",
              "Accept",
              "text/turtle");

      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("a song has a title", "ValidationReport");
      assertThat(strict.version()).isEqualTo(Version.NONE);
    }
  }

  @Test
  void whatIsPostedIsAddedAsOneVersion() throws Exception {
    HttpResponse<String> first = send("POST", ONE + TWO);
    HttpResponse<String> second = send("POST", "<x:t> <x:p> \"3\" <x:g> .");

    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(TestServer.header(first, "Dramatis-Version")).isEqualTo("1");
    assertThat(TestServer.header(second, "Dramatis-Version")).isEqualTo("2");
    assertThat(count()).isEqualTo(4);
  }

  @Test
  void whatIsPutIsAllThatThereIs() throws Exception {
    send("POST", ONE + TWO);

    HttpResponse<String> put = send("PUT", TWO + "<x:t> <x:p> \"3\" <x:i> .");

    assertThat(put.statusCode()).isEqualTo(204);
    assertThat(server.ask("{ GRAPH <x:g> { ?s ?p ?o } }")).isFalse();
    assertThat(server.ask("{ GRAPH <x:i> { <x:t> <x:p> '3' } }")).isTrue();
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void aDumpThatIsPutBackChangesNothing() throws Exception {
    send("PUT", ONE + TWO);
    String dump = server.anonymous("GET", "/dump/1.nq", "").body();

    HttpResponse<String> again = send("PUT", dump);

    assertThat(again.statusCode()).isEqualTo(204);
    assertThat(TestServer.header(again, "Dramatis-Version")).isEqualTo("1");
  }

  @Test
  void aBlankNodeThatGraphsShareStaysOne() throws Exception {
    send("PUT", "_:b <x:p> \"1\" <x:g> .\n_:b <x:p> \"2\" <x:h> .\n");

    assertThat(server.ask("{ GRAPH <x:g> { ?b <x:p> '1' } GRAPH <x:h> { ?b <x:p> '2' } }"))
        .isTrue();
  }

  @Test
  void theConditionsAndKeysOfEveryWriteHold() throws Exception {
    HttpResponse<String> first = send("POST", ONE, "Idempotency-Key", "one");
    HttpResponse<String> retried = send("POST", ONE, "Idempotency-Key", "one");
    String tag = TestServer.header(server.anonymous("GET", "/dump/1.nq", ""), "ETag");
    HttpResponse<String> stale = send("PUT", TWO, "If-Match", "\"another\"");

    assertThat(TestServer.header(retried, "Dramatis-Version"))
        .isEqualTo(TestServer.header(first, "Dramatis-Version"));
    assertThat(tag).isNotEmpty();
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(server.version()).isEqualTo(new Version(1));
  }
}
