// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** A shell and an event loop that waits for conditions. */
final class Screen implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final Display display;
  final Shell shell;

  Screen() {
    assumeTrue(
        System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null,
        "There is no display; run the tests under Xvfb.");
    display = Display.getCurrent() == null ? trackingDisplay() : Display.getCurrent();
    shell = new Shell(display);
    shell.setLayout(new FillLayout());
    shell.setSize(800, 600);
  }

  /** A display that knows all resources that are held. */
  private static Display trackingDisplay() {
    DeviceData data = new DeviceData();
    data.tracking = true;
    return new Display(data);
  }

  /** Number of images, fonts, colours and the like that are held and not disposed. */
  int heldResources() {
    return display.getDeviceData().objects.length;
  }

  void until(String what, BooleanSupplier condition) {
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

  void idle() {
    while (display.readAndDispatch()) {
      // each call handles one event
    }
  }

  void open() {
    shell.open();
    idle();
  }

  @Override
  public void close() {
    shell.dispose();
    idle();
  }
}
