// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;

/** The view Pre-training Runs. */
public final class PretrainingRunsView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.pretrainingRuns";

  private PretrainingRunsPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new PretrainingRunsPanel(
            parent,
            getSite().getService(FeatureTrainer.class),
            getSite().getService(OpenProject.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
