package org.dramatis.link;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Entry;
import org.dramatis.log.Heading;
import org.dramatis.model.Namespaces;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * In which versions something that is named here lost a statement, so that it can be told of what
 * is not there any more when it was there last. Only changes that took something away are read,
 * each once, and none before somebody asks for what is not there.
 */
public final class Vanished {

  private static final int DIGITS = 15;

  private final ChangeLog log;
  private Version read = Version.NONE;

  /** By a digest of the IRI, the versions in order; sixteen bytes and a bit for each loss. */
  private final Map<Long, int[]> losses = new HashMap<>();

  /** What has vanished in the versions of a log. */
  public Vanished(ChangeLog log) {
    this.log = log;
  }

  /**
   * The last version that had an identifier, before one that does not have it; empty if none had.
   */
  public synchronized Optional<Version> lastWith(Node identifier, Version without) {
    catchUp();
    int[] versions = losses.getOrDefault(key(identifier), new int[0]);
    return Arrays.stream(versions).filter(version -> version <= without.number()).max().stream()
        .mapToObj(version -> new Version(version - 1L))
        .findFirst();
  }

  private void catchUp() {
    if (log.head().equals(read)) {
      return;
    }
    try (Stream<Heading> headings = log.headings(read)) {
      headings.forEach(heading -> {
        if (heading.deleted() > 0) {
          note(heading.version());
        }
        read = heading.version();
      });
    }
  }

  private void note(Version version) {
    try (Stream<Entry> entries = log.after(new Version(version.number() - 1))) {
      entries
          .findFirst()
          .orElseThrow()
          .change()
          .deleted()
          .forEach(quad -> {
            note(quad.getGraph(), version);
            note(quad.asTriple(), version);
          });
    }
  }

  private void note(Triple triple, Version version) {
    note(triple.getSubject(), version);
    note(triple.getPredicate(), version);
    note(triple.getObject(), version);
  }

  private void note(Node node, Version version) {
    if (node.isTripleTerm()) {
      note(node.getTriple(), version);
    } else if (node.isURI() && Namespaces.isOurs(node.getURI())) {
      losses.merge(
          key(node),
          new int[] {Math.toIntExact(version.number())},
          (before, now) -> before[before.length - 1] == now[0] ? before : append(before, now[0]));
    }
  }

  private static int[] append(int[] before, int version) {
    int[] longer = Arrays.copyOf(before, before.length + 1);
    longer[before.length] = version;
    return longer;
  }

  private static Long key(Node identifier) {
    return Long.parseLong(Sha256.of(identifier.getURI()).hex().substring(0, DIGITS), 16);
  }
}
