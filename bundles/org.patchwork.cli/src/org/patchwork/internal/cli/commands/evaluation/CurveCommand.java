// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.report.CurveChart;
import org.patchwork.internal.cli.report.CurveSummary;
import org.patchwork.learn.evaluation.RunsSoFar;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.CurvePoint;

/** {@code patchwork curve}: how the model grew with the labels, beside a random twin. */
public final class CurveCommand implements HeadCommand<CurveCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Stages",
              help = "Moments of the history at which a model is trained.",
              min = 3,
              max = 50)
          int stages,
      @Param(label = "Repeats", help = "Trainings of each point.", min = 1, max = 100) int repeats,
      @Param(label = "Out", help = "PNG file for the chart.") String out) {
    public Parameters() {
      this("", 6, 1, "");
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
    try (ProjectSession session = Projects.read(invocation.context(), parameters.project(), null)) {
      boolean exclusive = Projects.exclusive(session);
      List<CurvePoint> points =
          LabelCurves.of(invocation, session, parameters.stages(), parameters.repeats(), monitor);
      List<CurveSummary> curves =
          CurveSummary.of(points, evaluation -> RunsSoFar.figure(evaluation, exclusive));
      CommandResult.Builder result = result(curves, exclusive);
      if (!parameters.out().isEmpty()) {
        Path file = invocation.context().path(parameters.out());
        CurveChart.write("Learning curve of " + session.name(), curves, file);
        result.value("out", file.toString()).line("Chart: %s", file);
      }
      return result.build();
    } catch (IOException e) {
      throw new PatchworkException(
          "The chart cannot be written: " + e.getMessage() + ". Choose another file with --out.",
          e);
    }
  }

  private static CommandResult.Builder result(List<CurveSummary> curves, boolean exclusive) {
    String figure = exclusive ? "accuracy" : "mean average precision";
    CommandResult.Builder result =
        CommandResult.builder().value("figure", figure).line("%s on held-out images", figure);
    List<Map<String, Object>> values = new ArrayList<>();
    for (CurveSummary curve : curves) {
      StringBuilder text = new StringBuilder();
      List<Map<String, Object>> points = new ArrayList<>();
      for (int i = 0; i < curve.size(); i++) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("labels", curve.labels()[i]);
        point.put("mean", curve.mean()[i]);
        point.put("spread", curve.spread()[i]);
        points.add(point);
        text.append(
            String.format(Locale.ENGLISH, "  %.3f@%,d", curve.mean()[i], curve.labels()[i]));
      }
      values.add(Map.of("order", curve.sampler(), "points", points));
      result.line("%-12s%s", curve.sampler(), text);
    }
    return result.value("curves", values);
  }
}
