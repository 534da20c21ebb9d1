// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.NoParameters;

/** Says which Patchwork and which Java this is. */
public final class VersionCommand implements Command<NoParameters> {
  @Override
  public Class<NoParameters> parameterType() {
    return NoParameters.class;
  }

  @Override
  public CommandResult run(Invocation<NoParameters> invocation, IProgressMonitor monitor) {
    String version = invocation.context().version();
    String java = Runtime.version().toString();
    String os = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    return CommandResult.builder()
        .value("patchwork", version)
        .value("java", java)
        .value("os", os)
        .line("Patchwork %s, Java %s, %s", version, java, os)
        .build();
  }
}
