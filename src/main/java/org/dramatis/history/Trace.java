package org.dramatis.history;

import java.util.List;
import org.dramatis.model.Version;

/**
 * What became of some statements in the course of the versions.
 *
 * @param steps the versions that added or deleted any of them, from the first on
 */
public record Trace(List<Step> steps) {

  /**
   * One version that added or deleted some of the statements.
   *
   * @param line the version
   * @param added how many of them it added
   * @param deleted how many of them it deleted
   * @param there how many of them there are since then
   */
  public record Step(VersionLine line, long added, long deleted, long there) {

    /** Whether there were none before. */
    public boolean comes() {
      return there > 0 && there == added - deleted;
    }

    /** Whether there are none since. */
    public boolean goes() {
      return there == 0;
    }
  }

  /** Copies the list. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /** How many of the statements there are now. */
  public long there() {
    return steps.isEmpty() ? 0 : steps.getLast().there();
  }

  /** The version since which there is always one of them; {@link Version#NONE} if there is none. */
  public Version since() {
    if (there() == 0) {
      return Version.NONE;
    }
    return steps.reversed().stream()
        .filter(Step::comes)
        .map(step -> step.line().version())
        .findFirst()
        .orElse(Version.NONE);
  }
}
