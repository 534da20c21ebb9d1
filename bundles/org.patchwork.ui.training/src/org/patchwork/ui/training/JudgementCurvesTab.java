// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.learn.evaluation.ClassReport;
import org.patchwork.learn.evaluation.Reliability;
import org.patchwork.learn.evaluation.ScoredCells;
import org.patchwork.learn.evaluation.ThresholdCurve;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColor;

/**
 * ROC, precision-recall and calibration curve of a class; a click on a dot shows the images it
 * stands for.
 */
final class JudgementCurvesTab extends Composite implements EvaluationTab {
  private static final int MOST_POINTS = 60;

  private final GridImages images;
  private final Combo combo;
  private final PlainChart roc;
  private final PlainChart precision;
  private final PlainChart reliability;
  private final int rocLine;
  private final int rocChance;
  private final int rocMark;
  private final int precisionLine;
  private final int precisionBase;
  private final int precisionMark;
  private final int reliabilityLine;
  private final int reliabilityIdeal;
  private Judgement judgement;
  private String classId;
  private ScoredCells cells;
  private List<ThresholdCurve.Point> points = List.of();
  private List<Reliability.Bin> bins = List.of();

  JudgementCurvesTab(Composite parent, GridImages images, PageModel page) {
    super(parent, SWT.NONE);
    this.images = images;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 2;
    layout.verticalSpacing = 0;
    setLayout(layout);
    combo = new Combo(this, SWT.READ_ONLY);
    combo.setToolTipText("Class whose curves are shown");
    GridData wide = new GridData(SWT.LEFT, SWT.CENTER, false, false);
    wide.widthHint = 200;
    combo.setLayoutData(wide);
    combo.addListener(
        SWT.Selection,
        event ->
            page.setFocusClass(
                judgement.report().classes().get(combo.getSelectionIndex()).classId()));
    Composite charts = new Composite(this, SWT.NONE);
    charts.setLayout(new FillLayout(SWT.HORIZONTAL));
    charts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    roc = square(charts, "ROC", "False alarms", "Found");
    rocLine = roc.addDotted("ROC", ThemeColor.TRAINING_SERIES);
    rocMark = roc.addMark("threshold", ThemeColor.VALIDATION_SERIES);
    rocChance = roc.addReference("chance", ThemeColor.MUTED);
    precision = square(charts, "Precision and recall", "Recall", "Precision");
    precisionLine = precision.addDotted("precision", ThemeColor.TRAINING_SERIES);
    precisionMark = precision.addMark("threshold", ThemeColor.VALIDATION_SERIES);
    precisionBase = precision.addReference("base rate", ThemeColor.MUTED);
    reliability =
        new PlainChart(charts, "Calibration", "Probability", "Share present", this::binClicked)
            .unitSquare();
    reliabilityLine = reliability.addDotted("observed", ThemeColor.TRAINING_SERIES);
    reliabilityIdeal = reliability.addReference("ideal", ThemeColor.MUTED);
    line(roc, rocChance, 0, 0, 1, 1);
    line(reliability, reliabilityIdeal, 0, 0, 1, 1);
    roc.toolTips((data, series, item) -> series == rocLine ? text(points.get(item)) : null);
    precision.toolTips(
        (data, series, item) -> series == precisionLine ? text(points.get(item + 1)) : null);
    reliability.toolTips(
        (data, series, item) -> series == reliabilityLine ? text(bins.get(item)) : null);
  }

  private PlainChart square(Composite parent, String title, String domain, String range) {
    PlainChart[] chart = new PlainChart[1];
    chart[0] =
        new PlainChart(
            parent, title, domain, range, (series, item) -> clicked(chart[0], series, item));
    return chart[0].unitSquare();
  }

  private static void line(
      PlainChart chart, int series, double x0, double y0, double x1, double y1) {
    chart.clear(series);
    chart.add(series, x0, y0);
    chart.add(series, x1, y1);
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    List<ClassReport> classes = judgement == null ? List.of() : judgement.report().classes();
    combo.setItems(
        classes.stream().map(each -> judgement.name(each.classId())).toArray(String[]::new));
    if (judgement == null || judgement.report().of(String.valueOf(classId)) == null) {
      classId = classes.isEmpty() ? null : classes.getFirst().classId();
    }
    draw();
  }

