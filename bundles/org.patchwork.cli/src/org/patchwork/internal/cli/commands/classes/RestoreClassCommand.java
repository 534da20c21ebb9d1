// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

import java.util.List;
import java.util.Map;
import org.patchwork.cli.CommandResult;
import org.patchwork.core.Param;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.RemovedClass;

/** {@code patchwork classes restore}: back from the trash, with all labels. */
public final class RestoreClassCommand extends ClassEditCommand<RestoreClassCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Class",
              help = "Name of a removed class; left out, the removed classes are listed.")
          String name,
      @Param(label = "Dry run", help = DRY_RUN) boolean dryRun)
      implements ClassEditOptions {
    public Parameters() {
      this("", "", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "name");
  }

  @Override
  public List<String> required() {
    return List.of("project");
  }

  @Override
  boolean onlyLooks(Parameters parameters) {
    return parameters.dryRun() || parameters.name().isEmpty();
  }

  @Override
  Edit edit(ProjectSession session, Parameters parameters) {
    if (parameters.name().isEmpty()) {
      return null;
    }
    List<RemovedClass> removed = session.removedClasses();
    for (RemovedClass each : removed.reversed()) { // the newest, if several had the name
      if (each.name().equals(parameters.name()) || each.id().equals(parameters.name())) {
        return new Edit.RestoreClass(each.id());
      }
    }
    throw new IllegalArgumentException(
        "There is no removed class \"%s\"; there are %s."
            .formatted(
                parameters.name(),
                removed.isEmpty()
                    ? "none"
                    : String.join(", ", removed.stream().map(RemovedClass::name).toList())));
  }

  @Override
  void tell(ProjectSession session, Parameters parameters, CommandResult.Builder result) {
    List<RemovedClass> removed = session.removedClasses();
    result.value("trash", removed.stream().map(RestoreClassCommand::values).toList());
    if (parameters.name().isEmpty()) {
      result.line(removed.isEmpty() ? "No class was removed." : "Removed classes:");
      removed.forEach(
          each ->
              result.line(
                  "  %-24s %,10d labels, removed %s", each.name(), each.labels(), each.removed()));
    }
  }

  private static Map<String, Object> values(RemovedClass removed) {
    return Map.of(
        "id", removed.id(),
        "name", removed.name(),
        "labels", removed.labels(),
        "removed", removed.removed().toString(),
        "annotator", removed.annotator());
  }
}
