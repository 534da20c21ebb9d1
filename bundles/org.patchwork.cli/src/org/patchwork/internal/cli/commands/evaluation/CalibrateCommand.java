// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Part;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.learn.evaluation.CalibrationRecord;
import org.patchwork.learn.evaluation.CalibrationSettings;
import org.patchwork.learn.evaluation.ReviewList;
import org.patchwork.learn.evaluation.ThresholdChoice;
import org.patchwork.project.ProjectSession;

/** {@code patchwork calibrate}: makes probabilities mean what they say, and chooses thresholds. */
public final class CalibrateCommand implements ProjectCommand<CalibrateCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Remove", help = "Takes the calibration of the run away.") boolean remove) {
    public Parameters() {
      this("", false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new CalibrationSettings());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    try (ProjectSession session =
        Projects.open(invocation.context(), parameters.project(), monitor)) {
      PredictionTable predictions = Figures.predictions(session);
      Path run = CalibratedModel.runFolder(session.folder(), predictions);
      if (!Files.isDirectory(run)) {
        throw new PatchworkException(
            "The predictions shown do not come from a run that is still there. Train a model, then"
                + " calibrate it.");
      }
      if (parameters.remove()) {
        return removed(run);
      }
      LabelTable labels = session.labels();
      CalibrationRecord record =
          CalibrationRecord.fit(
              labels,
              predictions,
              Part.VALIDATION.rows(labels),
              invocation.further(CalibrationSettings.class),
              new RandomStreams(0).stream("calibration"));
      record.write(run);
      return result(session, record, predictions, run);
    } catch (IOException e) {
      throw new PatchworkException(
          "The calibration cannot be written: "
              + e.getMessage()
              + ". Check free space and access rights.",
          e);
    }
  }

  private static CommandResult removed(Path run) throws IOException {
    boolean was = Files.deleteIfExists(run.resolve(CalibrationRecord.FILE_NAME));
    return CommandResult.builder()
        .value("removed", was)
        .line(was ? "The calibration is gone." : "The run was not calibrated.")
        .build();
  }

  private static CommandResult result(
      ProjectSession session, CalibrationRecord record, PredictionTable raw, Path run) {
    PredictionTable calibrated = record.calibration().apply(raw);
    List<Map<String, Object>> classes = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("class", "from", "prec.", "recall", "to review"));
    List<String> problems = new ArrayList<>();
    for (ThresholdChoice choice : record.choices()) {
      String name = Figures.name(session, choice.classId());
      int review =
          ReviewList.of(session.labels(), calibrated, choice.classId(), choice.threshold())
              .rows()
              .length;
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("class", name);
      values.put("threshold", choice.threshold());
      values.putAll(Figures.counts(choice.counts()));
      values.put("review", review);
      values.put("problem", choice.problem().isEmpty() ? null : choice.problem());
      classes.add(values);
      if (!choice.problem().isEmpty()) {
        problems.add(name + ": " + choice.problem() + "; one half is taken.");
      }
      table.add(
          List.of(
              name,
              String.format(Locale.ENGLISH, "%.3f", choice.threshold()),
              Numbers.withPoint(choice.counts().precision()),
              Numbers.withPoint(choice.counts().recall()),
              String.format(Locale.ENGLISH, "%,d", review)));
    }
    CommandResult.Builder result =
        CommandResult.builder()
            .value("run", raw.source())
            .value("file", run.resolve(CalibrationRecord.FILE_NAME).toString())
            .value("errorBefore", Numbers.boxed(record.errorBefore()))
            .value("errorAfter", Numbers.boxed(record.errorAfter()))
            .value("errorByChance", Numbers.boxed(record.errorByChance()))
            .value("method", record.calibration().method().name())
            .value("classes", classes)
            .line(
                "Calibration error %s before, %s after, %s by chance (fitted to one half of the"
                    + " held-out images, measured on the other)",
                Numbers.withPoint(record.errorBefore()),
                Numbers.withPoint(record.errorAfter()),
                Numbers.withPoint(record.errorByChance()))
            .problems(problems);
    Figures.table(table).forEach(line -> result.line("%s", line));
    return result.build();
  }
}
