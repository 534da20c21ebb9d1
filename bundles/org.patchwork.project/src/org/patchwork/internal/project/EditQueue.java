// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.patchwork.core.ProjectFormatException;

/**
 * The one thread that writes. Work runs in the order in which it was given. Work that must not be
 * lost and could not be written is kept, in order, and tried again before any later work.
 */
final class EditQueue implements AutoCloseable {
  /** Something to do on the writer thread. */
  interface Work<T> {
    T run() throws ProjectFormatException;
  }

  /** Hears of kept work. */
  interface Listener {
    void failed(String message);

    void recovered();

    /** Nothing is left to do for now; called on the writer thread. */
    void idle();
  }

  private final ExecutorService executor;
  private final Listener listener;
  private final Deque<Work<?>> kept = new ArrayDeque<>(); // only touched on the writer thread
  private final AtomicInteger keptCount = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile Thread thread;
  private WriteFailedException lastFailure;

  EditQueue(String name, Listener listener) {
    this.listener = listener;
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              thread = new Thread(task, name);
              thread.setDaemon(
                  true); // an edit is acknowledged only when it is durable, so ending the process
              // is safe
              return thread;
            });
  }

  /**
   * Does work later.
   *
   * @param keep true to try again later if it cannot be written
   * @return completes when it is done and durable; exceptionally with {@link
   *     ProjectFormatException}
   */
  <T> CompletableFuture<T> submit(Work<T> work, boolean keep) {
    return execute(future -> run(work, keep, future));
  }

  /** Reads later; also while edits wait for a disk that takes them, and does not try those. */
  <T> CompletableFuture<T> read(Work<T> work) {
    return execute(
        future -> {
          try {
            future.complete(work.run());
          } catch (ProjectFormatException | RuntimeException e) {
            future.completeExceptionally(e);
          }
        });
  }

  private <T> CompletableFuture<T> execute(Consumer<CompletableFuture<T>> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    waiting.incrementAndGet();
    executor.execute(
        () -> {
          work.accept(future);
          if (waiting.decrementAndGet() == 0) {
            listener.idle();
          }
        });
    return future;
  }

  /** Does work and waits for it; at once if this is the writer thread already. */
  <T> T call(Work<T> work, boolean keep) throws ProjectFormatException {
    return onWriterThread() ? work.run() : await(submit(work, keep));
  }

  /** True on the one thread that must not wait for edits. */
  boolean onWriterThread() {
    return Thread.currentThread() == thread;
  }

  static <T> T await(CompletableFuture<T> future) throws ProjectFormatException {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProjectFormatException cause) {
        throw cause;
      } else if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Number of edits that wait for a disk that takes them. */
  int keptCount() {
    return keptCount.get();
  }

  private <T> void run(Work<T> work, boolean keep, CompletableFuture<T> future) {
    retryKept();
    if (!kept.isEmpty()) {
      if (keep) {
        keep(work);
      }
      future.completeExceptionally(lastFailure);
      return;
    }
    try {
      future.complete(work.run());
    } catch (WriteFailedException e) {
      if (keep) {
        keep(work);
        lastFailure = e;
        listener.failed(e.getMessage());
      }
      future.completeExceptionally(e);
    } catch (ProjectFormatException | RuntimeException e) {
      future.completeExceptionally(e);
    }
  }

  private void keep(Work<?> work) {
    kept.add(work);
    keptCount.set(kept.size());
  }

  /** Tries kept work again; true if none is left. */
  boolean retryKept() {
    boolean some = !kept.isEmpty();
    while (!kept.isEmpty()) {
      try {
        kept.peek().run();
      } catch (WriteFailedException e) {
        lastFailure = e;
        listener.failed(e.getMessage());
        return false;
      } catch (ProjectFormatException | RuntimeException e) {
        listener.failed("An edit that was kept no longer fits and was dropped: " + e.getMessage());
      }
      kept.remove();
      keptCount.set(kept.size());
    }
    if (some) {
      listener.recovered();
    }
    return true;
  }

  /** Finishes what was given so far and ends the thread. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
