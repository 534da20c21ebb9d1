// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** The way from a view that lacks features to the command that computes them. */
final class FeatureCommand {
  private static final String ID = "org.patchwork.commands.computeFeatures";

  private FeatureCommand() {}

  static void run(IServiceLocator locator) {
    try {
      locator.getService(IHandlerService.class).executeCommand(ID, null);
    } catch (CommandException e) {
      ILog.of(FeatureCommand.class)
          .warn("The features cannot be computed from here; use the menu Project.", e);
    }
  }
}
