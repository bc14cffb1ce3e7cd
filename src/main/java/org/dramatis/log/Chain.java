package org.dramatis.log;

import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.commons.io.output.CountingOutputStream;
import org.dramatis.model.Change;
import org.dramatis.model.Sha256;
import org.dramatis.model.Version;

/** How one version follows another. */
final class Chain {

  private Chain() {}

  /** The heading of the next change; a clock that has gone back stands still. */
  static Heading next(
      Optional<Heading> last, InstantSource clock, Change change, Optional<Receipt> receipt) {
    CountingOutputStream counted = new CountingOutputStream(OutputStream.nullOutputStream());
    Sha256 content = Rows.write(change, counted);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Heading(
        last.map(Heading::version).orElse(Version.NONE).next(),
        last.map(Heading::id),
        last.map(Heading::time).filter(now::isBefore).orElse(now),
        change.author(),
        change.message(),
        change.added().size(),
        change.deleted().size(),
        change.created(),
        change.dropped(),
        counted.getByteCount(),
        content,
        receipt);
  }

  /** Refuses what cannot come after the last one. */
  static void requireFollows(Optional<Heading> last, Heading next) throws DamagedException {
    Version expected = last.map(Heading::version).orElse(Version.NONE).next();
    if (!next.version().equals(expected)) {
      throw new DamagedException("version " + next.version() + " stands there");
    }
    if (!next.previous().equals(last.map(Heading::id))) {
      throw new DamagedException("it does not name the version before it as that one is");
    }
    if (last.isPresent() && next.time().isBefore(last.get().time())) {
      throw new DamagedException("its time is before that of the version before it");
    }
  }
}
