// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The view Pre-training Curves. */
public final class PretrainingCurvesView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.pretrainingCurves";

  private PretrainingCurvesPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel = new PretrainingCurvesPanel(parent, getSite().getService(FeatureTrainer.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
