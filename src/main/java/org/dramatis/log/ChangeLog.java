package org.dramatis.log;

import java.util.stream.Stream;
import org.dramatis.model.Change;
import org.dramatis.model.Version;

/**
 * The ordered, append-only record of changes. It is the truth; a dataset is what one gets by
 * applying its entries in order.
 *
 * @implSpec Versions are 1, 2, 3 … without gaps. All methods may be called from any thread. An
 *     entry that was returned by {@link #append} is never lost, altered or renumbered, and is seen
 *     by every later call.
 */
public interface ChangeLog {

  /** Commits a change and gives it the next version. */
  Entry append(Change change);

  /** The version of the newest entry, or {@link Version#NONE}. */
  Version head();

  /**
   * The entries with a greater version, in order, as they stood when the method was called. The
   * caller closes the stream.
   */
  Stream<Entry> after(Version version);
}
