package org.dramatis.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/**
 * The changes of a log that may be asked for once more, by their keys: the newest of them, and only
 * for some time. The log itself remembers them, so that they are known after a restart too.
 */
public final class Receipts {

  /** How long a key stands for what it was first sent with. */
  public static final Duration LIFETIME = Duration.ofDays(1);

  /** How many of the keys that were sent last are known. */
  public static final int MOST = 50_000;

  private final ChangeLog log;
  private final InstantSource clock;
  private final SequencedMap<Sha256, Version> versions = new LinkedHashMap<>();
  private Version known = Version.NONE;

  /** Those of a log; the clock tells which of them are too old. */
  public Receipts(ChangeLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** What is said of the change that was made for a key. */
  public synchronized Optional<Heading> find(Sha256 key) {
    catchUp();
    Instant oldest = clock.instant().minus(LIFETIME);
    return Optional.ofNullable(versions.get(key))
        .map(this::heading)
        .filter(heading -> heading.time().isAfter(oldest));
  }

  private Heading heading(Version version) {
    try (Stream<Heading> from = log.headings(new Version(version.number() - 1))) {
      return from.findFirst().orElseThrow();
    }
  }

  private void catchUp() {
    if (known.equals(log.head())) {
      return;
    }
    try (Stream<Heading> since = log.headings(known)) {
      since.forEach(heading -> {
        heading.receipt().ifPresent(receipt -> add(receipt.key(), heading.version()));
        known = heading.version();
      });
    }
  }

  private void add(Sha256 key, Version version) {
    versions.remove(key);
    versions.put(key, version);
    if (versions.size() > MOST) {
      versions.pollFirstEntry();
    }
  }
}
