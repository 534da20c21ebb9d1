// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;
import org.patchwork.learn.split.SplitSettings;
import org.patchwork.project.Edit;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;

/** {@code patchwork hold-out}: holds labelled images out for validation, by whole groups. */
public final class HoldOutCommand implements EditingCommand<HoldOutCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Fraction",
              help =
                  "Share of the labelled images that is held out in the end; those that are, stay.",
              min = 0.01,
              max = 0.9)
          double fraction,
      @Param(label = "Dry run", help = "Only says how many images it would hold out.")
          boolean dryRun) {
    public Parameters() {
      this("", 0.2, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new SplitSettings());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    SplitSettings split = invocation.further(SplitSettings.class);
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    try (ProjectSession session =
        Projects.open(invocation.context(), parameters.project(), progress.split(2))) {
      LabelTable labels = session.labels();
      HoldOut chosen =
          HoldOut.choose(
              labels,
              groups(session, labels, split, progress.split(8)),
              parameters.fraction(),
              new RandomStreams(split.splitSeed()).stream("hold out"));
      if (!parameters.dryRun() && chosen.rows().length > 0) {
        session.apply(
            new Edit.SetValidation(chosen.rows(), true),
            Projects.origin(invocation.context(), "hold-out"));
      }
      int after = chosen.held() + chosen.rows().length;
      return CommandResult.builder()
          .value("labeled", chosen.labeled())
          .value("before", chosen.held())
          .value("added", chosen.rows().length)
          .value("dryRun", parameters.dryRun())
          .line(
              "%,d of %,d labelled images %s held out, %,d of them new; kept together by %s.",
              after,
              chosen.labeled(),
              parameters.dryRun() ? "would be" : "are",
              chosen.rows().length,
              split.groups().resolve(labels).label())
          .build();
    }
  }

  private static RowGroups groups(
      ProjectSession session, LabelTable labels, SplitSettings split, IProgressMonitor monitor)
      throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    int[] rows = HoldOut.labeled(labels);
    if (features == null || split.duplicates() == 0) {
      return split.groups(labels, null, rows, monitor);
    }
    try (FeatureMatrix matrix = features.open()) {
      return split.groups(labels, matrix, rows, monitor);
    }
  }
}
