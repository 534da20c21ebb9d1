// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.safety;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.ProjectBackups;

/** {@code patchwork restore}: puts a backup in the place of the project's labels and settings. */
public final class RestoreCommand implements ProjectCommand<RestoreCommand.Parameters> {
  private static final String NEWEST = "newest";

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project; it must not be open.")
          String project,
      @Param(label = "Backup", help = "Name of the backup, as backup --list shows it, or newest.")
          String backup) {
    public Parameters() {
      this("", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "backup");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    ProjectBackups backups =
        new ProjectBackups(invocation.context().path(p.project()), invocation.context().clock());
    Backup chosen = chosen(backups.list(), p.backup());
    Backup before = backups.restore(chosen, monitor);
    return CommandResult.builder()
        .value("restored", chosen.name())
        .value("before", before == null ? "" : before.name())
        .line("Restored: %s (%,d images)", chosen.name(), chosen.images())
        .line(
            before == null
                ? "What was there could not be read; it is kept as labels.db.damaged."
                : "What was there is the backup " + before.name() + ".")
        .build();
  }

  private static Backup chosen(List<Backup> all, String name) {
    return all.stream()
        .filter(backup -> name.equals(NEWEST) || backup.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no backup \""
                        + name
                        + "\"; there are "
                        + (all.isEmpty()
                            ? "none."
                            : all.stream().map(Backup::name).collect(Collectors.joining(", "))
                                + ".")));
  }
}
