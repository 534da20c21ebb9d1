// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.Bundle;
import org.patchwork.internal.rcp.ViewIds;

/**
 * Help &gt; Help Contents: the page about the view that has the focus, in the user's own browser,
 * so that the product needs none.
 */
public final class HelpHandler extends AbstractHandler {
  private static final String HELP = "org.patchwork.help";
  private static final String FIRST_PAGE = "index.html";
  private static final Map<String, String> PAGES =
      Map.of(
          ViewIds.GRID, "image-grid.html",
          ViewIds.TOGGLES, "class-toggles-label-counts.html",
          ViewIds.COUNTS, "class-toggles-label-counts.html",
          ViewIds.DESIGNER, "model-designer.html",
          ViewIds.TRAIN, "train.html",
          ViewIds.CURVES, "curves-histogram.html",
          ViewIds.HISTOGRAM, "curves-histogram.html",
          ViewIds.START, "new-project.html",
          ViewIds.EXPLORER, "what-a-project-is-on-disk.html");

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    String view = HandlerUtil.getActivePartId(event);
    Path page = pages().resolve(PAGES.getOrDefault(view == null ? "" : view, FIRST_PAGE));
    if (!Program.launch(page.toUri().toString())) {
      MessageDialog.openInformation(
          HandlerUtil.getActiveShell(event),
          "Help",
          "No browser could be started. The help is here, open it with any browser:\n\n" + page);
    }
    return null;
  }

  /** The folder of the pages; unpacked where the help comes as one file. */
  private static Path pages() throws ExecutionException {
    Bundle bundle = Platform.getBundle(HELP);
    URL pages = bundle == null ? null : bundle.getEntry("html/");
    if (pages == null) {
      throw new ExecutionException(
          "The plug-in " + HELP + " with the help pages is not installed.");
    }
    try {
      return Path.of(FileLocator.toFileURL(pages).getPath());
    } catch (IOException e) {
      throw new ExecutionException("The help pages cannot be unpacked: " + e.getMessage(), e);
    }
  }
}
