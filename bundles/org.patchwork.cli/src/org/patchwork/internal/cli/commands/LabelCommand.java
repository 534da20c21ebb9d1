// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.EditResult;
import org.patchwork.project.ProjectSession;

/** Labels images: one call is one edit. */
public final class LabelCommand implements EditingCommand<LabelCommand.Parameters> {

  /** Yes, no, or as it is. */
  public enum Flag {
    KEEP,
    TRUE,
    FALSE
  }

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Rows", help = "Row numbers: 3, 0-9 or \"all\", several with commas.")
          String rows,
      @Param(label = "Paths", help = "Paths as the project has them, with commas between them.")
          String paths,
      @Param(label = "Set", help = "CLASS=present, absent or unknown, several with commas.")
          String set,
      @Param(label = "Exclude", help = "Marks the images as unusable, or takes the mark away.")
          Flag exclude,
      @Param(
              label = "Validation",
              help = "Holds the images out for validation, or gives them back.")
          Flag validation,
      @Param(
              label = "Implied",
              help = "Sets what follows from the labels by groups and parents, too.")
          boolean implied) {
    public Parameters() {
      this("", "", "", "", Flag.KEEP, Flag.KEEP, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    try (ProjectSession session =
        Projects.open(invocation.context(), parameters.project(), monitor)) {
      int[] rows = Projects.rows(session.labels(), parameters.rows(), parameters.paths());
      List<Edit> edits = edits(parameters, rows, session);
      if (rows.length == 0 || edits.isEmpty()) {
        throw new IllegalArgumentException(
            "Say which images with --rows or --paths, and what with --set, --exclude or"
                + " --validation.");
      }
      Edit edit = new Edit.Composite("Label from the command line", edits);
      EditResult result =
          session.apply(
              parameters.implied() ? session.implications().complete(edit) : edit,
              Projects.origin(invocation.context(), "label"));
      return CommandResult.builder()
          .value("rows", rows.length)
          .value("changed", result.rows().length)
          .line("%,d of %,d images changed.", result.rows().length, rows.length)
          .build();
    }
  }

  private static List<Edit> edits(Parameters parameters, int[] rows, ProjectSession session) {
    List<Edit> edits = new ArrayList<>();
    Map<String, Byte> values = new LinkedHashMap<>();
    NameList.pairs(parameters.set())
        .forEach(
            (name, value) -> values.put(Projects.classNamed(session, name).getId(), label(value)));
    if (!values.isEmpty()) {
      edits.add(new Edit.SetLabels(rows, values));
    }
    if (parameters.exclude() != Flag.KEEP) {
      edits.add(new Edit.SetExcluded(rows, parameters.exclude() == Flag.TRUE));
    }
    if (parameters.validation() != Flag.KEEP) {
      edits.add(new Edit.SetValidation(rows, parameters.validation() == Flag.TRUE));
    }
    return edits;
  }

  private static byte label(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "present", "1" -> LabelTable.PRESENT;
      case "absent", "0" -> LabelTable.ABSENT;
      case "unknown", "-1" -> LabelTable.UNKNOWN;
      default ->
          throw new IllegalArgumentException(
              "\"" + value + "\" is no label; write present, absent or unknown.");
    };
  }
}
