// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.bindings.Scheme;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/** Runs commands that other bundles handle, for the buttons of our views. */
final class WorkbenchCommands implements LabelingPanel.Actions, ModePanel.Remedies {
  private static final String PREFIX = "org.patchwork.commands.";

  /** Commands of the platform that mean something while labelling. */
  private static final Set<String> EDITING =
      Set.of(
          "org.eclipse.ui.edit.undo", "org.eclipse.ui.edit.redo", "org.eclipse.ui.edit.selectAll");

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
  public void trainEnsemble() {
    run("train", Map.of(PREFIX + "train.members", "5"));
  }

  @Override
  public void computeFeatures() {
    run("computeFeatures");
  }

  /** Asks who labels. */
  void changeAnnotator() {
    run("annotator");
  }

  @Override
  public KeySheet.Source keys() {
    return keys(LabelingKeys.CONTEXT);
  }

  @Override
  public KeySheet.Source modeKeys() {
    return keys(ModeCommand.CONTEXT);
  }

  private KeySheet.Source keys(String contextId) {
    IBindingService bindings = services.getService(IBindingService.class);
    Map<String, String> names = new LinkedHashMap<>();
    for (Command command : services.getService(ICommandService.class).getDefinedCommands()) {
      try {
        if (isListed(command)) {
          names.put(command.getId(), command.getName());
        }
      } catch (NotDefinedException e) {
        ILog.of(WorkbenchCommands.class)
            .warn("The command " + command.getId() + " went away while its keys were listed.", e);
      }
    }
    return new KeySheet.Source(
        new BoundKeys(bindings.getBindings(), schemes(bindings), contextId), names);
  }

  private static boolean isListed(Command command) throws NotDefinedException {
    return command.getCategory().getId().startsWith(PREFIX) || EDITING.contains(command.getId());
  }

  private void run(String name) {
    run(name, Map.of());
  }

  private void run(String name, Map<String, String> parameters) {
    Command command = services.getService(ICommandService.class).getCommand(PREFIX + name);
    try {
      services
          .getService(IHandlerService.class)
          .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
    } catch (CommandException e) {
      ILog.of(WorkbenchCommands.class)
          .warn("The command " + PREFIX + name + " cannot be run here; use the menu instead.", e);
    }
  }

  /** The active scheme and those it inherits from, nearest first. */
  private static List<String> schemes(IBindingService bindings) {
    List<String> ids = new ArrayList<>();
    try {
      Scheme scheme = bindings.getActiveScheme();
      while (scheme != null && !ids.contains(scheme.getId())) {
        ids.add(scheme.getId());
        scheme = scheme.getParentId() == null ? null : bindings.getScheme(scheme.getParentId());
      }
    } catch (NotDefinedException e) {
      return ids; // the scheme is of a bundle that is gone, and inherits nothing
    }
    return ids;
  }
}
