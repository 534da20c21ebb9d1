// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.patchwork.internal.rcp.project.SampleChoice;

/** Opens the sample project in its usual folder or the one given, made first if it is not there. */
public final class OpenSampleHandler extends AbstractHandler {
  private static final String FOLDER = "org.patchwork.commands.openSample.folder";

  @Override
  public Object execute(ExecutionEvent event) {
    String folder = event.getParameter(FOLDER);
    SampleChoice sample = SampleChoice.SHIPPED;
    RcpCommands.launcher(event)
        .openSample(sample, folder == null ? sample.usualFolder() : Path.of(folder));
    return null;
  }
}
