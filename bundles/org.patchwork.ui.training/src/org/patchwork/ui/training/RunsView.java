// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Runs. */
public final class RunsView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.runs";

  private RunsPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new RunsPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Trainer.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
