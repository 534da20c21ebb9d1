// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/**
 * Edit &gt; Undo and Redo over the history of the open project, in whatever view the edit was made. Does nothing while
 * the user types in a field.
 */
public final class UndoHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    if (typing()) {
      return null;
    }
    LabelActions actions =
        new LabelActions(window.getService(OpenProject.class), window.getService(PageModel.class));
    if (IWorkbenchCommandConstants.EDIT_UNDO.equals(event.getCommand().getId())) {
      actions.undo();
    } else {
      actions.redo();
    }
    return null;
  }

  private static boolean typing() {
    Control focus = Display.getCurrent().getFocusControl();
    return focus instanceof Text || focus instanceof Spinner || focus instanceof Combo;
  }
}
