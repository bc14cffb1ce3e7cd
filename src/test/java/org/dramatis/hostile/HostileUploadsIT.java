package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.dramatis.http.WritableServer;
import org.dramatis.model.DefaultGraph;
import org.dramatis.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads the hostile documents as the holder of a token that may write everything. */
class HostileUploadsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void everyHostileDocumentIsRefusedAndNothingOfItStored(@TempDir Path folder) throws Exception {
    List<String> complaints = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, TreeSet<String>> statuses = new TreeMap<>();
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      Version before = server.version();
      boolean put = false;
      for (HostileDocument document : HostileDocuments.all()) {
        if (document.family().equals(HostileDocuments.RELATIVE_IRIS)) {
          continue;
        }
        put = !put;
        HttpResponse<String> response = send(server, put ? "PUT" : "POST", document);
        int status = response.statusCode();
        if (status != 400 || !response.body().contains("\"status\" : 400")) {
          complaints.add(document + " -> " + status + " " + response.body());
        }
        if (response.body().contains("Exception")) {
          complaints.add(document + " shows the inside: " + response.body());
        }
        counts.merge(document.family(), 1, Integer::sum);
        statuses
            .computeIfAbsent(document.family(), f -> new TreeSet<>())
            .add(String.valueOf(status));
      }
      assertThat(complaints).isEmpty();
      assertThat(server.version()).isEqualTo(before);
    }
    Map<String, String> outcomes = new TreeMap<>();
    counts.forEach((family, count) ->
        outcomes.put(
            family,
            count + " | " + String.join(", ", statuses.getOrDefault(family, new TreeSet<>()))));
    HostileTable.check("hostile documents", outcomes);
  }

  @Test
  void whatUnfoldsIntoMuchMoreIsNotUnfolded(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] comment = "#".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 256; i++) {
        gzip.write(comment);
      }
    }
    try (WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      Version before = server.version();
      for (String encoding : List.of("gzip", "x-gzip", "deflate", "gzip, gzip", "br", "zstd")) {
        HttpResponse<String> response =
            client.send(
                request(server)
                    .header("Content-Type", "text/turtle")
                    .header("Content-Encoding", encoding)
                    .PUT(BodyPublishers.ofByteArray(bomb.toByteArray()))
                    .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(encoding).isIn(413, 415);
      }
      assertThat(server.version()).isEqualTo(before);
    }
  }

  private HttpResponse<String> send(WritableServer server, String method, HostileDocument document)
      throws IOException, InterruptedException {
    return client.send(
        request(server)
            .header("Content-Type", document.mediaType())
            .method(method, BodyPublishers.ofByteArray(document.bytes()))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(WritableServer server) {
    return HttpRequest.newBuilder(server.uri(WritableServer.GRAPH))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + WritableServer.WRITER);
  }
}
