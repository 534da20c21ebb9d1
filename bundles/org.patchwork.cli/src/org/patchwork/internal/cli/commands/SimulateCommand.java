// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Parameter;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.FeatureChoice;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.PatientTraining;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.internal.cli.WeightParameters;
import org.patchwork.internal.cli.report.CurveSummary;
import org.patchwork.internal.cli.report.SimulationFiles;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.Simulation;
import org.patchwork.training.SimulationListener;
import org.patchwork.training.SimulationSpec;
import org.patchwork.training.TestSplit;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

/** Plays the labelling loop with the true labels as oracle and draws the learning curves. */
public final class SimulateCommand implements Command<SimulateParameters> {
  private static final int PREPARE_WORK = 10;
  private static final int FEATURE_WORK = 40;
  private static final int SIMULATE_WORK = 50;

  @Override
  public Class<SimulateParameters> parameterType() {
    return SimulateParameters.class;
  }

  @Override
  public List<String> required() {
    return List.of("images", "out");
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(PatientTraining.PARAMETERS, new WeightParameters());
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    List<AlgorithmOption> options = new ArrayList<>(HeadChoice.options());
    options.add(FeatureChoice.option());
    return options;
  }

  @Override
  public CommandResult run(Invocation<SimulateParameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    SimulateParameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    parameters.samplers().forEach(context.algorithms().samplers()::require);
    SubMonitor progress = SubMonitor.convert(monitor, PREPARE_WORK + FEATURE_WORK + SIMULATE_WORK);
    SourceImages source =
        SourceImages.find(
            context.path(parameters.images()),
            parameters.labels(),
            context.path(parameters.labels()),
            context.images(),
            progress.split(PREPARE_WORK));
    Path out = context.path(parameters.out());
    FeatureChoice choice = new FeatureChoice(context, invocation.algorithm("features"));
    Path cache = parameters.cache().isEmpty() ? out : context.path(parameters.cache());
    try (FeatureMatrix features =
        choice.open(source.images(), cache, progress.split(FEATURE_WORK))) {
      TrainingData truth = source.data(features);
      return simulate(invocation, truth, source, out, progress.split(SIMULATE_WORK));
    }
  }

  private static CommandResult simulate(
      Invocation<SimulateParameters> invocation,
      TrainingData truth,
      SourceImages source,
      Path out,
      IProgressMonitor monitor)
      throws PatchworkException {
    SimulateParameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    TestSplit split = parameters.split(truth.labels());
    SimulationSpec spec =
        new SimulationSpec(
            parameters.samplers(),
            parameters.startCount(),
            parameters.batch(),
            parameters.budgetCount(),
            parameters.seedList(),
            parameters.classId(truth.labels()),
            parameters.hide(),
            HeadChoice.design(invocation, source.exclusive()),
            invocation.further(TrainingParameters.class));
    TrainingService training = new TrainingService(context.algorithms());
    List<CurvePoint> points =
        new Simulation(training, context.algorithms(), parameters.threads())
            .run(spec, truth, split, SimulationListener.NONE, monitor);
    SimulationFiles files = new SimulationFiles(out);
    files.write(points, about(parameters, split, spec), context);
    return result(points, spec, split, files, source.problems());
  }

  private static String about(SimulateParameters parameters, TestSplit split, SimulationSpec spec) {
    return String.format(
        "The labelling loop on %s, played with the true labels as oracle: %s, %d seeds, measured on"
            + " %,d held-out images that no training and no sampling saw; %,d images could be"
            + " labelled. The features were made without any label.%s%s%s",
        parameters.images(),
        String.join(", ", spec.samplers()),
        spec.seeds().size(),
        split.test().cardinality(),
        split.pool().cardinality(),
        spec.hidden() == 0
            ? ""
            : String.format(" %.0f %% of the labels were never given.", 100 * spec.hidden()),
        spec.design().classWeights() == ClassWeighting.NONE
            ? ""
            : String.format(
                " Labels counted in the loss by how many their class has (%s).",
                Parameter.choiceName(spec.design().classWeights())),
        parameters.measureOn().equals("test")
            ? ""
            : " This is a development part to choose settings on; the test part was left out.");
  }

  private static CommandResult result(
      List<CurvePoint> points,
      SimulationSpec spec,
      TestSplit split,
      SimulationFiles files,
      List<String> problems) {
    List<CurveSummary> curves = CurveSummary.of(points, Evaluation::accuracy);
    List<CurveSummary> precision = CurveSummary.of(points, Evaluation::meanAveragePrecision);
    CommandResult.Builder result =
        CommandResult.builder()
            .value("pool", split.pool().cardinality())
            .value("test", split.test().cardinality())
            .line(
                "%,d images to label, %,d to test on.",
                split.pool().cardinality(), split.test().cardinality());
    List<Map<String, Object>> samplers = new ArrayList<>();
    for (CurveSummary curve : curves) {
      Map<String, Object> values = SimulationFigures.values(curve, points, curves);
      values.putAll(CurveFigures.values(curve.sampler(), precision, points));
      FoundFigures found = FoundFigures.of(curve.sampler(), spec.classId(), points);
      values.putAll(found.values());
      samplers.add(values);
      SimulationFigures.lines(curve, points, curves).forEach(line -> result.line("%s", line));
      CurveFigures.lines(curve.sampler(), points).forEach(line -> result.line("%s", line));
      found.lines().forEach(line -> result.line("%s", line));
    }
    return result
        .value("samplers", samplers)
        .value("files", files.values())
        .line("Curves: %s", files.csv())
        .line("Chart:  %s", files.chart())
        .line("Report: %s", files.report())
        .problems(problems)
        .build();
  }
}
