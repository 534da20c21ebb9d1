// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.internal.rcp.FeatureTrainerPerspective;
import org.patchwork.internal.rcp.ViewIds;
import org.patchwork.internal.rcp.handlers.RcpCommands;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.training.FeatureTrainer;
import org.patchwork.ui.training.Trainer;

/** Hosts the {@link ExplorerPanel}. */
public final class ExplorerView extends ViewPart {
  private ExplorerPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new ExplorerPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Trainer.class),
            getSite().getService(FeatureTrainer.class),
            new WorkbenchActions());
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }

  private final class WorkbenchActions implements ExplorerPanel.Actions {
    @Override
    public void run(String command) {
      RcpCommands.execute(getSite().getService(IHandlerService.class), command);
    }

    @Override
    public void showTrain() {
      showView(ViewIds.TRAIN);
    }

    @Override
    public void showDesigner() {
      showView(ViewIds.DESIGNER);
    }

    @Override
    public void showFeatureTrainer() {
      try {
        PlatformUI.getWorkbench()
            .showPerspective(FeatureTrainerPerspective.ID, getSite().getWorkbenchWindow());
      } catch (WorkbenchException e) {
        ILog.of(ExplorerView.class).error("The Feature Trainer could not be shown", e);
      }
    }

    private void showView(String id) {
      try {
        getSite().getPage().showView(id);
      } catch (PartInitException e) {
        ILog.of(ExplorerView.class).error("The view " + id + " could not be shown", e);
      }
    }
  }
}
