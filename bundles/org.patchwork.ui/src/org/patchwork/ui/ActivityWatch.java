// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.patchwork.project.labeling.Activity;

/** Takes keys, clicks, wheel and moves of the mouse in any of our windows as signs of work. */
public final class ActivityWatch {
  private static final int[] SIGNS = {
    SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseVerticalWheel
  };

  private ActivityWatch() {}

  /** Watches as long as the display lives. */
  public static void install(Display display, Activity activity) {
    Listener sign = event -> activity.touch();
    for (int type : SIGNS) {
      display.addFilter(type, sign);
    }
  }
}
