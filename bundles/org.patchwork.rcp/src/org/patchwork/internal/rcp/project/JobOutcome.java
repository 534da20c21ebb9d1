// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import org.eclipse.swt.widgets.Display;
import org.patchwork.ui.UiThread;

/** The way from a Job to the display thread. */
final class JobOutcome {
  private JobOutcome() {}

  static void show(Runnable task) {
    UiThread.of(Display.getDefault()).later(task);
  }
}
