// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.pretraining;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Algorithms;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingListener;
import org.patchwork.pretraining.PretrainingParameters;
import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.PretrainingRuns;
import org.patchwork.pretraining.PretrainingService;
import org.patchwork.pretraining.PretrainingSpec;
import org.patchwork.pretraining.ProbeGain;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.ExtractionListener;
import org.patchwork.workflow.ProjectPretraining;

/** Trains a feature extractor on the images of a project. */
public final class PretrainCommand implements ProjectCommand<PretrainCommand.Parameters> {
  private static final String METHOD = "method";
  private static final String NETWORK = "network";

  /** Options beside those of method, network and run. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Name",
              help =
                  "Name of the run, a folder in the project's folder pretraining; else that of the"
                      + " method. A run of this name that was stopped goes on.")
          String name,
      @Param(
              label = "Feature set",
              help = "Makes features of all images at the end, under this name, and uses them.")
          String featureSet) {
    public Parameters() {
      this("", "", "");
    }

    public Parameters {
      PretrainingRuns.checkName(name);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public String leadingAlgorithm() {
    return METHOD;
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(
        new AlgorithmOption(
            METHOD,
            "How the extractor learns; stands first and needs no name: pretrain simclr PROJECT.",
            "simclr",
            Algorithms::trainers),
        new AlgorithmOption(
            NETWORK,
            "The network that becomes the extractor.",
            "small",
            installed -> BuiltInNetworks.forPretraining()));
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new PretrainingParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    AlgorithmChoice method = invocation.algorithm(METHOD);
    AlgorithmChoice network = invocation.algorithm(NETWORK);
    boolean features = !parameters.featureSet().isBlank();
    try (ProjectSession session = Projects.open(context, parameters.project(), features, null)) {
      PretrainingSpec spec =
          new PretrainingSpec(
              method.id(),
              method.parameters(),
              network.id(),
              network.parameters(),
              invocation.further(PretrainingParameters.class));
      ProjectPretraining pretraining =
          new ProjectPretraining(session, context.images(), context.algorithms(), context.clock());
      String run = name(parameters, method);
      SubMonitor progress = SubMonitor.convert(monitor, features ? 10 : 9);
      PretrainingRecord record =
          pretraining.train(spec, run, PretrainingListener.NONE, progress.split(9));
      CommandResult.Builder result = report(record, ProjectPretraining.runs(session).folder(run));
      if (features) {
        makeFeatures(pretraining, run, parameters.featureSet(), result, progress.split(1));
      }
      return result.build();
    }
  }

  private static String name(Parameters parameters, AlgorithmChoice method) {
    return parameters.name().isBlank()
        ? method.id().substring(method.id().lastIndexOf('.') + 1)
        : parameters.name();
  }

  private static CommandResult.Builder report(PretrainingRecord record, Path folder) {
    CommandResult.Builder result =
        CommandResult.builder()
            .value("folder", folder.toString())
            .value("model", PretrainingService.model(folder).toString())
            .value("pictures", PretrainingService.pictures(folder).toString())
            .value("images", record.images())
            .value("trainedWeights", record.trainedWeights())
            .value("featureShape", record.featureShape())
            .value("epochs", record.epochs().stream().map(PretrainCommand::values).toList());
    for (PretrainingEpoch epoch : record.epochs()) {
      result.line("%s", epoch.text());
    }
    ProbeGain.of(record.epochs()).ifPresent(gain -> report(gain, result));
    PretrainingEpoch last = record.epochs().get(record.epochs().size() - 1);
    last.check().caution().ifPresent(caution -> result.line("%s.", caution));
    result.value("collapsed", last.check().collapsed());
    if (last.check().collapsed()) {
      result.line("%s", FeatureCheck.COLLAPSED);
    }
    result.line(
        "Extractor: %s (use it with --features savedmodel:DIR)", PretrainingService.model(folder));
    return result.problems(record.skipped());
  }

  private static void report(ProbeGain gain, CommandResult.Builder result) {
    result
        .value("gainOverUntrained", gain.overUntrained())
        .value("gainOverPixels", gain.overPixels())
        .line("After all: %s.", gain.text());
  }

  private static Map<String, Object> values(PretrainingEpoch epoch) {
    FeatureCheck check = epoch.check();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epoch", epoch.epoch());
    values.put("steps", epoch.steps());
    values.put("seconds", epoch.seconds());
    values.putAll(epoch.measures());
    values.put("probeImages", check.labelled());
    values.put("probeAccuracy", check.probeAccuracy());
    values.put("neighbourAccuracy", check.neighbourAccuracy());
    values.put("alignment", check.alignment());
    values.put("uniformity", check.uniformity());
    values.put("uniformityUnsquared", check.uniformityUnsquared());
    values.put("spread", check.spread());
    values.put("rank", check.rank());
    return values;
  }

  private static void makeFeatures(
      ProjectPretraining pretraining,
      String run,
      String id,
      CommandResult.Builder result,
      IProgressMonitor monitor)
      throws PatchworkException {
    FeatureSetInfo info = pretraining.useFeatures(run, id, ExtractionListener.NONE, monitor);
    result
        .value("featureSet", id)
        .line("Features \"%s\" of %,d images are active now.", id, info.rows());
  }
}