  @Override
  public void focus(String id) {
    if (id != null && judgement != null && judgement.report().of(id) != null) {
      classId = id;
      draw();
    }
  }

  private void draw() {
    for (int series : new int[] {rocLine, rocMark}) {
      roc.clear(series);
    }
    for (int series : new int[] {precisionLine, precisionMark, precisionBase}) {
      precision.clear(series);
    }
    reliability.clear(reliabilityLine);
    points = List.of();
    bins = List.of();
    ClassReport report = classId == null ? null : judgement.report().of(classId);
    if (report == null) {
      return;
    }
    combo.setText(judgement.name(classId));
    cells = judgement.cells(classId);
    drawBins(report);
    if (cells.positives() == 0 || cells.negatives() == 0) {
      return; // neither curve is defined
    }
    ThresholdCurve curve = ThresholdCurve.of(cells).thinned(MOST_POINTS);
    points = curve.points();
    for (ThresholdCurve.Point point : points) {
      roc.add(rocLine, curve.falsePositiveRate(point), curve.recall(point));
      if (point.truePositives() + point.falsePositives() > 0) {
        precision.add(precisionLine, curve.recall(point), curve.precision(point));
      }
    }
    double base = (double) cells.positives() / cells.size();
    line(precision, precisionBase, 0, base, 1, base);
    double recall = report.counts().recall().orElseThrow();
    roc.add(rocMark, (double) report.counts().falsePositives() / cells.negatives(), recall);
    report.counts().precision().ifPresent(p -> precision.add(precisionMark, recall, p));
  }

  private void drawBins(ClassReport report) {
    bins = report.reliability().bins().stream().filter(bin -> bin.count() > 0).toList();
    bins.forEach(bin -> reliability.add(reliabilityLine, bin.meanProbability(), bin.observed()));
  }

  private void clicked(PlainChart chart, int series, int item) {
    if (chart == roc && series == rocLine) {
      showFrom(points.get(item).threshold());
    } else if (chart == precision && series == precisionLine) {
      showFrom(points.get(item + 1).threshold()); // where nothing is said there is no precision
    } else {
      showFrom(judgement.model().thresholds().of(classId));
    }
  }

  /** Shows the images at or above a threshold, the least probable first. */
  void showFrom(double threshold) {
    int count = cells.countFrom(threshold);
    int[] rows = IntStream.range(0, count).map(i -> cells.row(count - 1 - i)).toArray();
    images.show(
        rows,
        classId,
        String.format(
            Locale.ENGLISH,
            "%s: %,d labelled %s images with a probability of at least %.3f, the least first",
            judgement.name(classId),
            count,
            judgement.partText(),
            threshold));
  }

  /** Shows the images of a bin of the calibration curve. */
  void binClicked(int series, int item) {
    if (series == reliabilityLine) {
      Reliability.Bin bin = bins.get(item);
      images.show(bin.rows(), classId, judgement.name(classId) + ": " + text(bin));
    }
  }

  private String text(ThresholdCurve.Point point) {
    int said = point.truePositives() + point.falsePositives();
    return String.format(
        Locale.ENGLISH,
        "From %.3f on: %,d of %,d found, %,d of %,d said to be present are",
        Math.min(1, point.threshold()),
        point.truePositives(),
        cells.positives(),
        point.truePositives(),
        said);
  }

  private static String text(Reliability.Bin bin) {
    return String.format(
        Locale.ENGLISH,
        "%,d images with probabilities from %.2f to %.2f, %.2f on average; %.2f of them are",
        bin.count(),
        bin.low(),
        bin.high(),
        bin.meanProbability(),
        bin.observed());
  }

  PlainChart roc() {
    return roc;
  }

  PlainChart reliability() {
    return reliability;
  }

  Combo combo() {
    return combo;
  }
}
