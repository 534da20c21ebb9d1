// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.distillation.DistillationListener;
import org.patchwork.training.distillation.DistillationParameters;
import org.patchwork.training.distillation.DistillationResult;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.training.distillation.DistillationSpec;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.StudentEpoch.ClassFigures;
import org.patchwork.training.distillation.WorstPrediction;
import org.patchwork.workflow.ProjectDistillation;

/** Trains a network from images to probabilities on what a run of the project predicted. */
public final class DistilCommand implements ProjectCommand<DistilCommand.Parameters> {
  private static final String NETWORK = "network";

  /** Options beside those of network and run. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Teacher",
              help =
                  "Id or name of the run whose predictions are taught; else those that the project"
                      + " shows. Ensembles and propagated labels teach as well.")
          String teacher,
      @Param(label = "Name", help = "Short name of the run.") String name) {
    public Parameters() {
      this("", "", "distil");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(
        new AlgorithmOption(
            NETWORK,
            "The network of the student.",
            "small",
            installed -> BuiltInNetworks.catalog()));
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new DistillationParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    Parameters parameters = invocation.parameters();
    AlgorithmChoice network = invocation.algorithm(NETWORK);
    try (ProjectSession session = Projects.open(context, parameters.project(), null)) {
      DistillationSpec spec =
          new DistillationSpec(
              parameters.name(),
              network.id(),
              network.parameters(),
              invocation.further(DistillationParameters.class));
      DistillationService service =
          new DistillationService(
              context.algorithms(), BuiltInNetworks.catalog(), context.clock(), System::nanoTime);
      DistillationResult result =
          new ProjectDistillation(session, context.images(), service)
              .distil(parameters.teacher(), spec, DistillationListener.NONE, monitor);
      return report(result);
    }
  }

  private static CommandResult report(DistillationResult result) {
    CommandResult.Builder report =
        CommandResult.builder()
            .value("run", result.folder().toString())
            .value("teacher", result.distillation().teacher())
            .value("network", result.distillation().network())
            .value("parameters", result.record().parameterCount())
            .value("images", result.record().data().trainingRows())
            .value("seconds", result.record().seconds())
            .value("resumed", result.resumed())
            .value(
                "epochs",
                result.distillation().epochs().stream().map(DistilCommand::values).toList())
            .value(
                "worst", result.distillation().worst().stream().map(DistilCommand::values).toList())
            .line(
                "Taught by %s on %,d images; the student has %,d parameters.",
                result.distillation().teacher(),
                result.record().data().trainingRows(),
                result.record().parameterCount());
    if (result.resumed() > 0) {
      report.line("Went on from step %,d, where it had been stopped.", result.resumed());
    }
    result.distillation().epochs().forEach(epoch -> report.line("%s", line(epoch)));
    for (WorstPrediction worst : result.distillation().worst()) {
      if (worst.negative() != null && worst.positive() != null) {
        report.line("Most wrong about %s: %s", worst.className(), text(worst));
      }
    }
    return report
        .line("Run: %s", result.folder())
        .problems(result.distillation().unreadable())
        .build();
  }

  private static String line(StudentEpoch epoch) {
    StringBuilder line =
        new StringBuilder(
            String.format(Locale.ENGLISH, "Epoch %d, loss %.4f", epoch.epoch(), epoch.loss()));
    if (epoch.agreement() != null) {
      line.append(
          String.format(
              Locale.ENGLISH,
              ": decides like the teacher in %.1f %% on %,d images",
              100 * epoch.agreement(),
              epoch.checked()));
    }
    if (epoch.accuracy() != null) {
      line.append(String.format(Locale.ENGLISH, ", accuracy %.3f", epoch.accuracy()));
    }
    if (epoch.meanAuc() != null) {
      line.append(String.format(Locale.ENGLISH, ", mean AUC %.3f", epoch.meanAuc()));
    }
    return line.toString();
  }

  private static String text(WorstPrediction worst) {
    return String.format(
        Locale.ENGLISH,
        "%s has none but %.2f, %s has it but %.2f",
        worst.negative().path(),
        worst.negative().probability(),
        worst.positive().path(),
        worst.positive().probability());
  }

  private static Map<String, Object> values(StudentEpoch epoch) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("epoch", epoch.epoch());
    values.put("steps", epoch.steps());
    values.put("seconds", epoch.seconds());
    values.put("loss", epoch.loss());
    values.put("l2", epoch.l2());
    values.put("checkLoss", epoch.checkLoss());
    values.put("checked", epoch.checked());
    values.put("agreement", epoch.agreement());
    values.put("accuracy", epoch.accuracy());
    values.put("meanAuc", epoch.meanAuc());
    values.put("classes", epoch.classes().stream().map(DistilCommand::values).toList());
    return values;
  }

  private static Map<String, Object> values(ClassFigures figures) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("class", figures.name());
    values.put("positives", figures.positives());
    values.put("negatives", figures.negatives());
    values.put("auc", figures.auc());
    values.put("accuracy", figures.accuracy());
    return values;
  }

  private static Map<String, Object> values(WorstPrediction worst) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("class", worst.className());
    values.put("negative", image(worst.negative()));
    values.put("positive", image(worst.positive()));
    return values;
  }

  private static Map<String, Object> image(WorstPrediction.Image image) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (image != null) {
      values.put("path", image.path());
      values.put("probability", image.probability());
    }
    return values;
  }
}
