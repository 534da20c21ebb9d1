// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Closes the open project. */
public final class CloseProjectHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    RcpCommands.launcher(event).close();
    return null;
  }
}
