// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.LiveChoice;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.TrainingRuns;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingResult;
import org.patchwork.training.runs.MlflowRun;
import org.patchwork.training.runs.MlflowTracking;
import org.patchwork.training.runs.TrainedRun;

/**
 * Trains a model on the labels of a project: design and settings as they stand in the project,
 * where the user does not say otherwise, so that the command line trains what the Train view
 * trains.
 */
public final class TrainCommand implements HeadCommand<TrainCommand.Parameters> {

  /** Options beside the training parameters. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Name", help = "Short name of the run.") String name,
      @Param(
              label = "MLflow",
              help =
                  "Where MLflow is to track the run, too: a folder, or a server as in"
                      + " http://localhost:5000; empty for nowhere.")
          String mlflow) {
    public Parameters() {
      this("", "train", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> furtherParameters() {
    List<Record> records = new ArrayList<>(HeadCommand.super.furtherParameters());
    records.addAll(LiveChoice.parameters());
    return records;
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    List<AlgorithmOption> options = new ArrayList<>(HeadCommand.super.algorithms());
    options.add(LiveChoice.option());
    return options;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    MlflowTracking.at(invocation.parameters().mlflow(), context.path("")); // refuses an odd one now
    try (ProjectSession session = Projects.open(context, invocation.parameters().project(), null)) {
      TrainingSpec plain = HeadChoice.spec(invocation, session, invocation.parameters().name());
      TrainingSpec spec = LiveChoice.with(invocation, session, plain);
      TrainingResult result =
          TrainingRuns.train(context, session, spec, TrainingListener.NONE, monitor);
      CommandResult.Builder told = result(result);
      if (!invocation.parameters().mlflow().isEmpty()) {
        track(invocation, session, result, told);
      }
      return told.build();
    }
  }

  /** The run is there, tracked or not: a server that is away does not make it fail. */
  private static void track(
      Invocation<Parameters> invocation,
      ProjectSession session,
      TrainingResult training,
      CommandResult.Builder result) {
    String place = invocation.parameters().mlflow();
    TrainedRun run =
        new TrainedRun(
            training.folder().getFileName().toString(), training.folder(), training.record());
    try {
      MlflowTracking.at(place, invocation.context().path(""))
          .add(session.name(), List.of(MlflowRun.of(run)), new NullProgressMonitor());
      result.value("mlflow", place).line("Tracked by MLflow: %s", place);
    } catch (TrainingException e) {
      result.problems(
          List.of(
              "The run is not tracked by MLflow. "
                  + e.getMessage()
                  + " Then: patchwork runs "
                  + invocation.parameters().project()
                  + " --mlflow "
                  + place));
    }
  }

  private static CommandResult.Builder result(TrainingResult training) {
    RunRecord record = training.record();
    double loss = record.epochs().get(record.epochs().size() - 1).trainingLoss();
    CommandResult.Builder result =
        CommandResult.builder()
            .value("run", training.folder().toString())
            .value("outcome", record.outcome().name())
            .value("epochs", record.epochs().size())
            .value("bestEpoch", record.bestEpoch())
            .value("trainingLoss", loss)
            .value("parameters", record.parameterCount())
            .value("seconds", record.seconds())
            .value("live", record.live())
            .value("unlabelled", record.unlabelled())
            .line(
                "Trained on %,d images, %d epochs, loss %.4f, %,d parameters.",
                record.data().trainingRows(),
                record.epochs().size(),
                loss,
                record.parameterCount());
    evaluation(result, "training", record.trainingMetrics(), record);
    evaluation(result, "validation", record.validationMetrics(), record);
    return result.line("Run: %s", training.folder());
  }

  private static void evaluation(
      CommandResult.Builder result, String part, Evaluation evaluation, RunRecord record) {
    if (evaluation == null) {
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("accuracy", Numbers.boxed(evaluation.accuracy()));
    values.put("count", evaluation.accuracyCount());
    values.put("meanAuc", Numbers.boxed(evaluation.meanAuc()));
    values.put("meanAp", Numbers.boxed(evaluation.meanAveragePrecision()));
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < evaluation.classes().size(); c++) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("class", record.data().classNames().get(c));
      entry.put("positives", evaluation.classes().get(c).positives());
      entry.put("negatives", evaluation.classes().get(c).negatives());
      entry.put("auc", Numbers.boxed(evaluation.classes().get(c).auc()));
      entry.put("averagePrecision", Numbers.boxed(evaluation.classes().get(c).averagePrecision()));
      entry.put("accuracy", Numbers.boxed(evaluation.classes().get(c).accuracy()));
      classes.add(entry);
    }
    values.put("classes", classes);
    result.value(part, values);
    result.line(
        "%-11s accuracy %s of %,d, mean AUC %s, mean AP %s",
        part,
        Numbers.text(evaluation.accuracy()),
        evaluation.accuracyCount(),
        Numbers.text(evaluation.meanAuc()),
        Numbers.text(evaluation.meanAveragePrecision()));
  }
}
