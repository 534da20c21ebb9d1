// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Part;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.learn.evaluation.ScoredCells;
import org.patchwork.learn.evaluation.ThresholdCurve;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.ExclusionGroups;

/** {@code patchwork evaluate}: how good the model of a project is, on observed labels only. */
public final class EvaluateCommand implements ProjectCommand<EvaluateCommand.Parameters> {
  private static final int CURVE_POINTS = 101;

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Part", help = "Images to judge by: those held out, or those trained on.")
          Part part,
      @Param(label = "Raw", help = "Leaves a calibration of the run aside.") boolean raw,
      @Param(
              label = "Curves",
              help = "With --json, adds the ROC and precision-recall curve of each class.")
          boolean curves,
      @Param(
              label = "Images",
              help =
                  "Lists images of a class by answer: CLASS=fp for those wrongly said to have it,"
                      + " fn, tp or tn.")
          String images) {
    public Parameters() {
      this("", Part.VALIDATION, false, false, "");
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
    try (ProjectSession session =
        Projects.read(invocation.context(), parameters.project(), monitor)) {
      PredictionTable predictions = Figures.predictions(session);
      CalibratedModel model =
          parameters.raw()
              ? CalibratedModel.raw(predictions)
              : CalibratedModel.of(predictions, session.folder());
      LabelTable labels = session.labels();
      int[] rows = parameters.part().rows(labels);
      ModelReport report =
          ModelReport.of(
              labels,
              model.predictions(),
              model.thresholds(),
              ExclusionGroups.of(session.model().getSchema()),
              rows);
      boolean calibrated = model.record().isPresent();
      CommandResult.Builder result =
          CommandResult.builder()
              .value("run", predictions.source())
              .value("part", parameters.part().name().toLowerCase(java.util.Locale.ROOT))
              .value("calibrated", calibrated)
              .line("Run %s%s", predictions.source(), calibrated ? ", calibrated" : "");
      new ReportPrinter(session, report).tell(result);
      if (parameters.curves()) {
        result.value("curves", curves(session, model, rows));
      }
      if (!parameters.images().isEmpty()) {
        list(session, model, rows, parameters.images(), result);
      }
      return result.build();
    }
  }

  private static List<Map<String, Object>> curves(
      ProjectSession session, CalibratedModel model, int[] rows) {
    return model.predictions().classIds().stream()
        .map(
            id -> {
              ScoredCells cells = ScoredCells.of(session.labels(), model.predictions(), id, rows);
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("class", Figures.name(session, id));
              values.put("points", points(ThresholdCurve.of(cells).thinned(CURVE_POINTS)));
              return values;
            })
        .toList();
  }

  private static List<Map<String, Object>> points(ThresholdCurve curve) {
    boolean bothSides = curve.positives() > 0 && curve.negatives() > 0;
    return curve.points().stream()
        .filter(point -> bothSides && Float.isFinite(point.threshold()))
        .map(
            point -> {
              Map<String, Object> values = new LinkedHashMap<>();
              values.put("threshold", point.threshold());
              values.put("falsePositiveRate", curve.falsePositiveRate(point));
              values.put("recall", curve.recall(point));
              values.put("precision", curve.precision(point));
              return values;
            })
        .toList();
  }

  private static void list(
      ProjectSession session,
      CalibratedModel model,
      int[] rows,
      String images,
      CommandResult.Builder result) {
    Map.Entry<String, String> wanted =
        NameList.pairs(images).entrySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Write CLASS=fp, fn, tp or tn."));
    String answer = wanted.getValue();
    if (!List.of("tp", "fp", "fn", "tn").contains(answer)) {
      throw new IllegalArgumentException(
          "\"" + answer + "\" is no kind of answer; write fp, fn, tp or tn.");
    }
    String id = Projects.classNamed(session, wanted.getKey()).getId();
    ScoredCells cells = ScoredCells.of(session.labels(), model.predictions(), id, rows);
    int[] found =
        cells.rows(
            model.thresholds().of(id),
            answer.endsWith("p"),
            answer.equals("tp") || answer.equals("fn"));
    List<String> paths = Arrays.stream(found).mapToObj(session.labels()::path).toList();
    result.value("images", paths);
    paths.forEach(path -> result.line("%s", path));
  }
}
