// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.patchwork.internal.rcp.project.ProjectLauncher;

/** Makes the sample project in the user's home if it is not there, and opens it. */
public final class OpenSampleHandler extends AbstractHandler {
  @Override
  public Object execute(ExecutionEvent event) {
    RcpCommands.launcher(event).openSample(ProjectLauncher.sampleFolder());
    return null;
  }
}
