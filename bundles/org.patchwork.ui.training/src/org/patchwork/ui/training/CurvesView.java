// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;

/** The view Curves. */
public final class CurvesView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.curves";

  private CurvesPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new CurvesPanel(
            parent, getSite().getService(OpenProject.class), getSite().getService(Trainer.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
