// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.ui.testing.EventLoop;

/** A shell and an event loop that waits for conditions. */
final class Screen implements AutoCloseable {

  final Display display;
  final Shell shell;
  private final EventLoop events;

  Screen() {
    EventLoop.assumeDisplay();
    display = Display.getCurrent() == null ? trackingDisplay() : Display.getCurrent();
    events = new EventLoop(display);
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
    events.until(what, condition);
  }

  void idle() {
    events.idle();
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
