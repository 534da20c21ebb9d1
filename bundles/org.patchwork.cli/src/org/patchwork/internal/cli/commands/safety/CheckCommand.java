// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.safety;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.project.check.Finding;
import org.patchwork.project.check.ProjectCheck;

/** {@code patchwork check}: verifies a project, and repairs it if asked to. */
public final class CheckCommand implements ProjectCommand<CheckCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project; to repair it must not be open.")
          String project,
      @Param(label = "Repair", help = "Repair what can be repaired, after a backup.")
          boolean repair,
      @Param(label = "Images", help = "Look for every image file, too.") boolean images) {
    public Parameters() {
      this("", false, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    Path folder = invocation.context().path(p.project());
    ProjectCheck check = new ProjectCheck(folder);
    CommandResult.Builder result = CommandResult.builder();
    if (p.repair()) {
      List<String> repaired = check.repair(invocation.context().clock(), progress.split(50));
      result.value("repaired", repaired);
      repaired.forEach(each -> result.line("Repaired: %s", each));
    }
    List<Finding> findings = check.run(p.images(), progress.split(50));
    boolean damaged = findings.stream().anyMatch(f -> f.kind() == Finding.Kind.DAMAGE);
    result.value("ok", !damaged).value("findings", findings.stream().map(this::values).toList());
    findings.forEach(each -> result.line("%s: %s", name(each), each.message()));
    if (findings.isEmpty()) {
      result.line("All is well in %s.", folder);
    } else if (damaged) {
      result.line("To repair: patchwork check %s --repair", p.project());
    }
    return damaged ? result.failed().build() : result.build();
  }

  private Map<String, Object> values(Finding finding) {
    return Map.of("kind", name(finding), "message", finding.message());
  }

  private static String name(Finding finding) {
    return finding.kind().name().toLowerCase(Locale.ROOT);
  }
}
