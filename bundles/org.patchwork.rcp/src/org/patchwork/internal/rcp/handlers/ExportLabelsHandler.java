// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.project.ExportJob;
import org.patchwork.project.ProjectSession;

/**
 * Writes the labels of the open project, or with the parameter {@code what} its predictions, as a
 * CSV.
 */
public final class ExportLabelsHandler extends AbstractHandler {
  private static final String WHAT = "org.patchwork.commands.export.what";

  @Override
  public Object execute(ExecutionEvent event) {
    ProjectSession session = RcpCommands.open(event).session();
    if (session == null) {
      return null;
    }
    boolean predictions = "predictions".equals(event.getParameter(WHAT));
    FileDialog dialog = new FileDialog(HandlerUtil.getActiveShell(event), SWT.SAVE);
    dialog.setOverwrite(true);
    dialog.setFileName(predictions ? "predictions.csv" : "labels.csv");
    String file = dialog.open();
    if (file != null) {
      new ExportJob(session, Path.of(file), predictions).schedule();
    }
    return null;
  }
}
