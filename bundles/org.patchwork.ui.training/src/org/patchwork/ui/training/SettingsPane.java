// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Settings that are as wide as the room they have, and scroll where they are longer. */
final class SettingsPane extends ScrolledComposite {
  SettingsPane(Composite parent) {
    super(parent, SWT.V_SCROLL);
    setExpandHorizontal(true);
    setExpandVertical(true);
    addListener(SWT.Resize, event -> fit());
  }

  /** Makes room for the content as it is now; to be called when it got longer or shorter. */
  void fit() {
    Control content = getContent();
    if (content != null) {
      setMinSize(content.computeSize(Math.max(1, getClientArea().width), SWT.DEFAULT));
    }
  }
}
