package org.dramatis.link.search;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.dramatis.log.Entry;
import org.dramatis.model.Version;
import org.dramatis.store.History;
import org.dramatis.store.Stop;

/** What has to be read again by whoever keeps the names of a version and follows the log. */
public final class Touched {

  /** Changes with more statements than this are not followed: all is read again. */
  private static final long MOST_TO_FOLLOW = 200_000;

  private Touched() {}

  /**
   * The things whose names, or whose rank among others, may be different in a later version.
   *
   * @param names all graphs of the later version together
   * @return nothing if to read all again is as good
   * @throws java.util.concurrent.CancellationException if it was stopped before its end
   */
  public static Optional<Set<Node>> between(
      History history, Version from, Version to, Graph names, Stop stop) {
    if (from.equals(Version.NONE)) {
      return Optional.empty();
    }
    Set<Node> touched = new HashSet<>();
    long statements = 0;
    try (Stream<Entry> entries = history.log().after(from)) {
      for (Entry entry : (Iterable<Entry>) entries::iterator) {
        stop.look();
        if (entry.version().compareTo(to) > 0) {
          break;
        }
        statements += entry.heading().added() + entry.heading().deleted();
        if (statements > MOST_TO_FOLLOW) {
          return Optional.empty();
        }
        touched.addAll(Names.touched(entry.change(), names));
      }
    }
    return Optional.of(touched);
  }
}
