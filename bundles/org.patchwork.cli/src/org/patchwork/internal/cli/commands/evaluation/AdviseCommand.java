// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.evaluation.PowerLaw;
import org.patchwork.learn.evaluation.RunsSoFar;
import org.patchwork.learn.evaluation.StopAdvice;
import org.patchwork.project.EventFilter;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.LabelCurve;

/** {@code patchwork advise}: whether more labels are worth their time. */
public final class AdviseCommand implements HeadCommand<AdviseCommand.Parameters> {
  private static final int STAGES = 6;

  /** Where the learning curve comes from. */
  public enum From {
    /** Trained anew on the labels in their order: all points judged by the same images. */
    LABELS,
    /** As the runs so far recorded it: at once, but each judged by the images held out then. */
    RUNS
  }

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "From",
              help =
                  "Takes the learning curve from models trained for it on the labels in their"
                      + " order, or from the runs so far, which takes no time.")
          From from,
      @Param(label = "Page", help = "Number of images of a page.", min = 1, max = 10000) int page) {
    public Parameters() {
      this("", From.LABELS, 24);
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
    try (ProjectSession session = Projects.read(invocation.context(), parameters.project(), null)) {
      LabelTable labels = session.labels();
      RunsSoFar runs = RunsSoFar.read(folders(session), labels);
      List<PowerLaw.Point> curve =
          parameters.from() == From.RUNS
              ? runs.curve()
              : LabelCurve.errors(
                  LabelCurves.of(invocation, session, STAGES, 1, monitor),
                  Projects.exclusive(session));
      long worked = session.events().totals(EventFilter.ALL).activeMillis();
      return result(StopAdvice.of(curve, labels, parameters.page(), worked, runs));
    }
  }

  private static List<Path> folders(ProjectSession session) {
    return session.runs().stream()
        .filter(run -> run.problem() == null)
        .map(RunSummary::folder)
        .toList();
  }

  private static CommandResult result(StopAdvice advice) {
    CommandResult.Builder result =
        CommandResult.builder()
            .value("verdict", advice.verdict().name())
            .value("gainNextPage", Numbers.boxed(advice.gainNextPage()))
            .value("gainNextTenPages", Numbers.boxed(advice.gainNextTen()))
            .value("secondsPerPage", Numbers.boxed(advice.secondsPerPage()))
            .value("stability", Numbers.boxed(advice.stability()))
            .value("reasons", advice.reasons())
            .line("%s", advice.verdict().text());
    advice.reasons().forEach(reason -> result.line("%s", reason));
    return result.build();
  }
}
