// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.training.propagation.PropagationService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Label Propagation. */
public final class PropagationView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.propagation";

  private PropagationPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new PropagationPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Trainer.class),
            new PropagationService(),
            () -> FeatureCommand.run(getSite()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
