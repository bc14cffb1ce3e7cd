package org.dramatis.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.dramatis.log.Entry;
import org.dramatis.model.Change;
import org.dramatis.model.Version;
import org.dramatis.store.History;

/**
 * Finds the versions that changed something. The log is read once for all; from then on only the
 * versions are read again that may have to do with what is sought. What is remembered of a version
 * are the hash codes of its terms, within a bound; a version beyond it is always read.
 */
public final class Traces {

  /** The part of the memory that may be used to remember terms. */
  private static final int SHARE = 64;

  /** A version with more terms has to do with most that anybody seeks, and is not remembered. */
  private static final int MOST_TERMS = 200_000;

  /** What a statement takes of the memory while its version is read, about. */
  private static final long BYTES_A_STATEMENT = 400;

  /** What stands for a version that is always read; one without any term is read in no time. */
  private static final int[] ALWAYS = {};

  private final History history;
  private final Releases releases;
  private final long room;
  private final ReentrantLock reading = new ReentrantLock();
  private final List<int[]> codes = new ArrayList<>();
  private long remembered;

  /** For these versions. */
  public Traces(History history) {
    this(history, Runtime.getRuntime().maxMemory() / SHARE / Integer.BYTES);
  }

  /** With room for so many terms. */
  Traces(History history, long room) {
    this.history = history;
    this.releases = new Releases(history);
    this.room = room;
  }

  /**
   * What became of some statements up to a version.
   *
   * @param cost takes the bytes that each piece needs while it is looked at, and gives them back as
   *     a negative number; it may throw to end the search, and what was learned is kept
   */
  public Trace find(Sought sought, Version upTo, LongConsumer cost) {
    List<Release> names = releases.all();
    List<Trace.Step> steps = new ArrayList<>();
    long there = 0;
    for (Version version : candidates(sought, upTo, cost)) {
      try (Stream<Entry> entries = history.log().after(new Version(version.number() - 1))) {
        Entry entry = entries.findFirst().orElseThrow();
        long bytes = bytes(entry);
        cost.accept(bytes);
        long added = count(entry.change().added().stream(), sought);
        long deleted = count(entry.change().deleted().stream(), sought);
        cost.accept(-bytes);
        if (added > 0 || deleted > 0) {
          there += added - deleted;
          steps.add(new Trace.Step(VersionLine.of(entry.heading(), names), added, deleted, there));
        }
      }
    }
    return new Trace(steps);
  }

  private static long count(Stream<Quad> quads, Sought sought) {
    return quads.filter(sought::matches).count();
  }

  private static long bytes(Entry entry) {
    return (entry.heading().added() + entry.heading().deleted()) * BYTES_A_STATEMENT;
  }

  private List<Version> candidates(Sought sought, Version upTo, LongConsumer cost) {
    enter(cost);
    try {
      catchUp(upTo, cost);
      return IntStream.range(0, (int) upTo.number())
          .filter(index -> mayHave(codes.get(index), sought))
          .mapToObj(index -> new Version(index + 1L))
          .toList();
    } finally {
      reading.unlock();
    }
  }

  private static boolean mayHave(int[] terms, Sought sought) {
    return terms.length == 0
        || sought.terms().stream()
            .allMatch(term -> Arrays.binarySearch(terms, term.hashCode()) >= 0);
  }

  /** Whoever waits for somebody else to read can still be told to give up. */
  private void enter(LongConsumer cost) {
    try {
      while (!reading.tryLock(50, TimeUnit.MILLISECONDS)) {
        cost.accept(0);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another search is read for", interrupted);
    }
  }

  private void catchUp(Version upTo, LongConsumer cost) {
    if (codes.size() >= upTo.number()) {
      return;
    }
    try (Stream<Entry> unread = history.log().after(new Version(codes.size()))) {
      unread
          .takeWhile(entry -> entry.version().compareTo(upTo) <= 0)
          .forEach(entry -> {
            long bytes = bytes(entry);
            cost.accept(bytes);
            int[] terms = codes(entry.change());
            codes.add(terms);
            remembered += terms.length;
            cost.accept(-bytes);
          });
    }
  }

  private int[] codes(Change change) {
    int[] terms =
        Stream.concat(change.added().stream(), change.deleted().stream())
            .flatMap(Sought::termsOf)
            .mapToInt(Node::hashCode)
            .sorted()
            .distinct()
            .toArray();
    return terms.length > MOST_TERMS || remembered + terms.length > room ? ALWAYS : terms;
  }
}
