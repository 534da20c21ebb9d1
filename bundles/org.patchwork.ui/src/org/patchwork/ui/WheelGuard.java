// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;

/**
 * Lets the wheel scroll a form whatever is under the pointer. Otherwise lists and spinners take it
 * for a choice: who scrolls through settings changes those that he passes, and does not see it.
 * Lists never choose by the wheel, not even with the focus, which they keep after a choice; the
 * arrow keys do. Spinners do while they have the focus.
 */
public final class WheelGuard {
  /** Pixels for one count of the wheel. */
  private static final int PIXELS = 12;

  private WheelGuard() {}

  /** Guards all forms of a display. */
  public static void install(Display display) {
    display.addFilter(SWT.MouseVerticalWheel, WheelGuard::wheel);
  }

  private static void wheel(Event event) {
    if (event.widget instanceof Control control && choosesByWheel(control)) {
      event.doit = false;
      scroll(control.getParent(), event.count);
    }
  }

  private static boolean choosesByWheel(Control control) {
    return control instanceof Combo
        || control instanceof CCombo
        || control instanceof Spinner && !control.isFocusControl();
  }

  private static void scroll(Composite from, int count) {
    for (Composite parent = from; parent != null; parent = parent.getParent()) {
      if (parent instanceof ScrolledComposite form) {
        Point origin = form.getOrigin();
        form.setOrigin(origin.x, origin.y - PIXELS * count);
        return;
      }
    }
  }
}
