package org.dramatis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a server does with what it has begun when it is told to stop. */
class DrainIT extends WithProject {

  private static final String ENDLESS =
      ServerProcess.sparql(
          "SELECT (COUNT(*) AS ?rows) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o ."
              + " ?p ?q ?r . ?s ?t ?u . ?v ?w ?x }");
  private static final String STREAM =
      ServerProcess.sparql("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }");

  @Test
  void whatTakesTooLongIsToldSoAndNewQueriesAreSentAway() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "--drain=2")) {
      CompletableFuture<HttpResponse<String>> running = server.getLater(ENDLESS);
      awaitRunning(server);
      assertThat(server.get("/ready").statusCode()).isEqualTo(200);

      server.terminate();
      assertThat(server.nextComplaint()).contains("requests under way: ", "2 s");

      HttpResponse<String> ready = server.get("/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.headers().firstValue("Retry-After")).hasValue("5");
      HttpResponse<String> late = server.get(ServerProcess.sparql("ASK {}"));
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("Retry-After")).isPresent();
      assertThat(late.headers().firstValue("Connection")).hasValue("close");
      assertThat(late.body()).contains("/problems/stopping");
      assertThat(server.get("/health").statusCode()).isEqualTo(200);

      HttpResponse<String> stopped = running.join();
      assertThat(stopped.statusCode()).isEqualTo(503);
      assertThat(stopped.body()).contains("/problems/stopping");
      assertThat(stopped.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void whatEndsInTimeIsAnsweredAsEver() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "--drain=30", "--time-limit=3")) {
      CompletableFuture<HttpResponse<String>> running = server.getLater(ENDLESS);
      awaitRunning(server);

      server.terminate();

      assertThat(running.join().statusCode()).as("by its own limit").isEqualTo(504);
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aStreamThatIsCutOffDoesNotLookComplete() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "--drain=1");
        Socket socket =
            server.send("GET " + STREAM + " HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n\r\n")) {
      InputStream from = socket.getInputStream();
      String head = new String(from.readNBytes(20_000), StandardCharsets.UTF_8);
      assertThat(head).startsWith("HTTP/1.1 200 ").contains("chunked");

      server.terminate();

      assertThatThrownBy(
              () -> {
                String rest = ServerProcess.rest(from);
                if (!rest.endsWith("\r\n0\r\n\r\n")) {
                  throw new SocketException("ended without a last chunk");
                }
              })
          .isInstanceOf(IOException.class);
      assertThat(server.exitCode()).isZero();
      assertThat(server.complaints())
          .as("nothing to warn of in what was done on purpose")
          .singleElement()
          .asString()
          .contains("requests under way: 1");
    }
  }

  @Test
  void anUpdateUnderWayIsTakenInWholeAndAcknowledged() throws Exception {
    String token = token();
    String update = "INSERT DATA { GRAPH <https://w3id.org/dramatis/source/songs> { } }";
    try (ServerProcess server =
            ServerProcess.start(folder, "--drain=20", "--tokens=" + folder.resolve("tokens"));
        Socket socket =
            server.send(
                """
                POST /update HTTP/1.1\r
                Host: x\r
                Authorization: Bearer %s\r
                Content-Type: application/sparql-update\r
                Content-Length: %d\r
                \r
                %s\
                """
                    .formatted(token, update.length(), update.substring(0, 20)))) {
      await(server, "dramatis_requests_unanswered 2.0"); // this one, and who asks for the number

      server.terminate();
      assertThat(server.nextComplaint()).contains("requests under way: ");
      socket.getOutputStream().write(update.substring(20).getBytes(StandardCharsets.UTF_8));

      assertThat(ServerProcess.rest(socket.getInputStream())).startsWith("HTTP/1.1 204 ");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void whoFollowsIsNotWaitedForAndSeesTheEndOfTheStream() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "--drain=60");
        Socket socket =
            server.send("GET /changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n")) {
      await(server, "dramatis_followers 1.0");

      server.terminate();

      assertThat(ServerProcess.rest(socket.getInputStream()))
          .startsWith("HTTP/1.1 200 ")
          .contains("text/event-stream")
          .endsWith("\r\n0\r\n\r\n");
      assertThat(server.exitCode()).isZero();
    }
  }

  @Test
  void aSecondSignalEndsAtOnce() throws Exception {
    try (ServerProcess server = ServerProcess.start(folder, "--drain=60", "--time-limit=60")) {
      CompletableFuture<HttpResponse<String>> running = server.getLater(ENDLESS);
      awaitRunning(server);
      server.terminate();
      assertThat(server.nextComplaint()).contains("a second signal ends them at once");

      server.terminate();

      assertThat(server.exitCode()).isEqualTo(128 + 15);
      assertThatThrownBy(running::join).hasCauseInstanceOf(IOException.class);
    }
  }

  private String token() {
    SampleProject.Run run =
        project.runOutside(
            "token", "ann", "--write", "--graph=*", "--tokens=" + folder.resolve("tokens"));
    return run.out().lines().findFirst().orElseThrow();
  }

  private static void awaitRunning(ServerProcess server) throws Exception {
    await(server, "dramatis_queries_running 1.0");
  }

  private static void await(ServerProcess server, String line) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!server.get("/metrics").body().contains(line)) {
      assertThat(System.nanoTime()).as(line).isLessThan(end);
      Thread.sleep(50);
    }
  }
}
