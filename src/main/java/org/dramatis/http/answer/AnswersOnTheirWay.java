package org.dramatis.http.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.dramatis.http.admission.ByteBound;
import org.dramatis.http.problem.RequestRefusedException;

/**
 * The finished answers that are being sent: slow readers hold no more of them than there is room.
 */
public final class AnswersOnTheirWay {

  /** Smaller ones are soon in the hands of the system. */
  private static final int LEAST_COUNTED = 64 * 1024;

  private final ByteBound bound;

  /** An answer is held once, by however many it is read. */
  private final Map<StoredAnswer, Readers> sending = new HashMap<>();

  private static final class Readers {
    private final ByteBound.Hold hold;
    private int number;

    private Readers(ByteBound.Hold hold) {
      this.hold = hold;
    }
  }

  /** All together within this bound. */
  public AnswersOnTheirWay(ByteBound bound) {
    this.bound = bound;
  }

  /**
   * To be called before anything of the answer is sent, and closed when all of it is.
   *
   * @throws RequestRefusedException when too many are on their way
   */
  public synchronized ByteBound.Hold send(StoredAnswer answer) throws RequestRefusedException {
    if (answer.size() <= LEAST_COUNTED) {
      return ByteBound.Hold.NOTHING;
    }
    if (!sending.containsKey(answer)) {
      sending.put(answer, new Readers(bound.take(answer.size())));
    }
    readers(answer).number++;
    return () -> leave(answer);
  }

  private synchronized void leave(StoredAnswer answer) {
    Readers readers = readers(answer);
    readers.number--;
    if (readers.number == 0) {
      sending.remove(answer);
      readers.hold.close();
    }
  }

  private Readers readers(StoredAnswer answer) {
    return Objects.requireNonNull(sending.get(answer));
  }
}
