// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.Bundle;

/**
 * Shows the user guide in the user's own browser: the pages lie in the help bundle, and the product
 * needs no browser of its own for them.
 */
public final class UserGuideHandler extends AbstractHandler {
  private static final String HELP = "org.patchwork.help";

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    File page = page();
    if (!Program.launch(page.getPath())) {
      MessageDialog.openInformation(
          HandlerUtil.getActiveShell(event),
          "User guide",
          "No browser could be started. The guide is the file " + page + ".");
    }
    return null;
  }

  private static File page() throws ExecutionException {
    Bundle bundle = Platform.getBundle(HELP);
    URL pages = bundle == null ? null : bundle.getEntry("html/");
    if (pages == null) {
      throw new ExecutionException(
          "The user guide is not installed; install the feature Patchwork.");
    }
    try {
      return new File(FileLocator.toFileURL(pages).getPath(), "index.html");
    } catch (IOException e) {
      throw new ExecutionException("The user guide cannot be unpacked: " + e.getMessage(), e);
    }
  }
}
