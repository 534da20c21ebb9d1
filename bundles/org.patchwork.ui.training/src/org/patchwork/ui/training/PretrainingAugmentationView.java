// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Pre-training Augmentation. */
public final class PretrainingAugmentationView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.pretrainingAugmentation";

  private AugmentationPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    FeatureTrainer trainer = getSite().getService(FeatureTrainer.class);
    panel =
        new AugmentationPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            trainer.augmentations(),
            new PretrainingAugmentation(trainer));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
