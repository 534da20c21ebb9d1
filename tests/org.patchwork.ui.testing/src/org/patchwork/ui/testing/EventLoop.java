// SPDX-License-Identifier: MIT
package org.patchwork.ui.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Display;

/**
 * The events of a display, as far as a test lets them happen.
 *
 * @param display whose thread the test runs in
 */
public record EventLoop(Display display) {
  /** Longer than anything takes on a busy machine; a test that works never waits for it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Skips the test where no window can be opened. */
  public static void assumeDisplay() {
    assumeTrue(
        System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null,
        "There is no display; run the tests under Xvfb.");
  }

  /**
   * Handles events until a condition holds.
   *
   * @param what the condition, for the message if it never does
   */
  public void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    display.timerExec((int) PATIENCE.toMillis(), display::wake);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("Waited in vain until " + what);
      }
      if (!display.readAndDispatch()) {
        display.sleep();
      }
    }
  }

  /** Handles events until none waits any more. */
  public void idle() {
    while (display.readAndDispatch()) {
      // each call handles one event
    }
  }
}
