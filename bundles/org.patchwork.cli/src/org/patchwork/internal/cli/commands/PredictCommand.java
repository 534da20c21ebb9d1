// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.CsvField;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.image.InputSpec;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.internal.cli.TrainedModels;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.RunRecord;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.evaluation.Answers;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.learn.evaluation.CalibrationRecord;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;

/**
 * Writes probabilities as CSV: of the images of a project, or of others by the project's newest
 * model. If the run has been calibrated they are calibrated, unless told not to.
 */
public final class PredictCommand implements ProjectCommand<PredictCommand.Parameters> {
  private static final int BATCH = 32;
  private static final double NORM = 255;

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Images", help = "Folder of images to predict; else those of the project.")
          String images,
      @Param(label = "Run", help = "Take the model of this run; else of the newest.") String run,
      @Param(label = "Out", help = "CSV file to write: filepath, then one probability per class.")
          String out,
      @Param(label = "Raw", help = "Leaves a calibration of the run aside.") boolean raw,
      @Param(
              label = "Answers",
              help =
                  "Writes 1 for present and 0 for absent by the thresholds of the run instead of"
                      + " probabilities.")
          boolean answers) {
    public Parameters() {
      this("", "", "", "", false, false);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> required() {
    return List.of("project", "out");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    Path out = context.path(parameters.out());
    List<String> problems = new ArrayList<>();
    int images;
    try (ProjectSession session = Projects.read(context, parameters.project(), null)) {
      if (parameters.images().isEmpty()) {
        export(session, parameters, out, monitor);
        images = session.labels().rows();
      } else {
        Path model = TrainedModels.full(session, parameters.run());
        SourceImages source =
            SourceImages.find(
                context.path(parameters.images()), "folders", null, context.images(), null);
        problems.addAll(source.problems());
        RowReading reading = RowReading.of(model.getParent(), parameters);
        images = predict(context, model, source, out, reading, problems, monitor);
      }
    }
    return CommandResult.builder()
        .value("images", images)
        .value("out", out.toString())
        .line("Probabilities of %,d images: %s", images, out)
        .problems(problems)
        .build();
  }

  private static void export(
      ProjectSession session, Parameters parameters, Path out, IProgressMonitor monitor)
      throws PatchworkException {
    PredictionTable shown = session.predictions();
    if (shown == null) {
      ProjectExport.predictionsCsv(session, out, monitor); // says what to do
      return;
    }
    CalibratedModel model =
        parameters.raw() ? CalibratedModel.raw(shown) : CalibratedModel.of(shown, session.folder());
    PredictionTable table =
        parameters.answers() ? Answers.of(model).apply(model.predictions()) : model.predictions();
    ProjectExport.predictionsCsv(session, table, out, monitor);
  }

  /** How one row of a model is read: calibrated, as answers, or as it is. */
  private record RowReading(Optional<CalibrationRecord> calibration, boolean raw, boolean answers) {
    static RowReading of(Path run, Parameters parameters) throws PatchworkException {
      return new RowReading(CalibrationRecord.read(run), parameters.raw(), parameters.answers());
    }

    void apply(float[] outputs, int offset, int classes, boolean exclusive) {
      double[] row = new double[classes];
      for (int c = 0; c < classes; c++) {
        row[c] = outputs[offset + c];
      }
      boolean calibrated = !raw && calibration.isPresent();
      if (calibrated) {
        calibration.get().calibration().apply(row);
      }
      if (answers) {
        new Answers(exclusive, thresholds(calibrated, classes)).apply(row);
      }
      for (int c = 0; c < classes; c++) {
        outputs[offset + c] = (float) row[c];
      }
    }

    private double[] thresholds(boolean calibrated, int classes) {
      double[] thresholds = new double[classes];
      for (int c = 0; c < classes; c++) {
        thresholds[c] = calibrated ? calibration.get().choices().get(c).threshold() : 0.5;
      }
      return thresholds;
    }
  }

  private static int predict(
      CommandContext context,
      Path model,
      SourceImages source,
      Path out,
      RowReading reading,
      List<String> problems,
      IProgressMonitor monitor)
      throws PatchworkException {
    SavedModelCall call = SavedModelCall.of(SavedModelCall.SERVING);
    try (CompiledFunction function = context.algorithms().engine().openSavedModel(model, call);
        Writer csv = Files.newBufferedWriter(out)) {
      List<String> classes =
          Files.readAllLines(model.resolve("assets.extra").resolve("classes.txt"));
      csv.write("filepath," + String.join(",", classes.stream().map(CsvField::of).toList()) + "\n");
      boolean exclusive = RunRecord.read(model.getParent()).data().exclusive();
      return new Prediction(function, source, classes.size(), exclusive, reading, problems)
          .write(csv, monitor);
    } catch (IOException e) {
      throw new PatchworkException("The predictions cannot be written: " + e.getMessage() + ".", e);
    }
  }

  /** One pass over images; an unreadable one gets empty cells. */
  private record Prediction(
      CompiledFunction function,
      SourceImages source,
      int classes,
      boolean exclusive,
      RowReading reading,
      List<String> problems) {

    int write(Writer csv, IProgressMonitor monitor) throws PatchworkException, IOException {
      int size = source.images().size();
      int[] shape = function.inputShape();
      InputSpec input = new InputSpec(shape[0], shape[1], shape[2], NORM);
      float[] pixels = new float[BATCH * input.values()];
      float[] outputs = new float[BATCH * classes];
      SubMonitor progress = SubMonitor.convert(monitor, "Predicting", size);
      for (int first = 0; first < size; first += BATCH) {
        int count = Math.min(BATCH, size - first);
        progress.split(count);
        boolean[] readable = read(first, count, input, pixels);
        function.apply(pixels, count, outputs);
        for (int i = 0; i < count; i++) {
          reading.apply(outputs, i * classes, classes, exclusive);
          csv.write(CsvField.of(source.labels().path(first + i)));
          for (int c = 0; c < classes; c++) {
            csv.write("," + (readable[i] ? Float.toString(outputs[i * classes + c]) : ""));
          }
          csv.write("\n");
        }
        progress.subTask(String.format("%,d of %,d images", first + count, size));
      }
      return size;
    }

    private boolean[] read(int first, int count, InputSpec input, float[] pixels) {
      boolean[] readable = new boolean[count];
      for (int i = 0; i < count; i++) {
        try {
          source.images().read(first + i, input, pixels, i * input.values());
          readable[i] = true;
        } catch (ImageFormatException e) {
          problems.add(e.getMessage());
        }
      }
      return readable;
    }
  }
}
