// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** Draws the first page of a project by the same command as the Sample button. */
final class FirstPage {
  private static final String SAMPLE = "org.patchwork.commands.sample";

  private FirstPage() {}

  static void draw() throws CommandException {
    PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(SAMPLE, null);
  }
}
