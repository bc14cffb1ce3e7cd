package org.dramatis.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.dramatis.store.History;

/**
 * What makes one version into another. What came and went again in between is not in it.
 *
 * @param from the version that it begins with
 * @param to the version that it makes of it, which may be the earlier one
 * @param statements what comes, by {@code true}, and what goes, by {@code false}
 * @param graphs which graphs are there even when they hold nothing, in the same way
 */
public record NetChange(
    Version from, Version to, Map<Quad, Boolean> statements, Map<Node, Boolean> graphs) {

  /** What a statement takes of the memory, about. */
  private static final long BYTES_A_STATEMENT = 400;

  /**
   * Reads it from the log.
   *
   * @param cost takes the bytes that each piece needs, and may throw to give up
   */
  public static NetChange between(History history, Version from, Version to, LongConsumer cost) {
    boolean forwards = from.compareTo(to) <= 0;
    Version first = forwards ? from : to;
    Version last = forwards ? to : from;
    Map<Quad, Boolean> statements = new LinkedHashMap<>();
    Map<Node, Boolean> graphs = new LinkedHashMap<>();
    try (Stream<Entry> entries = history.log().after(first)) {
      entries
          .takeWhile(entry -> entry.version().compareTo(last) <= 0)
          .forEach(entry -> {
            cost.accept((entry.heading().added() + entry.heading().deleted()) * BYTES_A_STATEMENT);
            Change change = entry.change();
            change.added().forEach(quad -> note(quad, forwards, statements));
            change.deleted().forEach(quad -> note(quad, !forwards, statements));
            change.created().forEach(graph -> note(graph, forwards, graphs));
            change.dropped().forEach(graph -> note(graph, !forwards, graphs));
          });
    }
    return new NetChange(from, to, statements, graphs);
  }

  /** Whatever happens to a thing the second time undoes the first. */
  private static <T> void note(T thing, boolean comes, Map<T, Boolean> net) {
    if (net.remove(thing) == null) {
      net.put(thing, comes);
    }
  }

  /** The statements that come. */
  public Stream<Quad> added() {
    return those(statements, true);
  }

  /** The statements that go. */
  public Stream<Quad> deleted() {
    return those(statements, false);
  }

  /** The graphs that are there from now on even when they hold nothing. */
  public Stream<Node> created() {
    return those(graphs, true);
  }

  /** The graphs that from now on are there only when they hold something. */
  public Stream<Node> dropped() {
    return those(graphs, false);
  }

  private static <T> Stream<T> those(Map<T, Boolean> net, boolean come) {
    return net.entrySet().stream().filter(entry -> entry.getValue() == come).map(Map.Entry::getKey);
  }
}
