// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/** The view Model Designer. */
public final class DesignerView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.designer";

  private DesignerPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new DesignerPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(Trainer.class),
            getSite().getService(Installed.class).algorithms());
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
