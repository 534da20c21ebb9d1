// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.Part;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/** Lists and changes the classes of a project. */
public final class ClassesCommand implements EditingCommand<ClassesCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Add", help = "Names of classes to add, with commas between them.") String add,
      @Param(label = "Rename", help = "OLD=NEW, several with commas between them.") String rename,
      @Param(
              label = "Remove",
              help = "Names of classes to remove; patchwork classes restore brings them back.")
          String remove) {
    public Parameters() {
      this("", "", "", "");
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
    boolean changes = !(parameters.add() + parameters.rename() + parameters.remove()).isEmpty();
    try (ProjectSession session =
        Projects.open(invocation.context(), parameters.project(), changes, monitor)) {
      if (changes) {
        session.apply(
            new Edit.Composite("Change classes", edits(session, parameters)),
            Projects.origin(invocation.context(), "classes"));
      }
      return result(session);
    }
  }

  private static List<Edit> edits(ProjectSession session, Parameters parameters) {
    List<Edit> edits = new ArrayList<>();
    NameList.pairs(parameters.rename())
        .forEach(
            (from, to) ->
                edits.add(
                    new Edit.UpdateClass(
                        Projects.classNamed(session, from).getId(), to, null, null, null)));
    for (String name : NameList.of(parameters.remove())) {
      edits.add(new Edit.RemoveClass(Projects.classNamed(session, name).getId()));
    }
    for (String name : NameList.of(parameters.add())) {
      edits.add(new Edit.AddClass(name));
    }
    return edits;
  }

  private static String relations(Map<String, Object> values) {
    String parent = values.get("parent") == null ? "" : "a kind of " + values.get("parent");
    String group = values.get("group") == null ? "" : "group " + values.get("group");
    return parent + (parent.isEmpty() || group.isEmpty() ? "" : ", ") + group;
  }

  private static String nameOf(ProjectSession session, String id) {
    LabelClass found = session.classById(id);
    return found == null ? null : found.getName();
  }

  private static CommandResult result(ProjectSession session) {
    LabelTable labels = session.labels();
    LabelCounts counts = LabelCounts.of(labels);
    CommandResult.Builder result =
        CommandResult.builder()
            .line(
                "%-24s %10s %10s %10s %10s  %s",
                "class", "absent", "present", "unknown", "goal", "relations");
    List<Map<String, Object>> classes = new ArrayList<>();
    for (LabelClass entry : session.classes()) {
      int index = labels.classIndex(entry.getId());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", entry.getId());
      values.put("name", entry.getName());
      values.put("color", entry.getColor());
      values.put("hotKey", entry.getHotKey());
      values.put("description", entry.getDescription());
      values.put("group", entry.getExclusionGroup());
      values.put("parent", entry.getParent() == null ? null : nameOf(session, entry.getParent()));
      values.put("goal", entry.getGoal());
      values.put("examples", List.copyOf(entry.getExamples()));
      values.put(
          "absent",
          counts.negatives(Part.TRAINING, index) + counts.negatives(Part.VALIDATION, index));
      values.put(
          "present",
          counts.positives(Part.TRAINING, index) + counts.positives(Part.VALIDATION, index));
      values.put(
          "unknown", counts.unknown(Part.TRAINING, index) + counts.unknown(Part.VALIDATION, index));
      classes.add(values);
      result.line(
          "%-24s %,10d %,10d %,10d %,10d  %s",
          entry.getName(),
          values.get("absent"),
          values.get("present"),
          values.get("unknown"),
          entry.getGoal(),
          relations(values));
    }
    return result.value("classes", classes).value("exclusive", Projects.exclusive(session)).build();
  }
}
