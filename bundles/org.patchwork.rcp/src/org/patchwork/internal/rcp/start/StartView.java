// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.start;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.internal.rcp.handlers.RcpCommands;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/** Hosts the {@link StartPanel}. */
public final class StartView extends ViewPart {
  private StartPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    ProjectLauncher launcher = getSite().getService(ProjectLauncher.class);
    panel = new StartPanel(parent, launcher, this::execute);
  }

  @Override
  public void setFocus() {
    panel.refresh();
    panel.setFocus();
  }

  private void execute(String command) {
    IHandlerService handlers = getSite().getService(IHandlerService.class);
    RcpCommands.execute(handlers, command);
  }
}
