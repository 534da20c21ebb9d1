// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.internal.rcp.preferences.PatchworkPreferences;

/** Asks under which name labels are recorded from now on; the preference keeps it. */
public final class AnnotatorHandler extends AbstractHandler {
  private static final String RESERVED = "(second look)";

  @Override
  public Object execute(ExecutionEvent event) {
    InputDialog dialog =
        new InputDialog(
            HandlerUtil.getActiveShell(event),
            "Annotator",
            "Who labels from now on? Labels are recorded under this name, so that the answers of"
                + " several people can be told apart and compared.",
            RcpCommands.open(event).annotator(),
            AnnotatorHandler::fault);
    if (dialog.open() == Window.OK) {
      PatchworkPreferences.setAnnotator(dialog.getValue().strip());
    }
    return null;
  }

  private static String fault(String name) {
    if (name.isBlank()) {
      return "Give a name, or cancel to keep the present one.";
    }
    return name.strip().endsWith(RESERVED)
        ? "A name must not end in " + RESERVED + "; second looks are called so."
        : null;
  }
}
