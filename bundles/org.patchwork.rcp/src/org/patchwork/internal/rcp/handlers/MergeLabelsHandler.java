// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.labeling.MergeWizard;

/** Brings in labels of another project or label file, after a look at what they change. */
public final class MergeLabelsHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    OpenProject open = RcpCommands.open(event);
    if (open.session() != null) {
      MergeWizard.open(HandlerUtil.getActiveShell(event), open);
    }
    return null;
  }
}
