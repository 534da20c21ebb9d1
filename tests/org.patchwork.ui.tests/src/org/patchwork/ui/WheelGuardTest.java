// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.junit.jupiter.api.Test;

class WheelGuardTest {
  @Test
  void theWheelScrollsTheFormAndLeavesItsSettings() {
    Display display = Display.getDefault();
    WheelGuard.install(display);
    Shell shell = new Shell(display);
    try {
      shell.setLayout(new FillLayout());
      ScrolledComposite form = new ScrolledComposite(shell, SWT.V_SCROLL);
      Composite settings = new Composite(form, SWT.NONE);
      settings.setLayout(new GridLayout());
      Combo combo = new Combo(settings, SWT.READ_ONLY);
      combo.setItems("none", "cosine");
      Spinner spinner = new Spinner(settings, SWT.BORDER);
      Label label = new Label(settings, SWT.NONE);
      form.setContent(settings);
      settings.setSize(200, 2000);
      shell.setSize(300, 200);
      shell.open();
      shell.layout(true, true);
      combo.forceFocus();
      assertFalse(turned(combo, -3).doit);
      assertEquals(36, form.getOrigin().y);
      assertFalse(turned(spinner, 3).doit);
      assertEquals(0, form.getOrigin().y);
      assertTrue(turned(label, -3).doit, "the form scrolls by itself there");
    } finally {
      shell.dispose();
    }
  }

  private static Event turned(Control control, int count) {
    Event event = new Event();
    event.count = count;
    control.notifyListeners(SWT.MouseVerticalWheel, event);
    return event;
  }
}
