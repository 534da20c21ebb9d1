// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands that other bundles handle, for the buttons of our views. */
final class WorkbenchCommands implements LabelingPanel.Actions {
  private static final String PREFIX = "org.patchwork.commands.";

  private final IServiceLocator services;

  WorkbenchCommands(IServiceLocator services) {
    this.services = services;
  }

  @Override
  public void newProject() {
    run("newProject");
  }

  @Override
  public void addImages() {
    run("addImages");
  }

  @Override
  public void train() {
    run("train");
  }

  @Override
  public void computeFeatures() {
    run("computeFeatures");
  }

  private void run(String name) {
    try {
      services.getService(IHandlerService.class).executeCommand(PREFIX + name, null);
    } catch (CommandException e) {
      ILog.of(WorkbenchCommands.class)
          .warn("The command " + PREFIX + name + " cannot be run here; use the menu instead.", e);
    }
  }
}
