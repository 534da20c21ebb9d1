// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.CrossValidation;
import org.patchwork.training.CrossValidationParameters;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/** Judges design and settings by cross-validation over all labelled images. */
public final class CrossValidateCommand implements HeadCommand<CrossValidateCommand.Parameters> {

  /** Options beside those of training and of the division into folds. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Predictions",
              help =
                  "File to write the out-of-fold predictions to, as a NumPy array of images by"
                      + " classes with NaN where there is none; empty for none.")
          String predictions) {
    public Parameters() {
      this("", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> ownRecords() {
    return List.of(new CrossValidationParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    Parameters parameters = invocation.parameters();
    try (ProjectSession session = Projects.read(context, parameters.project(), null);
        FeatureMatrix matrix = Projects.features(session).open()) {
      TrainingData data = Projects.data(session, matrix, null);
      CrossValidation validation =
          CrossValidation.run(
              new TrainingService(context.algorithms()),
              HeadChoice.spec(invocation, session, "train"),
              data,
              CrossValidation.folds(
                  data, invocation.further(CrossValidationParameters.class, Map.of())),
              monitor);
      if (!parameters.predictions().isEmpty()) {
        write(validation.predictions(), context.path(parameters.predictions()));
      }
      return result(validation, data);
    }
  }

  private static CommandResult result(CrossValidation validation, TrainingData data) {
    CommandResult.Builder result = CommandResult.builder();
    result.value("images", validation.rows()).value("folds", validation.folds().count());
    result.line(
        "%,d labelled images in %d folds; mean ± standard deviation over the folds:",
        validation.rows(), validation.folds().count());
    figure(result, validation, "accuracy", e -> e.accuracy().orElse(Double.NaN));
    figure(result, validation, "meanAuc", e -> e.meanAuc().orElse(Double.NaN));
    figure(result, validation, "meanAp", e -> e.meanAveragePrecision().orElse(Double.NaN));
    List<Map<String, Object>> classes = new ArrayList<>();
    for (ClassMetrics metrics : validation.overall().classes()) {
      String name = data.classNames().get(data.labels().classIndex(metrics.classId()));
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("class", name);
      entry.put("positives", metrics.positives());
      entry.put("negatives", metrics.negatives());
      entry.put("auc", Numbers.boxed(metrics.auc()));
      entry.put("averagePrecision", Numbers.boxed(metrics.averagePrecision()));
      classes.add(entry);
      result.line(
          "  %-20s AUC %s, AP %s (%,d with, %,d without)",
          name,
          Numbers.text(metrics.auc()),
          Numbers.text(metrics.averagePrecision()),
          metrics.positives(),
          metrics.negatives());
    }
    return result.value("classes", classes).build();
  }

  private static void figure(
      CommandResult.Builder result,
      CrossValidation validation,
      String name,
      Function<Evaluation, Double> figure) {
    CrossValidation.Spread spread = validation.spread(figure);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("mean", Numbers.boxed(spread.mean()));
    values.put("deviation", Numbers.boxed(spread.deviation()));
    values.put("overall", Numbers.boxed(figure.apply(validation.overall())));
    result.value(name, values);
    result.line(
        "  %-20s %s ± %s", name, Numbers.text(spread.mean()), Numbers.text(spread.deviation()));
  }

  private static void write(PredictionTable predictions, Path file) throws PatchworkException {
    int classes = predictions.classIds().size();
    float[] row = new float[classes];
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {classes})) {
      for (int r = 0; r < predictions.rows(); r++) {
        for (int c = 0; c < classes; c++) {
          row[c] = predictions.probability(r, c);
        }
        writer.append(row, 0);
      }
    }
  }
}
