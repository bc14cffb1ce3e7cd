package org.dramatis.http.admission;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.dramatis.http.problem.RequestRefusedException;
import org.dramatis.query.budget.Budget;
import org.dramatis.query.problem.QueryFailedException;
import org.dramatis.query.problem.StopReason;

/**
 * Computes what clients ask for, on threads of the operating system: whatever a query does, the
 * virtual threads that read requests and send answers go on.
 */
public final class Workers implements AutoCloseable {

  /** Deep recursion needs a deep stack; memory is taken only for what is used of it. */
  private static final long STACK = 16L * 1024 * 1024;

  /** What even the cheapest request costs. */
  private static final long LEAST = Duration.ofMillis(1).toNanos();

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final long KEPT_SECONDS = 60;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          KEPT_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().name("worker-", 1).daemon().stackSize(STACK).factory());
  private final Turns turns;
  private final Quota quota;
  private final MemoryGuard memory = new MemoryGuard();
  private final Watch watch;

  /**
   * Workers who keep to these bounds.
   *
   * @param running how many compute at once
   * @param waiting how many wait for their turn
   * @param clientWork the work that a client may use in a minute; zero is no limit
   * @param clientBurst the work that a client may save up
   */
  public Workers(int running, int waiting, Duration clientWork, Duration clientBurst) {
    this.turns = new Turns(running, waiting, threads);
    this.quota = new Quota(clientWork, clientBurst);
    this.watch = new Watch(turns, memory);
    watch.start();
  }

  /** How many compute now. */
  public int running() {
    return turns.running();
  }

  /** How many wait for their turn. */
  public int waiting() {
    return turns.waiting();
  }

  /** How many wait for their client to take what was computed. */
  public int sending() {
    return watch.sending();
  }

  /**
   * Counts a request, however little it needs: some work is done for each that nobody measures.
   *
   * @throws RequestRefusedException when the client has used up its share
   */
  public void admit(Client client) throws RequestRefusedException {
    quota.admit(client.name());
    quota.charge(client.name(), LEAST);
  }

  /**
   * Has something computed and waits for it.
   *
   * @param budget what it may use; it is stopped when nobody waits for the answer any more
   * @throws RequestRefusedException when the client has used up its share, or the server has too
   *     much to do
   */
  public <T> T run(Client client, Budget budget, Work<T> work)
      throws IOException, QueryFailedException, RequestRefusedException {
    quota.admit(client.name());
    // Alone, a query may have what there is: it is not for it that memory is short.
    if (memory.isShort() && turns.running() > 0) {
      throw Overload.shortOfMemory();
    }
    Task<T> task = new Task<>(client, budget, work, turns);
    client.meet();
    watch.add(task);
    try {
      turns.submit(task);
      await(task);
      return task.outcome();
    } finally {
      watch.remove(task);
      client.leave();
      quota.charge(client.name(), task.nanosOfWork());
    }
  }

  private void await(Task<?> task) throws RequestRefusedException {
    Duration longest =
        task.budget().time().compareTo(LONGEST_WAIT) < 0 ? task.budget().time() : LONGEST_WAIT;
    try {
      if (task.await(longest)) {
        return;
      }
      if (turns.withdraw(task)) {
        throw Overload.waitedTooLong(longest);
      }
      task.awaitInAnyCase();
    } catch (InterruptedException stopping) {
      abandon(task);
      Thread.currentThread().interrupt();
      throw Overload.stopping();
    }
  }

  /** The work uses the request: nobody may go on with that before it has ended. */
  private void abandon(Task<?> task) {
    task.budget().stop(StopReason.SHUTDOWN);
    task.client().cut();
    if (!turns.withdraw(task)) {
      task.awaitInAnyCase();
    }
  }

  /** Stops all that is computed. */
  @Override
  public void close() {
    watch.close();
    memory.close();
    threads.shutdown();
  }
}
