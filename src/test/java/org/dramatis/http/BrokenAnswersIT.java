package org.dramatis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dramatis.http.TestServer.sparql;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /** Six megabytes and more, which fit into the memory of a query. */
  private static final String LARGE_GRAPH =
      "CONSTRUCT { ?a ?d ?f } WHERE { { SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 110000 } }";

  /** Some three megabytes. */
  private static final String SMALL_GRAPH =
      "CONSTRUCT { ?a ?d ?f } WHERE { { SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000 } }";

  /** Four million statements. */
  private static final String ENDLESS_GRAPH =
      "CONSTRUCT { ?a ?d ?f } WHERE { ?a ?b ?c . ?d ?e ?f }";

  private static final String DISTINCT_GRAPH =
      "CONSTRUCT { ?a ?d ?f } WHERE { { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } } }";

  private static final int MORE_TRIES = 3;

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

  /** A program, a format and what the one made of the other. */
  private record Reading(RealClient client, String format, Future<Verdict> verdict) {

    @Override
    public String toString() {
      return client + " reading " + format;
    }
  }

  /** The query of a format: rows or statements without an end, or many, as is needed. */
  private record Queries(String rows, String graph) {

    URI address(ServerProcess server, String format) {
      return server.uri(sparql(GRAPHS.contains(format) ? graph : rows) + "&format=" + format);
    }
  }

  /** Has formats read; by all programs in all of them only if all are to be tried. */
  private static List<Reading> readAll(
      ServerProcess server, Queries queries, List<String> formats, ExecutorService threads) {
    List<Reading> readings = new ArrayList<>();
    for (RealClient client : CLIENTS) {
      for (String format : formats) {
        if (ALL || client == RealClient.CURL || format.equals("csv")) {
          URI address = queries.address(server, format);
          readings.add(new Reading(client, format, threads.submit(() -> client.read(address))));
        }
      }
    }
    return readings;
  }

  /** Those whose reading ended so. */
  private static List<Reading> those(Verdict verdict, List<Reading> readings) throws Exception {
    List<Reading> those = new ArrayList<>();
    for (Reading each : readings) {
      if (each.verdict().get() == verdict) {
        those.add(each);
      }
    }
    return those;
  }

  /**
   * No program takes an answer for whole, and each has seen one break. On a busy machine a limit
   * may be reached before an answer begins, which is an error then; so who has seen none asks
   * again.
   */
  private static void assertNoticed(ServerProcess server, Queries queries, List<Reading> readings)
      throws Exception {
    assertThat(those(Verdict.WHOLE, readings)).isEmpty();
    Set<RealClient> unsure = new LinkedHashSet<>(CLIENTS);
    those(Verdict.BROKEN, readings).forEach(reading -> unsure.remove(reading.client()));
    for (int i = 0; i < MORE_TRIES && !unsure.isEmpty(); i++) {
      unsure.removeIf(client -> client.read(queries.address(server, "csv")) == Verdict.BROKEN);
    }
    assertThat(unsure).as("have not seen an answer break").isEmpty();
  }

  @Test
  void theSameProgramsAreContentWithAWholeAnswer() throws Exception {
    try (ServerProcess server = ServerProcess.start("client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Queries queries = new Queries(ENDLESS + " LIMIT 60000", SMALL_GRAPH);
      List<Reading> readings = readAll(server, queries, FORMATS, threads);

      assertThat(those(Verdict.WHOLE, readings)).hasSameSizeAs(readings);
    }
  }

  @Test
  void aLimitOfBytesThatIsReachedUnderWayIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("max-bytes", "5M", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Reading> readings = readAll(server, new Queries(ENDLESS, LARGE_GRAPH), FORMATS, threads);

      assertThat(those(Verdict.BROKEN, readings)).hasSameSizeAs(readings);
    }
  }

  @Test
  void theEndOfTheTimeIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("time-limit", "1", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Queries queries = new Queries(ENDLESS, ENDLESS_GRAPH);

      assertNoticed(server, queries, readAll(server, queries, FORMATS, threads));
    }
  }

  @Test
  void theEndOfTheMemoryIsNoticed() throws Exception {
    try (ServerProcess server =
            ServerProcess.start("query-memory", "24M", "client-work", "0", "waiting", "1000");
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Queries queries = new Queries(DISTINCT, DISTINCT_GRAPH);

      assertNoticed(
          server,
          queries,
          readAll(server, queries, ALL ? FORMATS : List.of("csv", "nt", "ttl"), threads));
    }
  }

  @Test
  void theDeathOfTheServerIsNoticed() throws Exception {
    for (long point : ALL ? longs(100, 6_000, 400) : new long[] {500, 1_500, 3_000}) {
      try (ServerProcess server =
              ServerProcess.start("running", "200", "client-work", "0", "time-limit", "120");
          ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Reading> readings =
            readAll(server, new Queries(ENDLESS, ENDLESS_GRAPH), ALL ? FORMATS : ROWS, threads);
        TimeUnit.MILLISECONDS.sleep(point);
        server.kill();

        assertThat(those(Verdict.WHOLE, readings)).as("killed after %d ms", point).isEmpty();
      }
    }
  }

  private static long[] longs(long from, long to, long step) {
    return LongStream.iterate(from, n -> n <= to, n -> n + step).toArray();
  }
}
