// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.project.backup.Backup;
import org.patchwork.project.backup.BackupPolicy;
import org.patchwork.project.backup.ProjectBackups;

/** {@code patchwork backup}: makes a backup, or lists them. */
public final class BackupCommand implements ProjectCommand<BackupCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project; it may be open.") String project,
      @Param(label = "List", help = "Only list the backups there are.") boolean list,
      @Param(label = "Thin", help = "Delete old automatic backups as the workbench does.")
          boolean thin) {
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
    ProjectBackups backups =
        new ProjectBackups(invocation.context().path(p.project()), invocation.context().clock());
    CommandResult.Builder result = CommandResult.builder();
    if (!p.list()) {
      Backup made = backups.make(Backup.BY_HAND, monitor);
      result.value("made", made.name()).line("Made: %s", made.folder());
    }
    if (p.thin()) {
      List<Backup> deleted = backups.thin(BackupPolicy.DEFAULT);
      result.value("deleted", deleted.stream().map(Backup::name).toList());
      deleted.forEach(backup -> result.line("Deleted: %s", backup.name()));
    }
    List<Backup> all = backups.list();
    result.value("backups", all.stream().map(BackupCommand::values).toList());
    if (p.list()) {
      result.line(all.isEmpty() ? "There is no backup yet." : "Backups, newest first:");
      all.forEach(backup -> result.line("%s", line(backup)));
    }
    return result.build();
  }

  /** A backup for people. */
  static String line(Backup backup) {
    return String.format(
        "  %-22s %,10d images  event %,d  %,.1f MB  %s",
        backup.name(), backup.images(), backup.lastEvent(), backup.bytes() / 1e6, backup.reason());
  }

  private static Map<String, Object> values(Backup backup) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", backup.name());
    values.put("time", backup.time().toString());
    values.put("reason", backup.reason());
    values.put("images", backup.images());
    values.put("lastEvent", backup.lastEvent());
    values.put("bytes", backup.bytes());
    return values;
  }
}
