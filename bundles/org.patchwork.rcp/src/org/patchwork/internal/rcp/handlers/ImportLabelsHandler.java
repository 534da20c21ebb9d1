// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.project.ImportJob;
import org.patchwork.ui.OpenProject;

/**
 * Brings images, classes and labels of a CSV into the open project, as one step that can be undone.
 */
public final class ImportLabelsHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    OpenProject open = RcpCommands.open(event);
    if (open.session() == null) {
      return null;
    }
    FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.OPEN);
    dialog.setText("Import labels");
    dialog.setFilterExtensions(new String[] {"*.csv", "*.*"});
    String file = dialog.open();
    if (file != null) {
      ImportJob.labels(RcpCommands.launcher(event), open, Path.of(file)).schedule();
    }
    return null;
  }
}
