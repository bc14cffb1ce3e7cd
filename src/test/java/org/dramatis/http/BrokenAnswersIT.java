package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.sparql;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dramatis.http.RealClient.Verdict;
import org.junit.jupiter.api.Test;

/**
 * An answer that breaks off after it began is noticed by the programs that people use. Some
 * programs in some formats are tried at a few points; with {@code -Ddramatis.breaks=all} every one
 * is tried in every format at many.
 */
class BrokenAnswersIT {

  private static final boolean ALL = "all".equals(System.getProperty("dramatis.breaks"));
  private static final List<String> ROWS = List.of("csv", "tsv", "json", "xml");
  private static final List<String> GRAPHS = List.of("nt", "ttl");
  private static final List<String> FORMATS = List.of("csv", "tsv", "json", "xml", "nt", "ttl");

  /** Four million rows. */
  private static final String ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f }";

  private static final String DISTINCT = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f }";

  /** Some twenty megabytes. */
  private static final String LARGE_GRAPH =
      "CONSTRUCT { ?a ?d ?f } WHERE { { SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 150000 } }";

  private static final List<RealClient> CLIENTS = clients();

  private static List<RealClient> clients() {
    List<RealClient> there = new ArrayList<>();
    for (RealClient client : RealClient.values()) {
      if (client.isThere()) {
        there.add(client);
      } else {
        System.out.println("not on this machine, so not tried: " + client);
      }
    }
    return there;
  }

  /** What each program made of each format; not all of both, unless all are to be tried. */
  private static Map<String, Future<Verdict>> readAll(
      ServerProcess server, String rows, List<String> formats, ExecutorService threads) {
    Map<String, Future<Verdict>> verdicts = new LinkedHashMap<>();
    for (RealClient client : CLIENTS) {
      for (String format : formats) {
        if (ALL || client == RealClient.CURL || format.equals("csv")) {
          String query = GRAPHS.contains(format) ? LARGE_GRAPH : rows;
          URI address = server.uri(sparql(query) + "&format=" + format);
          verdicts.put(client + " reading " + format, threads.submit(() -> client.read(address)));
        }
      }
    }
    return verdicts;
  }

  /** Those whose reading ended so. */
  private static List<String> those(Verdict verdict, Map<String, Future<Verdict>> verdicts)
      throws Exception {
    List<String> those = new ArrayList<>();
    for (Map.Entry<String, Future<Verdict>> each : verdicts.entrySet()) {
      if (each.getValue().get() == verdict) {
        those.add(each.getKey());
      }
    }
    return those;
  }

  @Test
  void theSameProgramsAreContentWithAWholeAnswer() throws Exception {
    try (ServerProcess server = ServerProcess.start("client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Map<String, Future<Verdict>> verdicts =
          readAll(server, ENDLESS + " LIMIT 60000", ROWS, threads);

      assertThat(those(Verdict.WHOLE, verdicts)).hasSameSizeAs(verdicts.keySet());
    }
  }

  @Test
  void aLimitOfBytesThatIsReachedUnderWayIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("max-bytes", "6M", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Map<String, Future<Verdict>> verdicts = readAll(server, ENDLESS, FORMATS, threads);

      assertThat(those(Verdict.BROKEN, verdicts)).hasSameSizeAs(verdicts.keySet());
    }
  }

  /** On a busy machine the time may be over before an answer begins; that is an error then. */
  @Test
  void theEndOfTheTimeIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("time-limit", "1", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Map<String, Future<Verdict>> verdicts = readAll(server, ENDLESS, ROWS, threads);

      assertThat(those(Verdict.WHOLE, verdicts)).isEmpty();
      assertThat(those(Verdict.BROKEN, verdicts)).isNotEmpty();
    }
  }

  @Test
  void theEndOfTheMemoryIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("query-memory", "24M", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Map<String, Future<Verdict>> verdicts =
          readAll(server, DISTINCT, ALL ? ROWS : List.of("csv"), threads);

      assertThat(those(Verdict.WHOLE, verdicts)).isEmpty();
      assertThat(those(Verdict.BROKEN, verdicts)).isNotEmpty();
    }
  }

  @Test
  void theDeathOfTheServerIsNoticed() throws Exception {
    for (long point : ALL ? longs(100, 6_000, 400) : new long[] {2_000}) {
      try (ServerProcess server =
              ServerProcess.start("running", "200", "client-work", "0", "time-limit", "120");
          ExecutorService threads = Executors.newCachedThreadPool()) {
        Map<String, Future<Verdict>> verdicts =
            readAll(server, ENDLESS, ALL ? FORMATS : ROWS, threads);
        TimeUnit.MILLISECONDS.sleep(point);
        server.kill();

        assertThat(those(Verdict.WHOLE, verdicts)).as("killed after %d ms", point).isEmpty();
      }
    }
  }

  private static long[] longs(long from, long to, long step) {
    return LongStream.iterate(from, n -> n <= to, n -> n + step).toArray();
  }
}
