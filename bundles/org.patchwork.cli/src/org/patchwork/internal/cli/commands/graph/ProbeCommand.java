// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.graph;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.report.ProbeChart;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.probe.ProbeCurve;
import org.patchwork.training.probe.ProbeParameters;
import org.patchwork.training.probe.ProbePoint;
import org.patchwork.training.probe.ProbeService;
import org.patchwork.workflow.ProjectProbe;

/** Compares the feature sets of a project by the learning curve of a linear classifier. */
public final class ProbeCommand implements ProjectCommand<ProbeCommand.Parameters> {

  /** Options beside the parameters of the probe. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Class to tell apart; without it the first.") String className,
      @Param(
              label = "Sets",
              help = "Names of feature sets, with commas between them; without it all.")
          String sets,
      @Param(label = "Out", help = "CSV file to write: one line per experiment and feature set.")
          String out,
      @Param(label = "Picture", help = "PNG file to draw the curves into.") String picture) {
    public Parameters() {
      this("", "", "", "", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new ProbeParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    try (ProjectSession session = Projects.read(context, parameters.project(), null)) {
      LabelClass probed = ShownClass.of(session, parameters.className());
      List<ProbePoint> points =
          new ProjectProbe(new ProbeService())
              .run(
                  sets(session, parameters.sets()),
                  session.labels(),
                  probed.getId(),
                  invocation.further(ProbeParameters.class),
                  monitor);
      List<ProbeCurve> curves = ProbeCurve.of(points);
      CommandResult.Builder result =
          CommandResult.builder().value("class", probed.getName()).value("points", points.size());
      report(result, curves);
      if (!parameters.out().isEmpty()) {
        Path out = context.path(parameters.out());
        write(points, out);
        result.value("out", out.toString()).line("Points: %s", out);
      }
      if (!parameters.picture().isEmpty()) {
        Path picture = context.path(parameters.picture());
        ProbeChart.write(probed.getName(), points, curves, picture);
        result.value("picture", picture.toString()).line("Picture: %s", picture);
      }
      return result.build();
    } catch (IOException e) {
      throw new PatchworkException("The curves cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static List<FeatureSet> sets(ProjectSession session, String names)
      throws PatchworkException {
    Projects.features(session); // says how to compute some if there are none
    List<String> wanted = NameList.of(names);
    if (wanted.isEmpty()) {
      return session.featureSets();
    }
    List<FeatureSet> sets = new ArrayList<>();
    for (String name : wanted) {
      sets.add(
          session.featureSets().stream()
              .filter(set -> set.id().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "The project has no features \""
                              + name
                              + "\"; it has "
                              + session.featureSets().stream().map(FeatureSet::id).toList()
                              + ".")));
    }
    return sets;
  }

  private static void report(CommandResult.Builder result, List<ProbeCurve> curves) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (ProbeCurve curve : curves) {
      List<Map<String, Object>> steps = new ArrayList<>();
      result.line("%s", curve.features());
      for (ProbeCurve.Step step : curve.steps()) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("images", step.images());
        value.put("testError", step.testError());
        value.put("testAuc", Double.isNaN(step.testAuc()) ? null : step.testAuc());
        value.put("points", step.points());
        steps.add(value);
        result.line(
            "  %,7.0f images: error %.3f, AUC %.3f (median of %d)",
            step.images(), step.testError(), step.testAuc(), step.points());
      }
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("features", curve.features());
      entry.put("steps", steps);
      values.add(entry);
    }
    result.value("curves", values);
  }

  private static void write(List<ProbePoint> points, Path out) throws IOException {
    try (Writer csv = Files.newBufferedWriter(out)) {
      csv.write(
          "experiment,features,images,positives,training_error,test_images,test_error,test_auc\n");
      for (ProbePoint point : points) {
        csv.write(
            String.format(
                Locale.ROOT,
                "%d,%s,%d,%d,%.6f,%d,%.6f,%s%n",
                point.experiment(),
                point.features(),
                point.images(),
                point.positives(),
                point.trainingError(),
                point.testImages(),
                point.testError(),
                point.testAuc().isPresent()
                    ? String.format(Locale.ROOT, "%.6f", point.testAuc().getAsDouble())
                    : ""));
      }
    }
  }
}
