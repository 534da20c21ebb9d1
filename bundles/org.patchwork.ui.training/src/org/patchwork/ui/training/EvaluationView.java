// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Evaluation. */
public final class EvaluationView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.evaluation";

  private EvaluationPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new EvaluationPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Trainer.class),
            new TrainingService(getSite().getService(Installed.class).algorithms()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
