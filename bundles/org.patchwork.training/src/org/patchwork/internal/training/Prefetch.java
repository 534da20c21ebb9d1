// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.patchwork.core.Awaited;

/**
 * Makes numbered items on a thread of its own, a few ahead of who takes them, so that the engine
 * never waits for data. Items are made one after the other in order, so a random generator inside
 * the maker draws the same whatever the timing.
 *
 * @param <T> item; an item taken may be made anew once {@code ahead} further items were taken
 */
public final class Prefetch<T> implements AutoCloseable {
  private final ExecutorService thread;
  private final Deque<Future<T>> pending = new ArrayDeque<>();
  private final IntFunction<T> maker;
  private final int count;
  private int submitted;

  /**
   * Starts making items.
   *
   * @param name of the thread
   * @param count number of items
   * @param ahead how many are made before they are asked for, at least 1
   * @param maker makes item 0, 1, …, count − 1
   */
  public Prefetch(String name, int count, int ahead, IntFunction<T> maker) {
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    this.count = count;
    this.maker = maker;
    while (submitted < Math.min(ahead, count)) {
      submit();
    }
  }

  private void submit() {
    int index = submitted++;
    pending.add(thread.submit(() -> maker.apply(index)));
  }

  /** The next item; waits for it if need be. What the maker threw is thrown here. */
  public T next() {
    T item = Awaited.result(pending.remove(), "waiting for data");
    if (submitted < count) {
      submit();
    }
    return item;
  }

  /** Stops making items. */
  @Override
  public void close() {
    pending.forEach(future -> future.cancel(false));
    thread.close();
  }
}
