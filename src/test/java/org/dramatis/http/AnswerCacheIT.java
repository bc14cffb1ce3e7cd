package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.header;
import static org.dramatis.http.TestServer.sparql;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.dramatis.log.MemoryLog;
import org.dramatis.model.Change;
import org.dramatis.store.History;
import org.dramatis.store.MemoryStore;
import org.dramatis.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer is kept for whoever asks the same, and never passed off as one of another version. */
class AnswerCacheIT {

  private static final Node SOURCE = NodeFactory.createURI("http://example.org/source");
  private static final Node COUNTER = NodeFactory.createURI("http://example.org/counter");
  private static final String ASKED = "SELECT ?n { :counter a ?n }";

  private final Store store = new MemoryStore();
  private final MemoryLog log = new MemoryLog(InstantSource.system());
  private final History history = new History(log, store);

  /** Makes a version whose data says its own number. */
  private void change(long version) {
    List<Quad> before = version == 1 ? List.of() : List.of(count(version - 1));
    store.apply(log.append(new Change("tests", "counting", List.of(count(version)), before)));
  }

  private static Quad count(long version) {
    return Quad.create(
        SOURCE, COUNTER, NodeConst.nodeRDFType, NodeFactoryExtra.intToNode((int) version));
  }

  @Test
  void writesThatRaceWithReadsNeverLeaveAnAnswerOfAnotherVersion(@TempDir Path folder)
      throws Exception {
    change(1);
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong served = new AtomicLong();
    try (TestServer server = TestServer.start(history, TestServer.catalogue(folder));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Long> reading =
          () -> {
            String tag = "\"none\"";
            long seen = 0;
            while (!done.get()) {
              HttpResponse<String> response =
                  server.get(sparql(ASKED) + "&format=csv", "If-None-Match", tag);
              long version = Long.parseLong(header(response, "Dramatis-Version"));
              if (response.statusCode() == 304) {
                assertThat(version).isEqualTo(seen);
              } else {
                assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("n\r\n" + version + "\r\n");
                assertThat(header(response, "ETag")).isNotEqualTo(tag);
              }
              assertThat(version).isGreaterThanOrEqualTo(seen);
              tag = header(response, "ETag");
              seen = version;
              served.incrementAndGet();
            }
            return seen;
          };
      List<Future<Long>> readers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        readers.add(clients.submit(reading));
      }
      for (long version = 2; version <= 300; version++) {
        change(version);
        TimeUnit.MILLISECONDS.sleep(5);
      }
      done.set(true);
      for (Future<Long> reader : readers) {
        assertThat(reader.get()).isGreaterThan(1);
      }
      assertThat(served).hasValueGreaterThan(100);
      assertThat(server.get(sparql(ASKED) + "&format=csv").body()).isEqualTo("n\r\n300\r\n");
    }
  }

  @Test
  void aPinnedVersionStaysWhatItWas(@TempDir Path folder) throws Exception {
    change(1);
    try (TestServer server = TestServer.start(history, TestServer.catalogue(folder))) {
      String pinned = sparql(ASKED) + "&format=csv&version=1";
      HttpResponse<String> before = server.get(pinned);
      change(2);

      HttpResponse<String> after = server.get(pinned);

      assertThat(after.body()).isEqualTo(before.body()).isEqualTo("n\r\n1\r\n");
      assertThat(header(after, "ETag")).isEqualTo(header(before, "ETag"));
      assertThat(header(after, "Dramatis-Version")).isEqualTo("1");
      assertThat(server.get(sparql(ASKED) + "&format=csv&version=2").body())
          .isEqualTo("n\r\n2\r\n");
    }
  }

  @Test
  void everyVersionIsKept(@TempDir Path folder) throws Exception {
    try (TestServer server = TestServer.start(history, TestServer.catalogue(folder))) {
      for (long version = 1; version <= 30; version++) {
        change(version);
      }

      for (long version = 1; version <= 30; version++) {
        assertThat(server.get(sparql(ASKED) + "&format=csv&version=" + version).body())
            .isEqualTo("n\r\n%d\r\n".formatted(version));
      }
    }
  }

  @Test
  void aVersionThatIsYetToComeIs404(@TempDir Path folder) throws Exception {
    change(1);
    try (TestServer server = TestServer.start(history, TestServer.catalogue(folder))) {
      HttpResponse<String> response = server.get(sparql(ASKED) + "&version=2");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).contains("no version 2 ", "the newest version is 1");
    }
  }

  @Test
  void whoGoesAwayTakesTheAnswerFromNobodyElse(@TempDir Path folder) throws Exception {
    String slow =
        sparql("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER (STR(?c) < STR(?f)) }")
            + "&format=csv";
    try (TestServer server =
            TestServer.start(folder, ServerProcess.data(800), TestServer.settings("running", "2"));
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> impatient =
          clients.submit(() -> server.get(slow + "&timeout=0.1"));
      TimeUnit.MILLISECONDS.sleep(20);
      List<Future<HttpResponse<String>>> others = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        others.add(clients.submit(() -> server.get(slow)));
      }

      assertThat(impatient.get().statusCode()).isEqualTo(504);
      for (Future<HttpResponse<String>> other : others) {
        assertThat(other.get().body()).isEqualTo("n\r\n319600\r\n");
      }
    }
  }
}
