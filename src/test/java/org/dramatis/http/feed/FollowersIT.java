package org.dramatis.http.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.dramatis.http.WithWritableServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever follows is told of every version once, and can break off whenever he likes. */
@Timeout(60)
class FollowersIT extends WithWritableServer {

  private static final Logger LOG = LoggerFactory.getLogger(FollowersIT.class);
  private static final int CROWD = 200;

  private final List<Listener> opened = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (Listener listener : opened) {
      listener.close();
    }
  }

  private Listener open(String query, String... headers) throws Exception {
    Listener listener = Listener.open(server.port(), query, headers);
    opened.add(listener);
    return listener;
  }

  private void change(int number) throws Exception {
    String update = "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> %d } }".formatted(number);
    assertThat(server.update(update).statusCode()).isLessThan(300);
  }

  private static long version(Listener.Event event) {
    return JSON.parse(event.data()).getNumber("version").longValue();
  }

  @Test
  void theAnswerIsNeverCompressedOrKeptAndOpenToEverySite() throws Exception {
    List<String> head = open("").head();

    assertThat(head.getFirst()).startsWith("HTTP/1.1 200");
    assertThat(head)
        .contains("Content-Type: text/event-stream;charset=utf-8", "Cache-Control: no-store")
        .contains("Access-Control-Allow-Origin: *")
        .noneMatch(line -> line.startsWith("Content-Encoding"));
  }

  @Test
  void aChangeReachesEverybody() throws Exception {
    change(0);
    for (int i = 0; i < CROWD; i++) {
      open("").begun();
    }
    List<Long> took = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 1; round <= 10; round++) {
        List<Future<Listener.Event>> told =
            opened.stream().map(each -> readers.submit(each::next)).toList();
        change(round);
        // From the moment in which the writer has been answered.
        long answered = System.nanoTime();
        for (Future<Listener.Event> each : told) {
          Listener.Event event = each.get();
          assertThat(version(event)).isEqualTo(round + 1);
          assertThat(event.name()).isEqualTo("version");
          took.add((event.nanos() - answered) / 1000);
        }
      }
    }
    took.sort(null);
    LOG.info(
        "from the answer to the writer to the event, {} followers: p50 {} us, p99 {} us",
        CROWD,
        took.get(took.size() / 2),
        took.get(took.size() * 99 / 100));
    assertThat(took).hasSize(CROWD * 10);
  }

  @Test
  void whoBreaksOffGoesOnWithoutGapOrDouble() throws Exception {
    change(1);
    List<Long> told = new ArrayList<>();
    String last = "";
    try (Listener first = Listener.open(server.port(), "?since=0")) {
      told.add(version(first.next()));
      change(2);
      Listener.Event second = first.next();
      told.add(version(second));
      last = second.id();
    }
    change(3);
    change(4);

    // The address is the same as before, as a browser does it; the header goes before it.
    Listener again = open("?since=0", "Last-Event-ID: " + last);
    told.add(version(again.next()));
    told.add(version(again.next()));
    change(5);
    told.add(version(again.next()));

    assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void whoFollowsFromNowOnAndIsBrokenOffBeforeTheFirstEventMissesNothing() throws Exception {
    change(1);
    String id = header(server.anonymous("GET", "/changes?since=1", ""), "Dramatis-Version-Id");
    try (Listener listener = Listener.open(server.port(), "")) {
      assertThat(listener.begun()).isNotNull();
    }
    change(2);

    assertThat(version(open("", "Last-Event-ID: " + id).next())).isEqualTo(2);
  }

  @Test
  void whoHasBeenToldOfAnotherLogIsSentAway() throws Exception {
    List<String> head = open("", "Last-Event-ID: sha256:" + "0".repeat(64)).head();

    assertThat(head.getFirst()).startsWith("HTTP/1.1 404");
  }

  @Test
  void whoDoesNotReadDoesNobodyHarm() throws Exception {
    String large = "x".repeat(10_000);
    Listener stalled = open("?since=0");
    Listener awake = open("?since=0");

    CompletableFuture<Long> reading =
        CompletableFuture.supplyAsync(() -> {
          try {
            long last = 0;
            while (last < 200) {
              last = version(awake.next());
            }
            return last;
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
    for (int i = 1; i <= 200; i++) {
      String update =
          "DELETE WHERE { GRAPH <urn:g> { ?s ?p ?o } } ; INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> '%d%s' } }"
              .formatted(i, large);
      assertThat(server.update(update).statusCode()).isLessThan(300);
    }

    assertThat(reading.get()).isEqualTo(200);
    assertThat(version(stalled.next())).isEqualTo(1);
  }

  /** Longer than a connection may be silent. */
  private static final Duration SURELY_SILENT = Duration.ofSeconds(60);

  @Test
  @Timeout(120)
  void whoTakesNothingForTooLongIsCutOffAndLeavesTheirPlaceToOthers() throws Exception {
    String large = "x".repeat(25_000);
    try (Socket stalled = new Socket()) {
      stalled.setReceiveBufferSize(4096);
      stalled.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      String request =
          "GET /changes?since=0 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
      stalled.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      // More than both ends keep for a connection that nobody reads.
      for (int i = 1; i <= 150; i++) {
        String update =
            "DELETE WHERE { GRAPH <urn:g> { ?s ?p ?o } } ; INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> '%d%s' } }"
                .formatted(i, large);
        assertThat(server.update(update).statusCode()).isLessThan(300);
      }
      assertThat(followers()).isEqualTo(1);

      Instant end = Instant.now().plus(SURELY_SILENT);
      while (followers() > 0 && Instant.now().isBefore(end)) {
        Thread.sleep(500);
      }
      assertThat(followers()).isZero();
    }
  }

  private int followers() throws Exception {
    return server
        .anonymous("GET", "/metrics", "")
        .body()
        .lines()
        .filter(line -> line.startsWith("dramatis_followers "))
        .mapToInt(line -> (int) Double.parseDouble(line.substring("dramatis_followers ".length())))
        .sum();
  }

  @Test
  void aLargeVersionIsNotInItsEvent() throws Exception {
    change(1);
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      many.append(
          "<http://example.org/s%d> <http://example.org/p> 'a text that takes some room' . "
              .formatted(i));
    }
    assertThat(server.put("/data?graph=http://example.org/g", many.toString()).statusCode())
        .isEqualTo(201);

    JsonObject line = JSON.parse(open("?since=1").next().data());

    assertThat(line.getBoolean("complete")).isFalse();
    assertThat(line.getString("patch")).isEqualTo("/changes?since=1&limit=1&format=patch");
  }

  @Test
  void oneClientMayFollowSoManyTimesAndNoMore() throws Exception {
    for (int i = 0; i < 250; i++) {
      open("");
    }
    for (Listener listener : opened) {
      assertThat(listener.head().getFirst()).contains(" 200 ");
    }

    List<String> head = open("").head();

    assertThat(head.getFirst()).startsWith("HTTP/1.1 429");
    assertThat(Arrays.toString(head.toArray())).contains("Retry-After: 30");
  }
}
