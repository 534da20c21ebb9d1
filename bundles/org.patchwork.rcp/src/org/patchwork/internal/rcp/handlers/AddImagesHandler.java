// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.project.ImportJob;
import org.patchwork.ui.OpenProject;

/** Adds the images of a folder to the open project, as one step that can be undone. */
public final class AddImagesHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    OpenProject open = RcpCommands.open(event);
    if (open.session() == null) {
      return null;
    }
    DirectoryDialog dialog = new DirectoryDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
    dialog.setText("Add images");
    dialog.setMessage("Images that are in the project already stay as they are.");
    dialog.setFilterPath(open.session().imageRoot().toString());
    String folder = dialog.open();
    if (folder != null) {
      ImportJob.images(RcpCommands.launcher(event), open, Path.of(folder)).schedule();
    }
    return null;
  }
}
