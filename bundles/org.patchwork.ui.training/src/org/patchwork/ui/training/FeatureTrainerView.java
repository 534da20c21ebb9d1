// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** The view Feature Trainer. */
public final class FeatureTrainerView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.featureTrainer";

  private FeatureTrainerPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new FeatureTrainerPanel(
            parent, getSite().getService(FeatureTrainer.class), this::showAugmentation);
  }

  private void showAugmentation() {
    try {
      getSite().getPage().showView(PretrainingAugmentationView.ID);
    } catch (PartInitException e) {
      ILog.of(FeatureTrainerView.class)
          .warn("The view Pre-training Augmentation cannot be opened", e);
    }
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
