package org.dramatis.store.backup;

/**
 * What a look at a folder of data has found.
 *
 * @param kind how good it is
 * @param part of the folder
 * @param text what was found, as the end of a sentence about the part
 */
public record Finding(Kind kind, String part, String text) {

  /** How good something is. */
  public enum Kind {
    /** As it should be. */
    GOOD,
    /** Not as it should be at rest, and put in order by the next start. */
    UNFINISHED,
    /** Made from the log, and to be made again. */
    WRONG,
    /** It was not as it should be, and is again. */
    REPAIRED,
    /** It cannot be made again. */
    LOST
  }

  /** Whether the folder is not what it should be. */
  public boolean isBad() {
    return switch (kind) {
      case GOOD, UNFINISHED, REPAIRED -> false;
      case WRONG, LOST -> true;
    };
  }
}
