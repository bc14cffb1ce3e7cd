package org.dramatis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.WritableServer;
import org.dramatis.model.DefaultGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends every text of {@code reaching-out.txt} and sees that nobody comes to the canaries. */
class ReachingOutIT {

  private static final Duration SETTLING = Duration.ofMillis(300);

  /** A text, where it is sent, and how that is to be answered: a status, and of what problem. */
  private record Vector(String name, String where, String right, String text) {}

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void nothingThatIsSentMakesTheServiceReachOut(@TempDir Path folder) throws Exception {
    List<Vector> vectors = vectors();
    assertThat(vectors).hasSizeGreaterThanOrEqualTo(60);
    List<String> complaints = new ArrayList<>();
    Map<String, String> outcomes = new TreeMap<>();
    try (Canaries canaries = new Canaries(folder);
        WritableServer server = WritableServer.start(folder, DefaultGraph.UNION)) {
      for (Vector vector : vectors) {
        int before = canaries.visits();
        HttpResponse<String> response = send(vector, server, canaries);
        complaints.addAll(complaints(vector, response));
        if (canaries.visits() > before || canaries.classWasLoaded()) {
          complaints.add(vector.name() + " reached out");
        }
        outcomes.merge(kind(vector), " " + response.statusCode(), String::concat);
      }
      Thread.sleep(SETTLING);
      assertThat(complaints).isEmpty();
      assertThat(canaries.visits()).isZero();
      assertThat(ask(server, "ASK { ?s ?p ?o FILTER CONTAINS(STR(?o), '%s') }")).contains("false");
      HostileTable.check("reaching out", counted(outcomes));
    }
  }

  /** Otherwise the test above would show nothing. */
  @Test
  void theCanariesNoticeWhoComesBy(@TempDir Path folder) throws Exception {
    try (Canaries canaries = new Canaries(folder)) {
      URI address = URI.create(canaries.in("{http}/"));
      new Socket(address.getHost(), address.getPort()).close();
      Thread.sleep(SETTLING);
      assertThat(canaries.visits()).isEqualTo(1);
      assertThat(canaries.in("{class}")).isEqualTo("org.dramatis.hostile.Canary");
      assertThat(URI.create(canaries.in("{file}")).toURL().openStream().readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .contains(Canaries.SECRET);
    }
  }

  private static List<String> complaints(Vector vector, HttpResponse<String> response) {
    List<String> complaints = new ArrayList<>();
    int status = response.statusCode();
    String actual = status < 400 ? String.valueOf(status) : status + " " + problem(response);
    if (!actual.equals(vector.right())) {
      complaints.add(
          "%s -> %s instead of %s: %s"
              .formatted(vector.name(), actual, vector.right(), response.body()));
    }
    if (response.body().contains(Canaries.SECRET) || response.body().contains("Exception")) {
      complaints.add(vector.name() + " shows what it must not: " + response.body());
    }
    return complaints;
  }

  /** The last part of the problem's name, when the body is a problem of this status. */
  private static String problem(HttpResponse<String> response) {
    try {
      JsonObject problem = JSON.parse(response.body());
      String type = problem.getString("type");
      return problem.getNumber("status").intValue() == response.statusCode()
          ? type.substring(type.lastIndexOf('/') + 1)
          : "with a problem of another status";
    } catch (JsonException | IllegalArgumentException none) {
      return "without a problem";
    }
  }

  private HttpResponse<String> send(Vector vector, WritableServer server, Canaries canaries)
      throws IOException, InterruptedException {
    String text = canaries.in(vector.text());
    List<String> where = Arrays.asList(vector.where().split(" ", -1));
    return switch (where.getFirst()) {
      case "query" -> post(server, "/sparql", "application/sparql-query", text);
      case "update" -> post(server, "/update", "application/sparql-update", text);
      case "post" -> post(server, where.get(1), where.get(2), text);
      case "put" ->
          client.send(
              to(server, WritableServer.GRAPH)
                  .header("Content-Type", where.get(1))
                  .PUT(BodyPublishers.ofString(text))
                  .build(),
              BodyHandlers.ofString());
      case "get" -> get(server, text.lines().toList());
      default -> throw new IllegalArgumentException(vector.where());
    };
  }

  private HttpResponse<String> post(WritableServer server, String path, String type, String text)
      throws IOException, InterruptedException {
    return client.send(
        to(server, path).header("Content-Type", type).POST(BodyPublishers.ofString(text)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(WritableServer server, List<String> lines)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(server, lines.getFirst());
    for (String header : lines.subList(1, lines.size())) {
      int colon = header.indexOf(':');
      request.header(header.substring(0, colon), header.substring(colon + 1).strip());
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String ask(WritableServer server, String query) throws IOException, InterruptedException {
    return post(server, "/sparql", "application/sparql-query", query.formatted(Canaries.SECRET))
        .body();
  }

  private static HttpRequest.Builder to(WritableServer server, String path) {
    return HttpRequest.newBuilder(server.uri(path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + WritableServer.WRITER);
  }

  private static String kind(Vector vector) {
    return switch (vector.where().split(" ", 2)[0]) {
      case "query" -> "in queries";
      case "update" -> "in updates";
      case "put" -> "in documents";
      default -> "in requests";
    };
  }

  private static Map<String, String> counted(Map<String, String> outcomes) {
    Map<String, String> counted = new TreeMap<>();
    outcomes.forEach((kind, statuses) -> {
      List<String> all = Arrays.asList(statuses.strip().split(" ", -1));
      counted.put(
          kind,
          all.size() + " | 0 | " + String.join(", ", all.stream().distinct().sorted().toList()));
    });
    return counted;
  }

  private static List<Vector> vectors() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ReachingOutIT.class.getResourceAsStream("/hostile/reaching-out.txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n## ", -1))
          .skip(1)
          .map(section -> section.split("\n", 4))
          .map(parts -> new Vector(parts[0], parts[1], parts[2], parts[3].strip()))
          .toList();
    }
  }
}
