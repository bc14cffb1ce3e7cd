package org.dramatis.log;

import java.util.Optional;
import java.util.stream.Stream;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * The ordered, append-only record of changes. It is the truth; a dataset is what one gets by
 * applying its entries in order.
 *
 * @implSpec Versions are 1, 2, 3 … without gaps, and their times never go back. All methods may be
 *     called from any thread. An entry that was returned by {@link #append} is never lost, altered
 *     or renumbered, and is seen by every later call.
 */
public interface ChangeLog extends AutoCloseable {

  /**
   * Commits a change and gives it the next version.
   *
   * @throws LogException if it could not be kept; the log is then as it was before, unless the
   *     fault says that nobody can know
   * @throws IllegalArgumentException if a term of it cannot be written down
   */
  Entry append(Change change, Optional<Receipt> receipt);

  /** Commits a change of a writer who does not ask once more. */
  default Entry append(Change change) {
    return append(change, Optional.empty());
  }

  /** Whether its entries are still there when the process has ended. */
  boolean isLasting();

  /** What is said of the newest entry; empty before the first. */
  Optional<Heading> last();

  /** The version of the newest entry, or {@link Version#NONE}. */
  default Version head() {
    return last().map(Heading::version).orElse(Version.NONE);
  }

  /**
   * What is said of the entries with a greater version, in order, as they stood when the method was
   * called. The caller closes the stream.
   *
   * @throws LogException while it is read, if the log has been damaged
   */
  Stream<Heading> headings(Version after);

  /**
   * The entries with a greater version, in order, as they stood when the method was called. The
   * caller closes the stream.
   *
   * @throws LogException while it is read, if the log has been damaged
   */
  Stream<Entry> after(Version version);

  /** Gives up what the log holds; it must not be used afterwards. */
  @Override
  void close();
}
