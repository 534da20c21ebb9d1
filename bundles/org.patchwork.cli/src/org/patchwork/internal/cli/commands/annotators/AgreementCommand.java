// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.annotators;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.VoteTable;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Agreement;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.VotePolicy;

/** {@code patchwork agreement}: who answered what, how well they agree, and which answer counts. */
public final class AgreementCommand implements EditingCommand<AgreementCommand.Parameters> {

  /** Which answer is to count from now on. */
  public enum Rule {
    KEEP,
    LAST_WINS,
    MAJORITY
  }

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "List",
              help = "How many disagreements to list with everybody's answers.",
              min = 0)
          int list,
      @Param(
              label = "Votes",
              help = "Writes every answer to this CSV: filepath, class, annotator, look, answer.")
          String votes,
      @Param(
              label = "Rule",
              help =
                  "Which of several answers counts from now on; labels are decided anew, in one"
                      + " undo step.")
          Rule rule,
      @Param(label = "Dry run", help = "Only says what another rule would change.")
          boolean dryRun) {
    public Parameters() {
      this("", 0, "", Rule.KEEP, false);
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
    CommandContext context = invocation.context();
    boolean changes = parameters.rule() != Rule.KEEP && !parameters.dryRun();
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    CommandResult.Builder result = CommandResult.builder();
    try (ProjectSession session =
        Projects.open(context, parameters.project(), changes, progress.split(3))) {
      if (parameters.rule() != Rule.KEEP) {
        changeRule(session, parameters, context, result);
      }
      VoteTable votes = session.annotators().votes(progress.split(4));
      LabelTable labels = session.labels();
      Agreement agreement = Agreement.of(votes, row -> !labels.excluded(row), progress.split(2));
      new AgreementReport(session, votes, agreement).tell(parameters.list(), result);
      if (!parameters.votes().isEmpty()) {
        Path file = context.path(parameters.votes());
        VoteFile.write(file, session, votes);
        result.value("votes", file.toString()).line("Answers written to %s.", file);
      }
      return result.build();
    }
  }

  private static void changeRule(
      ProjectSession session,
      Parameters parameters,
      CommandContext context,
      CommandResult.Builder result)
      throws ProjectFormatException {
    Edit edit = new Edit.SetVotePolicy(VotePolicy.valueOf(parameters.rule().name()));
    EditPreview preview = session.preview(edit);
    result
        .value("dryRun", parameters.dryRun())
        .value("changedImages", preview.rows().length)
        .value("changedLabels", preview.cells())
        .line(
            "%s: %,d labels of %,d images change",
            preview.description(), preview.cells(), preview.rows().length);
    if (!parameters.dryRun()) {
      session.apply(edit, Projects.origin(context, "agreement"));
    }
  }
}
