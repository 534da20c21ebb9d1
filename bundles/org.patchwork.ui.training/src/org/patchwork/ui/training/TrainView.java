// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The view Train. */
public final class TrainView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.train";

  private TrainPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel = new TrainPanel(parent, getSite().getService(Trainer.class));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
