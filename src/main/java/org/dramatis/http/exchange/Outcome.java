package org.dramatis.http.exchange;

import java.util.Locale;
import org.dramatis.http.problem.ProblemType;

/** What became of a request, in a few words that logs and metrics share. */
public enum Outcome {
  /** It was answered as it was asked. */
  ANSWERED,
  /** The client's copy is still right. */
  NOT_MODIFIED,
  /** It was wrong or not allowed. */
  REFUSED,
  /** The client had used up its share. */
  OVER_QUOTA,
  /** There was no place for it. */
  OVERLOADED,
  /** It ran out of time. */
  OUT_OF_TIME,
  /** It needed more memory than it may have. */
  OUT_OF_MEMORY,
  /** It was stopped by an operator or by the end of the server. */
  STOPPED,
  /** The client went away before it had everything. */
  CLIENT_GONE,
  /** The server is at fault. */
  FAILED;

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Outcome of(ProblemType problem) {
    return switch (problem) {
      case OUT_OF_TIME -> OUT_OF_TIME;
      case OUT_OF_MEMORY -> OUT_OF_MEMORY;
      case STOPPED, STOPPING -> STOPPED;
      case CLIENT_GONE -> CLIENT_GONE;
      case TOKENS_UNUSABLE -> FAILED;
      default -> of(problem.status());
    };
  }

  /** What a status means when nobody said more. */
  static Outcome of(int status) {
    return switch (status) {
      case 304 -> NOT_MODIFIED;
      case 429 -> OVER_QUOTA;
      case 503 -> OVERLOADED;
      case 504 -> OUT_OF_TIME;
      default -> status < 400 ? ANSWERED : status < 500 ? REFUSED : FAILED;
    };
  }
}
