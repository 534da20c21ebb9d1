// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.ProjectSession;

/**
 * A command that makes one edit. What it says was worked out before, by the code that does the
 * edit; a dry run says the same and ends there, also while someone else has the project open.
 *
 * @param <P> parameter record
 */
abstract class ClassEditCommand<P extends Record & ClassEditOptions> implements EditingCommand<P> {
  /** Help of the option. */
  static final String DRY_RUN = "Only says what would change.";

  /** True if the project is only looked at: a dry run, or nothing was asked for. */
  boolean onlyLooks(P parameters) {
    return parameters.dryRun();
  }

  /**
   * The edit, or null if there is nothing to do but to tell.
   *
   * @throws IllegalArgumentException if the parameters do not fit the project
   */
  abstract Edit edit(ProjectSession session, P parameters);

  /** Says more than what changes; called before the edit. */
  void tell(ProjectSession session, P parameters, CommandResult.Builder result) {}

  @Override
  public CommandResult run(Invocation<P> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    P parameters = invocation.parameters();
    try (ProjectSession session =
        Projects.open(
            invocation.context(), parameters.project(), !onlyLooks(parameters), monitor)) {
      CommandResult.Builder result = CommandResult.builder();
      tell(session, parameters, result);
      Edit edit = edit(session, parameters);
      if (edit != null) {
        report(session.preview(edit), result);
        result.value("dryRun", onlyLooks(parameters));
        if (onlyLooks(parameters)) {
          result.line("Nothing was changed.");
        } else {
          session.apply(edit, Projects.origin(invocation.context(), "classes"));
        }
      }
      return result.build();
    }
  }

  private static void report(EditPreview preview, CommandResult.Builder result) {
    result
        .value("edit", preview.description())
        .value("changedImages", preview.rows().length)
        .value("changes", preview.columns().stream().map(ClassEditCommand::values).toList())
        .value("added", preview.addedClasses())
        .value("removed", preview.removedClasses())
        .line("%s: labels of %,d images change", preview.description(), preview.rows().length);
    for (EditPreview.Column column : preview.columns()) {
      result.line(
          "  %-24s %,10d present %,10d absent %,10d forgotten",
          column.name(), column.present(), column.absent(), column.unknown());
    }
  }

  private static Map<String, Object> values(EditPreview.Column column) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", column.name());
    values.put("present", column.present());
    values.put("absent", column.absent());
    values.put("unknown", column.unknown());
    return values;
  }

  /** Stable id of the class with this name. */
  static String id(ProjectSession session, String name) {
    return Projects.classNamed(session, name).getId();
  }
}
