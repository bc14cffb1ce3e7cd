package org.dramatis.http.upload;

import java.time.Duration;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * The bytes of all bodies that are held at once. A body that would be too long if it were alone is
 * refused for good; one that is too much beside others may come again.
 */
public final class HeldBytes {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final long most;
  private long held;

  /** So many bytes of several bodies. */
  public HeldBytes(long most) {
    this.most = most;
  }

  /** What one body takes, which is given back when it is closed. */
  public Share open() {
    return new Share();
  }

  /** How many bytes are held now. */
  public synchronized long held() {
    return held;
  }

  /** The bytes of one body. */
  public final class Share implements AutoCloseable {

    private long own;

    private Share() {}

    /** Takes some more. */
    void take(long bytes) throws RequestRefusedException {
      synchronized (HeldBytes.this) {
        if (own + bytes > most) {
          throw new RequestRefusedException(
              HttpProblem.tooLarge(
                  "for a body of more than %,d bytes there is no memory".formatted(most)));
        }
        if (held + bytes > most) {
          throw new RequestRefusedException(
              HttpProblem.of(ProblemType.OVERLOADED, "other bodies fill the memory there is")
                  .retryAfter(SOON));
        }
        own += bytes;
        held += bytes;
      }
    }

    @Override
    public void close() {
      synchronized (HeldBytes.this) {
        held -= own;
        own = 0;
      }
    }
  }
}
