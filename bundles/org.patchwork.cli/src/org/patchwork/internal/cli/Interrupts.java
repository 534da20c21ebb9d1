// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C as a wish to stop: the command sees a cancelled monitor, closes what it has open, and only
 * then does the process end.
 */
public final class Interrupts implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean interrupted;

  private Interrupts() {}

  /** Starts to listen. */
  public static Interrupts install() {
    Interrupts interrupts = new Interrupts();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(interrupts::awaitCommand, "Patchwork interrupt"));
    return interrupts;
  }

  private void awaitCommand() {
    interrupted = true;
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True once the process was asked to end. */
  @Override
  public boolean getAsBoolean() {
    return interrupted;
  }

  /** The command is done, the process may end. */
  @Override
  public void close() {
    finished.countDown();
  }
}
