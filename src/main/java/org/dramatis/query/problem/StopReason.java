package org.dramatis.query.problem;

/** Why something was stopped. */
public enum StopReason {
  /** It took longer than it may. */
  OUT_OF_TIME("it took longer than it may"),
  /** It needed more memory than it may have. */
  OUT_OF_MEMORY("it needed more memory than it may have"),
  /** Nobody waits for the answer any more. */
  CLIENT_GONE("nobody waits for the answer any more"),
  /** Somebody in charge stopped it. */
  BY_OPERATOR("an operator stopped it"),
  /** The whole server is short of memory. */
  SERVER_MEMORY("the server is short of memory"),
  /** The server is being stopped. */
  SHUTDOWN("the server is being stopped");

  private final String words;

  StopReason(String words) {
    this.words = words;
  }

  /** The reason as part of a sentence. */
  public String words() {
    return words;
  }
}
