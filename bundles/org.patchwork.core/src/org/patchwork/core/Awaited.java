// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for work of other threads and passes on what went wrong there as if it happened here. */
public final class Awaited {
  private Awaited() {}

  /**
   * The result of work that throws no checked exception of its own.
   *
   * @param what the work is, for whom it interrupts: {@code "reading images"}
   * @throws RuntimeException as the work threw it; an {@link IllegalStateException} around anything
   *     else it threw
   * @throws CancellationException if this thread is interrupted, which it is again afterwards
   */
  public static <T> T result(Future<T> work, String what) {
    return result(work, RuntimeException.class, what);
  }

  /**
   * The result of work that may throw one kind of checked exception.
   *
   * @param declared thrown as the work threw it, like every {@link RuntimeException}
   * @param what as in {@link #result(Future, String)}
   */
  public static <T, E extends Exception> T result(Future<T> work, Class<E> declared, String what)
      throws E {
    try {
      return work.get();
    } catch (ExecutionException e) {
      if (declared.isInstance(e.getCause())) {
        throw declared.cast(e.getCause());
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted while " + what);
    }
  }
}
