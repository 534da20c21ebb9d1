// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/** The view Train. */
public final class TrainView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.train";

  private static final String COMPUTE_FEATURES = "org.patchwork.commands.computeFeatures";

  private TrainPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel = new TrainPanel(parent, getSite().getService(Trainer.class), this::computeFeatures);
  }

  private void computeFeatures() {
    try {
      getSite().getService(IHandlerService.class).executeCommand(COMPUTE_FEATURES, null);
    } catch (CommandException e) {
      ILog.of(TrainView.class)
          .warn("The features cannot be computed from here; use the menu Project.", e);
    }
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
