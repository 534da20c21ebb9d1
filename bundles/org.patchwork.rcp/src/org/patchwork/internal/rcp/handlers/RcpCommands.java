// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.handlers;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.patchwork.internal.rcp.project.ProjectLauncher;
import org.patchwork.ui.OpenProject;

/** Ids of the commands of this bundle, and how to run one from a button. */
public final class RcpCommands {
  public static final String NEW_PROJECT = "org.patchwork.commands.newProject";
  public static final String OPEN_PROJECT = "org.patchwork.commands.openProject";
  public static final String OPEN_SAMPLE = "org.patchwork.commands.openSample";

  public static final String ADD_IMAGES = "org.patchwork.commands.addImages";
  public static final String COMPUTE_FEATURES = "org.patchwork.commands.computeFeatures";
  public static final String TRAIN = "org.patchwork.commands.train";

  private RcpCommands() {}

  /** Runs a command as its menu item would. */
  public static void execute(IHandlerService handlers, String command) {
    try {
      handlers.executeCommand(command, null);
    } catch (CommandException e) {
      ILog.of(RcpCommands.class).error("The command " + command + " could not be run", e);
    }
  }

  static ProjectLauncher launcher(ExecutionEvent event) {
    return service(event, ProjectLauncher.class);
  }

  static OpenProject open(ExecutionEvent event) {
    return service(event, OpenProject.class);
  }

  private static <T> T service(ExecutionEvent event, Class<T> type) {
    IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
    return (window == null ? PlatformUI.getWorkbench() : window).getService(type);
  }
}
