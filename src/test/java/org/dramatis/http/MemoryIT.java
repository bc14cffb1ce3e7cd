package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A server with little memory, of which each query may have all. {@code src/soak/hostile.py} asks
 * more and longer, with the usual limits.
 */
class MemoryIT {

  private static final int AT_ONCE = 20;

  /** What each of them wants to keep has more than a hundred million rows. */
  private static final List<String> HOSTILE =
      List.of(
          "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
          "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f }",
          "SELECT ?a ?d (GROUP_CONCAT(CONCAT(STR(?c), STR(?f))) AS ?x) { ?a ?b ?c . ?d ?e ?f }"
              + " GROUP BY ?a ?d",
          "SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?c), STR(?f)))) AS ?x) { ?a ?b ?c . ?d ?e ?f }",
          "SELECT * { ?a ?b ?c . ?d ?e ?f }",
          "CONSTRUCT { ?a ?e ?f } { ?a ?b ?c . ?d ?e ?f }",
          doubled(40));

  private static final Set<Integer> HONEST = Set.of(200, 413, 503, 504, 507);

  private static String doubled(int times) {
    StringBuilder query = new StringBuilder("SELECT (STRLEN(?x" + times + ") AS ?n) { ");
    query.append("BIND(\"0123456789\" AS ?x0) ");
    for (int i = 0; i < times; i++) {
      query.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i, i, i + 1));
    }
    return query.append("}").toString();
  }

  @Test
  void queriesThatWantAllTheMemoryLeaveTheServerAlive() throws Exception {
    Process process = start();
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      Matcher ready = Pattern.compile(".* ready at (\\S+)").matcher(out.readLine());
      assertThat(ready.matches()).isTrue();
      URI address = URI.create(ready.group(1));

      for (int status : askAllAtOnce(client, address)) {
        assertThat(HONEST).contains(status);
      }

      assertThat(process.isAlive()).isTrue();
      assertThat(ask(client, address, "ASK {}").body()).contains("true");
      assertThat(ask(client, address, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").statusCode())
          .isEqualTo(200);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The statuses of those that were not cut off. */
  private static List<Integer> askAllAtOnce(HttpClient client, URI address) throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        String query = HOSTILE.get(i % HOSTILE.size()) + " #" + i;
        answers.add(crowd.submit(() -> statusOf(client, address, query)));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      if (answer.get() > 0) {
        statuses.add(answer.get());
      }
    }
    return statuses;
  }

  private static int statusOf(HttpClient client, URI address, String query)
      throws InterruptedException {
    try {
      return client.send(request(address, query), BodyHandlers.discarding()).statusCode();
    } catch (IOException cutOff) {
      return 0;
    }
  }

  private static HttpResponse<String> ask(HttpClient client, URI address, String query)
      throws IOException, InterruptedException {
    return client.send(request(address, query), BodyHandlers.ofString());
  }

  private static HttpRequest request(URI address, String query) {
    return HttpRequest.newBuilder(address.resolve("/sparql?query=" + TestServer.encode(query)))
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "org.dramatis.Main",
            "serve",
            "--project=.",
            "--port=0",
            "--query-memory=100%",
            "--time-limit=8",
            "--client-work=0",
            "--request-log=none")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
