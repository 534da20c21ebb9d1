// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.learn.ClassMetrics;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Histogram;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.Part;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.CurvePoint;

/** Writes a page about a project: what is labelled, how good the model is, how it came there. */
public final class ProjectReport {
  private static final String NEGATIVE = "#0072b2";
  private static final String POSITIVE = "#d55e00";

  private final ProjectSession session;
  private final LabelTable labels;
  private final PredictionTable predictions;

  public ProjectReport(ProjectSession session) {
    this.session = session;
    this.labels = session.labels();
    this.predictions = session.predictions();
  }

  /**
   * Writes the page.
   *
   * @param curve a learning curve to show, or an empty list
   * @param footer when and with what it was made
   */
  public void write(List<CurvePoint> curve, String footer, Path file) throws IOException {
    HtmlPage page = new HtmlPage(session.name(), session.folder().toString());
    page.figures(figures());
    if (!curve.isEmpty()) {
      List<CurveSummary> curves = CurveSummary.of(curve, Evaluation::accuracy);
      page.heading("Learning curve")
          .drawing(SvgChart.curves("Labelled images", "Accuracy", curves));
    }
    counts(page);
    if (predictions != null) {
      metrics(page);
      histograms(page);
    }
    runs(page);
    page.write(footer, file);
  }

  private List<HtmlPage.Figure> figures() {
    List<HtmlPage.Figure> figures = new ArrayList<>();
    long labeled =
        IntStream.range(0, labels.rows())
            .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
            .count();
    figures.add(new HtmlPage.Figure(String.format("%,d", labels.rows()), "images"));
    figures.add(new HtmlPage.Figure(String.format("%,d", labeled), "labelled"));
    figures.add(new HtmlPage.Figure(String.valueOf(labels.classes()), "classes"));
    if (predictions != null) {
      Evaluation validation = Evaluation.of(labels, predictions, Part.VALIDATION);
      figures.add(
          new HtmlPage.Figure(
              Numbers.withPoint(validation.accuracy()), "accuracy on validation images"));
      figures.add(
          new HtmlPage.Figure(
              Numbers.withPoint(validation.meanAuc()), "mean AUC on validation images"));
    }
    return figures;
  }

  private void counts(HtmlPage page) {
    LabelCounts counts = LabelCounts.of(labels);
    List<List<String>> rows = new ArrayList<>();
    for (LabelClass entry : session.classes()) {
      int c = labels.classIndex(entry.getId());
      rows.add(
          List.of(
              entry.getName(),
              count(counts.negatives(Part.TRAINING, c)),
              count(counts.positives(Part.TRAINING, c)),
              count(counts.unknown(Part.TRAINING, c)),
              count(counts.negatives(Part.VALIDATION, c)),
              count(counts.positives(Part.VALIDATION, c)),
              count(counts.unknown(Part.VALIDATION, c))));
    }
    page.heading("Labels")
        .table(
            List.of(
                "Class", "Absent", "Present", "Unknown", "Held out: absent", "Present", "Unknown"),
            rows);
  }

  private void metrics(HtmlPage page) {
    Evaluation training = Evaluation.of(labels, predictions, Part.TRAINING);
    Evaluation validation = Evaluation.of(labels, predictions, Part.VALIDATION);
    List<List<String>> rows = new ArrayList<>();
    for (LabelClass entry : session.classes()) {
      ClassMetrics seen = training.of(entry.getId());
      ClassMetrics held = validation.of(entry.getId());
      if (seen != null && held != null) {
        rows.add(
            List.of(
                entry.getName(),
                Numbers.withPoint(seen.auc()),
                Numbers.withPoint(seen.accuracy()),
                Numbers.withPoint(held.auc()),
                Numbers.withPoint(held.averagePrecision()),
                Numbers.withPoint(held.accuracy()),
                count(held.positives()),
                count(held.negatives())));
      }
    }
    page.heading("How good the model is")
        .paragraph(
            "n/a stands where one side has no labelled image, since no figure would mean anything.")
        .table(
            List.of(
                "Class",
                "Training AUC",
                "Accuracy",
                "Validation AUC",
                "AP",
                "Accuracy",
                "Positives",
                "Negatives"),
            rows);
  }

  private void histograms(HtmlPage page) {
    page.heading("What the model says")
        .legend(List.of("labelled absent", "labelled present"), List.of(NEGATIVE, POSITIVE));
    for (LabelClass entry : session.classes()) {
      Histogram histogram = Histogram.of(labels, predictions, entry.getId());
      boolean held =
          histogram.validation().positives().total() + histogram.validation().negatives().total()
              > 0;
      Histogram.Panel panel = held ? histogram.validation() : histogram.training();
      page.subheading(entry.getName() + (held ? ", validation images" : ", training images"));
      page.drawing(
          SvgChart.bars(
              "Probability",
              List.of(panel.negatives().densities(), panel.positives().densities()),
              List.of(NEGATIVE, POSITIVE)));
    }
  }

  private void runs(HtmlPage page) {
    List<List<String>> rows = new ArrayList<>();
    for (RunSummary run : session.runs().reversed()) {
      rows.add(
          List.of(
              run.id(),
              run.started() == null ? "" : run.started().toString(),
              run.problem() == null ? "" : run.problem()));
    }
    page.heading("Runs");
    if (rows.isEmpty()) {
      page.paragraph("No model was trained yet.").command("patchwork train " + session.folder());
    } else {
      page.table(List.of("Run", "Started", "Problem"), rows);
    }
  }

  private static String count(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
