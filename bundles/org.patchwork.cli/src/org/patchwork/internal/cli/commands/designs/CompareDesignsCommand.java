// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.StoredDesign;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.design.DesignComparison;
import org.patchwork.learn.design.DesignText;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.designs.Designs;

/** {@code patchwork designs compare}: in what designs differ. */
public final class CompareDesignsCommand
    implements ProjectCommand<CompareDesignsCommand.Parameters> {
  private static final int WIDTH = 34;

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Names", help = "Names of designs, with commas between; all if not given.")
          String names,
      @Param(label = "All", help = "Also lists what the designs agree in.") boolean all) {
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
    return List.of("project", "names");
  }

  @Override
  public List<String> required() {
    return List.of("project");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    Algorithms algorithms = invocation.context().algorithms();
    try (ProjectSession session =
        Projects.read(invocation.context(), parameters.project(), monitor)) {
      DesignComparison comparison =
          DesignComparison.of(
              chosen(session, parameters),
              new DesignReport(session, algorithms).features(),
              session.classes().size(),
              algorithms);
      return result(parameters.all() ? comparison : comparison.differences());
    }
  }

  private static Map<String, ModelDesignSpec> chosen(
      ProjectSession session, Parameters parameters) {
    Designs designs = new Designs(session.model());
    List<StoredDesign> stored =
        parameters.names().isBlank()
            ? designs.all()
            : NameList.of(parameters.names()).stream().map(designs::require).toList();
    Map<String, ModelDesignSpec> chosen = new LinkedHashMap<>();
    stored.forEach(design -> chosen.put(design.name(), DesignText.read(design)));
    return chosen;
  }

  private static CommandResult result(DesignComparison comparison) {
    CommandResult.Builder result = CommandResult.builder();
    result.line(row("", comparison.names()));
    List<Map<String, Object>> lines = new ArrayList<>();
    for (DesignComparison.Line line : comparison.lines()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("label", line.label());
      values.put("values", line.values());
      lines.add(values);
      result.line(row(line.label(), line.values()));
    }
    if (lines.isEmpty()) {
      result.line("The designs do not differ.");
    }
    return result.value("designs", comparison.names()).value("lines", lines).build();
  }

  private static String row(String label, List<String> values) {
    StringBuilder row = new StringBuilder(String.format("%-" + WIDTH + "s", label));
    values.forEach(value -> row.append(String.format(" %-20s", value)));
    return row.toString().stripTrailing();
  }
}
