// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Runs the {@link ModeCommand} of the command it is called for, in the view that has the focus. */
public final class ModeHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    if (HandlerUtil.getActivePart(event) instanceof ModeView view) {
      PluginCommand.find(ModeCommand.class, event.getCommand().getId())
          .orElseThrow()
          .run(view.actions(), event.getParameter(LabelCommand.KEY));
    }
    return null;
  }
}
