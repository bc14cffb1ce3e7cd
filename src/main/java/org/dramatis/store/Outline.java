package org.dramatis.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.dramatis.log.ChangeLog;
import org.dramatis.log.Heading;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/** What can be told of every version without a look at its statements. */
public final class Outline {

  private final ChangeLog log;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Sha256, Version> versions = new HashMap<>();
  private final List<Heading> ofGraphs = new ArrayList<>();

  /**
   * A version in short.
   *
   * @param time when the log took it
   * @param id its identity
   * @param work how many statements came or went up to here, from the first version on
   * @param size how many statements there are
   */
  private record Line(Instant time, Sha256 id, long work, long size) {}

  Outline(ChangeLog log) {
    this.log = log;
  }

  private void catchUp() {
    Version known = new Version(lines.size());
    if (!log.head().equals(known)) {
      try (Stream<Heading> headings = log.headings(known)) {
        headings.forEach(this::add);
      }
    }
  }

  private void add(Heading heading) {
    Version before = new Version(lines.size());
    Line line =
        new Line(
            heading.time(),
            heading.id(),
            work(before) + heading.added() + heading.deleted(),
            statements(before) + heading.added() - heading.deleted());
    lines.add(line);
    versions.put(line.id(), heading.version());
    if (!heading.created().isEmpty() || !heading.dropped().isEmpty()) {
      ofGraphs.add(heading);
    }
  }

  /** How many statements came or went after one version up to another. */
  synchronized long between(Version from, Version to) {
    catchUp();
    return work(to) - work(from);
  }

  private long work(Version version) {
    return version.equals(Version.NONE) ? 0 : lines.get((int) version.number() - 1).work();
  }

  /** How many statements there are at a version. */
  synchronized long size(Version version) {
    catchUp();
    return statements(version);
  }

  private long statements(Version version) {
    return line(version).map(Line::size).orElse(0L);
  }

  /** The graphs that were there at a version even when they held nothing. */
  synchronized Set<Node> created(Version version) {
    catchUp();
    Set<Node> created = new HashSet<>();
    for (Heading heading : ofGraphs) {
      if (heading.version().compareTo(version) > 0) {
        break;
      }
      created.addAll(heading.created());
      created.removeAll(heading.dropped());
    }
    return created;
  }

  /** The identity of a version; empty before the first, and of one that is not there yet. */
  public synchronized Optional<Sha256> id(Version version) {
    catchUp();
    return line(version).map(Line::id);
  }

  /** When a version was committed; empty before the first, and of one that is not there yet. */
  public synchronized Optional<Instant> time(Version version) {
    catchUp();
    return line(version).map(Line::time);
  }

  private Optional<Line> line(Version version) {
    boolean known = version.number() >= 1 && version.number() <= lines.size();
    return known ? Optional.of(lines.get((int) version.number() - 1)) : Optional.empty();
  }

  /** The version that has an identity. */
  public synchronized Optional<Version> version(Sha256 id) {
    catchUp();
    return Optional.ofNullable(versions.get(id));
  }

  /** The version that was the newest at a time; {@link Version#NONE} before the first. */
  public synchronized Version at(Instant time) {
    catchUp();
    int from = 0;
    int to = lines.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (!lines.get(middle).time().isAfter(time)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return new Version(from);
  }
}
