// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.ScriptedLabeler;
import org.patchwork.internal.cli.report.CurveChart;
import org.patchwork.internal.cli.report.CurveSummary;
import org.patchwork.internal.cli.report.CurveTable;
import org.patchwork.internal.cli.report.Footer;
import org.patchwork.internal.cli.report.ProjectReport;
import org.patchwork.learn.Evaluation;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.sample.SampleData;
import org.patchwork.training.CurvePoint;

/**
 * Makes the sample project and plays the loop on it: what the workbench's demo shows, with a script
 * instead of a person.
 */
public final class DemoCommand implements Command<DemoCommand.Parameters> {
  private static final int SAMPLE_WORK = 5;
  private static final int LOOP_WORK = 95;

  /** Options. */
  public record Parameters(
      @Param(
              label = "Folder",
              help = "Folder to make, with the images, the project and what is measured.")
          String folder,
      @Param(
              label = "Full",
              help = "All 70,000 images of the Debian package dataset-fashion-mnist.")
          boolean full,
      @Param(
              label = "Headless",
              help = "Says that no workbench is wanted, even if there is a display.")
          boolean headless,
      @Param(label = "Labels", help = "Images the script labels.", min = 20, max = 10_000)
          int labels,
      @Param(
              label = "Batch",
              help = "Images on a page: labelled between two trainings.",
              min = 1,
              max = 1000)
          int batch) {
    public Parameters() {
      this("patchwork-demo", false, true, 300, 24);
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
    CommandContext context = invocation.context();
    Path folder = context.path(parameters.folder());
    Path projectFolder = folder.resolve("project");
    if (Files.exists(projectFolder)) {
      throw new PatchworkException(
          folder + " has a demo already. Delete it, or name another folder with --folder.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, SAMPLE_WORK + LOOP_WORK);
    Path images = folder.resolve("images");
    SampleData sample =
        parameters.full()
            ? SampleData.full(images, progress.split(SAMPLE_WORK))
            : SampleData.unpack(images);
    try (ScriptedLabeler labeler =
        ScriptedLabeler.create(context, sample, projectFolder, parameters.full())) {
      List<CurvePoint> curve =
          labeler.play(parameters.labels(), parameters.batch(), progress.split(LOOP_WORK));
      return leave(folder, labeler.session(), curve, context);
    } catch (IOException e) {
      throw new PatchworkException(
          "The demo cannot be written to " + folder + ": " + e.getMessage() + ".", e);
    }
  }

  private static CommandResult leave(
      Path folder, ProjectSession session, List<CurvePoint> points, CommandContext context)
      throws IOException {
    Path chart = folder.resolve("curve.png");
    Path report = folder.resolve("report.html");
    List<CurveSummary> curves = CurveSummary.of(points, Evaluation::accuracy);
    CurveTable.write(points, folder.resolve("curve.csv"));
    CurveChart.write("Fashion-MNIST, labelled by a script", curves, chart);
    new ProjectReport(session).write(points, Footer.of(context), report);
    CurveSummary curve = curves.get(0);
    CommandResult.Builder result =
        CommandResult.builder()
            .value("project", session.folder().toString())
            .value("chart", chart.toString())
            .value("report", report.toString())
            .value("labels", curve.labels())
            .value("accuracy", curve.mean());
    for (int i = 0; i < curve.size(); i++) {
      result.line("%,5d labels: accuracy %.3f", curve.labels()[i], curve.mean()[i]);
    }
    return result
        .line("")
        .line("Project: %s", session.folder())
        .line("Curve:   %s", chart)
        .line("Report:  %s", report)
        .build();
  }
}
