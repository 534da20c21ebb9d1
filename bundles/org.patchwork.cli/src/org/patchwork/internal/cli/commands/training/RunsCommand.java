// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.RunRecord;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.runs.MlflowRun;
import org.patchwork.training.runs.MlflowTracking;
import org.patchwork.training.runs.RunComparison;
import org.patchwork.training.runs.RunComparison.Figure;
import org.patchwork.training.runs.RunRestoration;
import org.patchwork.training.runs.TrainedRun;

/** Lists, compares, restores and exports the training runs of a project. */
public final class RunsCommand implements ProjectCommand<RunsCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Compare",
              help =
                  "Ids of runs, with commas between them: settings that differ, figures of each"
                      + " class, and how many images the last one sees on another side than the"
                      + " first.")
          String compare,
      @Param(
              label = "Restore",
              help =
                  "Id of a run whose design and settings are trained from now on, and whose"
                      + " predictions are shown.")
          String restore,
      @Param(
              label = "MLflow",
              help =
                  "MLflow file store (a folder) or server (http://…) to add the runs to: those"
                      + " compared, or all; a folder is looked at with mlflow ui --backend-store-uri"
                      + " FOLDER.")
          String mlflow) {
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
    CommandContext context = invocation.context();
    Parameters parameters = invocation.parameters();
    CommandResult.Builder result = CommandResult.builder();
    boolean restores = !parameters.restore().isEmpty();
    try (ProjectSession session = Projects.open(context, parameters.project(), restores, null)) {
      List<TrainedRun> runs = runs(session, parameters.compare(), result);
      if (parameters.compare().isEmpty()) {
        list(session, runs, result);
      } else {
        RunFigures.add(RunComparison.of(runs), session, result);
      }
      if (restores) {
        restore(session, parameters.restore(), result);
      }
      if (!parameters.mlflow().isEmpty()) {
        int added =
            MlflowTracking.at(parameters.mlflow(), context.path(""))
                .add(session.name(), runs.stream().map(MlflowRun::of).toList(), monitor);
        result.value("mlflowRuns", added);
        result.line("%d runs were added to %s.", added, parameters.mlflow());
      }
      return result.build();
    }
  }

  /** The runs that are wanted, or all whose record can be read. */
  private static List<TrainedRun> runs(
      ProjectSession session, String wanted, CommandResult.Builder result)
      throws ProjectFormatException {
    List<TrainedRun> runs = new ArrayList<>();
    if (!wanted.isEmpty()) {
      for (String id : NameList.of(wanted)) {
        runs.add(find(session, id));
      }
      return runs;
    }
    for (RunSummary summary : session.runs()) {
      if (summary.problem() == null) {
        runs.add(TrainedRun.read(summary.folder()));
      } else {
        result.problems(List.of(summary.problem()));
      }
    }
    return runs;
  }

  private static TrainedRun find(ProjectSession session, String id) throws ProjectFormatException {
    List<RunSummary> all = session.runs();
    for (RunSummary summary : all) {
      if (summary.id().equals(id)) {
        return TrainedRun.read(summary.folder());
      }
    }
    throw new IllegalArgumentException(
        "There is no run \""
            + id
            + "\"; there are "
            + all.stream().map(RunSummary::id).toList()
            + ".");
  }

  private static void list(
      ProjectSession session, List<TrainedRun> runs, CommandResult.Builder result) {
    List<Map<String, Object>> entries = new ArrayList<>();
    String shown = session.predictions() == null ? "" : session.predictions().source();
    for (TrainedRun run : runs) {
      RunRecord record = run.record();
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("id", run.id());
      entry.put("started", record.started().toString());
      entry.put("model", record.design().fineTuningId());
      entry.put("output", record.design().outputId());
      entry.put("epochs", record.epochs().size());
      entry.put("trainingImages", record.data().trainingRows());
      for (Figure figure : Figure.values()) {
        entry.put(RunFigures.key(figure), Numbers.boxed(RunComparison.figure(figure, record)));
      }
      entry.put("shown", run.id().equals(shown));
      entries.add(entry);
      result.line(
          "%s %-32s %,7d images, accuracy %s, AP %s",
          run.id().equals(shown) ? "*" : " ",
          run.id(),
          record.data().trainingRows(),
          Numbers.text(RunComparison.figure(Figure.ACCURACY, record)),
          Numbers.text(RunComparison.figure(Figure.AVERAGE_PRECISION, record)));
    }
    if (runs.isEmpty()) {
      result.line("There are no runs yet. Train one with: patchwork train %s", session.folder());
    }
    result.value("runs", entries);
  }

  private static void restore(ProjectSession session, String id, CommandResult.Builder result)
      throws PatchworkException {
    RunRestoration restoration = RunRestoration.read(find(session, id));
    if (restoration.design().isPresent()) {
      PlannedTraining.store(session, id, restoration.design().get(), restoration.parameters());
      result.line("Design and settings of %s are trained from now on.", id);
    }
    if (restoration.predictions().isPresent()) {
      session.setPredictions(restoration.predictions().get());
      result.line("The predictions of %s are shown.", id);
    }
    result.value("restored", id);
  }
}
