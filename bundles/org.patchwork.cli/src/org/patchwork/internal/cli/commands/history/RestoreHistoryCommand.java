// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.history;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EditResult;
import org.patchwork.project.ProjectSession;

/** {@code patchwork history restore}: makes an earlier state the present one, as a new event. */
public final class RestoreHistoryCommand
    implements EditingCommand<RestoreHistoryCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Event", help = "Number of the event, as history lists it.", min = 1)
          long event,
      @Param(label = "Dry run", help = "Only say what would change.") boolean dryRun) {
    public Parameters() {
      this("", 1, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project", "event");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters p = invocation.parameters();
    Edit edit = new Edit.RestoreTo(p.event());
    try (ProjectSession session =
        Projects.open(invocation.context(), p.project(), !p.dryRun(), monitor)) {
      EditPreview preview = session.preview(edit);
      EditResult done =
          p.dryRun()
              ? EditResult.unchanged("")
              : session.apply(edit, Projects.origin(invocation.context(), "history"));
      return CommandResult.builder()
          .value("event", p.event())
          .value("newEvent", done.batch())
          .value("images", preview.rows().length)
          .value("addedImages", preview.addedRows())
          .value("addedClasses", preview.addedClasses())
          .value("removedClasses", preview.removedClasses())
          .line(
              "%s: labels of %,d images, %d classes back, %d classes gone, %,d images back.",
              p.dryRun() ? "Would change" : "Changed",
              preview.rows().length,
              preview.addedClasses().size(),
              preview.removedClasses().size(),
              preview.addedRows())
          .line(closing(p, done))
          .build();
    }
  }

  private static String closing(Parameters p, EditResult done) {
    if (p.dryRun()) {
      return "Nothing was changed; leave out --dry-run to do it.";
    }
    return done.changed()
        ? "This is event " + done.batch() + "; restoring an event before it takes it back."
        : "Everything was as it had been then already.";
  }
}
