// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a project; asks for the folder unless the parameter {@code folder} names it. */
public final class OpenProjectHandler extends AbstractHandler {
  private static final String FOLDER = "org.patchwork.commands.openProject.folder";

  @Override
  public Object execute(ExecutionEvent event) {
    String folder = event.getParameter(FOLDER);
    if (folder == null) {
      DirectoryDialog dialog = new DirectoryDialog(HandlerUtil.getActiveShell(event));
      dialog.setText("Open project");
      dialog.setMessage("Choose a project folder; it has a file project.patchwork in it.");
      folder = dialog.open();
    }
    if (folder != null) {
      RcpCommands.launcher(event).open(Path.of(folder));
    }
    return null;
  }
}
