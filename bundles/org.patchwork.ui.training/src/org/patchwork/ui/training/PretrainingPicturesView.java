// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The view Pre-training Pictures. */
public final class PretrainingPicturesView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.pretrainingPictures";

  private PretrainingPicturesPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel = new PretrainingPicturesPanel(parent, getSite().getService(FeatureTrainer.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
