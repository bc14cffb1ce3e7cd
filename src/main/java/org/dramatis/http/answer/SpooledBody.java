package org.dramatis.http.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.AnswerTooLargeException;

/**
 * The body of an answer, held back until it is complete or too large to hold. As long as it is held
 * back an error can still take its place.
 */
public final class SpooledBody extends OutputStream {

  /** Where a body goes that is too large to be held back. */
  public interface Outlet {
    /** Sends status and headers; what is written then flows at once. */
    OutputStream open() throws IOException;

    /** Ends the body, as only one may that is complete. */
    void complete() throws IOException;
  }

  private final int limit;
  private final long most;
  private final Budget budget;
  private final Outlet outlet;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private Optional<OutputStream> flow = Optional.empty();
  private Optional<IOException> lost = Optional.empty();
  private long written;

  /**
   * A body of nothing yet.
   *
   * @param limit up to how many bytes are held back
   * @param most up to how many bytes there may be at all
   * @param budget pays for what is held back, and not for the time in which the client is slow
   */
  public SpooledBody(int limit, long most, Budget budget, Outlet outlet) {
    this.limit = limit;
    this.most = most;
    this.budget = budget;
    this.outlet = outlet;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    budget.check();
    written += length;
    if (written > most) {
      throw new AnswerTooLargeException(most, "bytes");
    }
    if (flow.isEmpty() && written <= limit) {
      budget.charge(length);
      held.write(bytes, offset, length);
      return;
    }
    try {
      send(bytes, offset, length);
    } catch (IOException failed) {
      lost = Optional.of(failed);
      throw failed;
    }
  }

  private void send(byte[] bytes, int offset, int length) throws IOException {
    if (flow.isEmpty()) {
      OutputStream opened = outlet.open();
      flow = Optional.of(opened);
      budget.waiting(() -> {
        held.writeTo(opened);
        return held.size();
      });
      budget.release(held.size());
      held.reset();
    }
    OutputStream out = flow.get();
    budget.waiting(() -> {
      out.write(bytes, offset, length);
      return length;
    });
  }

  /** The failure to send, which some writers wrap until nobody recognizes it. */
  public Optional<IOException> lost() {
    return lost;
  }

  /**
   * Ends the body, which is complete. What was held back is handed over; what flowed is closed and
   * nothing is left to hand over.
   */
  public Optional<byte[]> complete() throws IOException {
    if (flow.isEmpty()) {
      return Optional.of(held.toByteArray());
    }
    budget.waiting(() -> {
      outlet.complete();
      return written;
    });
    return Optional.empty();
  }
}
