package org.dramatis.http.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.dramatis.feed.JsonLine;
import org.dramatis.http.admission.Client;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.log.Entry;
import org.dramatis.model.Version;
import org.dramatis.store.History;

/**
 * Those who wait for changes. Nothing is kept for any of them: each reads the log at its own pace
 * from where it stands, so that one who is slow costs nobody anything.
 */
public final class Followers {

  private static final int MOST = 1000;
  private static final int MOST_OF_A_CLIENT = 250;
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** A version with more than this is told of, and not told. */
  private static final JsonLine LINES = new JsonLine(1 << 16);

  /** What many followers are about to read is made once. */
  private static final long BYTES_AT_HAND = 8L << 20;

  private final History history;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Integer> places = new HashMap<>();
  private int taken;
  private boolean ended;
  private final Cache<Version, String> events =
      Caffeine.newBuilder()
          .maximumWeight(BYTES_AT_HAND)
          .weigher((Version _, String event) -> 2 * event.length())
          .build();

  /** Followers of all versions, none of whom is there yet. */
  public Followers(History history) {
    this.history = history;
  }

  /** A place that is taken until it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes a place, if there is one. */
  Place take(Client client) throws RequestRefusedException {
    lock.lock();
    try {
      int own = places.getOrDefault(client.name(), 0);
      if (own >= MOST_OF_A_CLIENT) {
        throw refused(ProblemType.QUOTA_USED_UP, "you follow %d times already".formatted(own));
      }
      if (taken >= MOST) {
        throw refused(ProblemType.OVERLOADED, "%d follow already".formatted(taken));
      }
      places.put(client.name(), own + 1);
      taken++;
      return () -> leave(client);
    } finally {
      lock.unlock();
    }
  }

  private static RequestRefusedException refused(ProblemType type, String detail) {
    return new RequestRefusedException(
        HttpProblem.of(type, detail)
            .hinting("ask again and again for /changes?since= and the last version that you have")
            .retryAfter(RETRY));
  }

  private void leave(Client client) {
    lock.lock();
    try {
      places.computeIfPresent(client.name(), (_, own) -> own == 1 ? null : own - 1);
      taken--;
    } finally {
      lock.unlock();
    }
  }

  /** How many there are. */
  public int count() {
    lock.lock();
    try {
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** There is a new version. */
  public void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody is to wait any more. */
  public void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is a version after one, for so long at the most; true if there is. */
  boolean await(Version after, Duration longest) throws InterruptedException {
    long left = longest.toNanos();
    lock.lock();
    try {
      while (!ended && newest().compareTo(after) <= 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return newest().compareTo(after) > 0;
    } finally {
      lock.unlock();
    }
  }

  /** The newest version that can also be asked. */
  private Version newest() {
    return history.store().version();
  }

  /** The event that tells of a version. */
  String event(Version version) {
    return events.get(version, this::make);
  }

  private String make(Version version) {
    try (Stream<Entry> entries = history.log().after(new Version(version.number() - 1))) {
      Iterator<Entry> first = entries.iterator();
      Entry entry = first.next();
      return "event: version\nid: %s\ndata: %s\n\n"
          .formatted(entry.heading().id(), LINES.of(entry));
    }
  }

  /** Says where one stands who has been told everything up to a version. */
  Optional<String> mark(Version version) {
    return history.outline().id(version).map("id: %s\n\n"::formatted);
  }
}
