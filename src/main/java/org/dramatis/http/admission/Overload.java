package org.dramatis.http.admission;

import java.time.Duration;
import org.dramatis.http.problem.HttpProblem;
import org.dramatis.http.problem.ProblemType;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.problem.QueryProblem;
import org.dramatis.query.problem.StopReason;

/** Why the server as a whole cannot do what it is asked for now. */
final class Overload {

  private static final Duration SOON = Duration.ofSeconds(5);

  private Overload() {}

  static RequestRefusedException queueIsFull(int waiting) {
    return refusal("%d queries wait already".formatted(waiting));
  }

  static RequestRefusedException waitedTooLong(Duration waited) {
    return refusal("There was no turn for this query in %d seconds".formatted(waited.toSeconds()));
  }

  static RequestRefusedException noThread() {
    return refusal("There is no thread to compute on");
  }

  static RequestRefusedException shortOfMemory() {
    return refusal("The server is short of memory, and ends queries that need much of it");
  }

  static RequestRefusedException tooMuchHeld() {
    return refusal("Too many large queries and answers are on their way");
  }

  static RequestRefusedException stopped(StopReason reason) {
    return new RequestRefusedException(HttpProblem.of(new QueryProblem.Stopped(reason)));
  }

  static RequestRefusedException stopping() {
    return new RequestRefusedException(HttpProblem.stopping("The server is being stopped"));
  }

  static RequestRefusedException outOfMemory(OutOfMemoryError cause) {
    RequestRefusedException refused =
        new RequestRefusedException(
            HttpProblem.of(
                ProblemType.OUT_OF_MEMORY, "The server had no memory left to compute this"));
    refused.initCause(cause);
    return refused;
  }

  private static RequestRefusedException refusal(String detail) {
    return new RequestRefusedException(
        HttpProblem.of(ProblemType.OVERLOADED, detail).retryAfter(SOON));
  }
}
