// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

/** Switches the labelling keys on while one of the given controls has the focus, and only then. */
final class LabelingKeys {
  static final String CONTEXT = "org.patchwork.ui.labeling.context";

  private final IContextService contexts;
  private final String contextId;
  private IContextActivation active;

  LabelingKeys(IContextService contexts, Iterable<Control> controls) {
    this(contexts, CONTEXT, controls);
  }

  /** The keys of another context. */
  LabelingKeys(IContextService contexts, String contextId, Iterable<Control> controls) {
    this.contexts = contexts;
    this.contextId = contextId;
    for (Control control : controls) {
      control.addListener(SWT.FocusIn, event -> switchOn());
      control.addListener(SWT.FocusOut, event -> switchOff());
      control.addDisposeListener(event -> switchOff());
      if (control.isFocusControl()) {
        switchOn();
      }
    }
  }

  private void switchOn() {
    if (active == null) {
      active = contexts.activateContext(contextId);
    }
  }

  private void switchOff() {
    if (active != null) {
      contexts.deactivateContext(active);
      active = null;
    }
  }
}
