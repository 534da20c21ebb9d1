// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.patchwork.internal.cli.CommandRunner;
import org.patchwork.internal.cli.Interrupts;
import org.patchwork.internal.cli.ProductContext;

/**
 * The headless application {@code org.patchwork.cli.application}: runs one command and ends with
 * its exit code.
 */
public final class CliApplication implements IApplication {

  @Override
  public Object start(IApplicationContext context) {
    context.applicationRunning();
    String[] arguments =
        (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
    ProductContext product =
        new ProductContext(Platform.getExtensionRegistry(), Path.of("").toAbsolutePath());
    try (Interrupts interrupts = Interrupts.install()) {
      CommandRunner runner =
          new CommandRunner(product, System.out, System.err, System.console() != null);
      return Integer.valueOf(runner.run(arguments, interrupts));
    }
  }

  @Override
  public void stop() {
    // A command ends by itself; Ctrl-C is seen by Interrupts.
  }
}
