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
 * Edit &gt; Undo and Redo over the history of the open project, in whatever view the edit was made,
 * and Select All over the page. While the user types in a field, labels and selection are left
 * alone.
 */
public final class EditHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
    Control focus = Display.getCurrent().getFocusControl();
    if (focus instanceof Text text) {
      inField(event.getCommand().getId(), text);
    } else if (!(focus instanceof Spinner || focus instanceof Combo)) {
      run(
          event.getCommand().getId(),
          window.getService(OpenProject.class),
          window.getService(PageModel.class));
    }
    return null;
  }

  private static void inField(String commandId, Text text) {
    if (IWorkbenchCommandConstants.EDIT_SELECT_ALL.equals(commandId)) {
      text.selectAll();
    }
  }

  private static void run(String commandId, OpenProject open, PageModel page) {
    LabelActions actions = new LabelActions(open, page);
    switch (commandId) {
      case IWorkbenchCommandConstants.EDIT_UNDO -> actions.undo();
      case IWorkbenchCommandConstants.EDIT_REDO -> actions.redo();
      case IWorkbenchCommandConstants.EDIT_SELECT_ALL -> page.select(page.selection().all());
      default -> throw new IllegalArgumentException("Not declared for " + commandId);
    }
  }
}
