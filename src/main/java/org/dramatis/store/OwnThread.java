package org.dramatis.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Does something in a thread that is used for nothing else. A transaction belongs to its thread:
 * one that is left in the middle would be found by whatever the thread does next. And nobody
 * interrupts such a thread, which would close the files that it writes.
 */
final class OwnThread {

  private OwnThread() {}

  /** Waits until it is done, however long that takes, and throws what it throws. */
  static void run(Runnable work) {
    FutureTask<Void> task = new FutureTask<>(work, null);
    Thread.ofPlatform().name("store-writer").daemon().start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (failed.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(failed);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
