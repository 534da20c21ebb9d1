// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.internal.rcp.handlers.RcpCommands;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

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
            command -> RcpCommands.execute(getSite().getService(IHandlerService.class), command));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
