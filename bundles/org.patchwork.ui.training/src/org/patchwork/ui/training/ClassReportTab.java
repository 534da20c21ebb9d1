// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.learn.AccuracyEstimate;
import org.patchwork.learn.evaluation.BinaryCounts;
import org.patchwork.learn.evaluation.ClassReport;
import org.patchwork.learn.evaluation.ModelReport;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** One line of figures for each class; a click on a count shows its images. */
final class ClassReportTab extends Composite implements EvaluationTab {
  /** The counts come first, in this order, behind the name. */
  static final int FOUND = 1;

  static final int MISSED = 2;
  static final int FALSE_ALARMS = 3;
  static final int PASSED = 4;
  private static final String[] COLUMNS = {
    "Class",
    "Found",
    "Missed",
    "False",
    "Passed",
    "Precision",
    "Recall",
    "F1",
    "Accuracy",
    "Base rate",
    "Beats it",
    "AUC",
    "AP",
    "From",
    "Cal. error"
  };
  private static final String[] MEANINGS = {
    "",
    "Labelled present and said to be; click a number to see its images",
    "Labelled present, but not said to be; click a number to see its images",
    "Said to be present, but labelled absent; click a number to see its images",
    "Labelled absent and not said to be present; click a number to see its images",
    "Share of what is said to be present that is",
    "Share of what is present that is said to be",
    "Harmonic mean of precision and recall",
    "Share of right answers, as the mean of a Beta distribution over a weak prior, with the"
        + " interval in which it lies with 90 % certainty",
    "Accuracy of always giving the more frequent answer",
    "Probability that the model is better than the base rate",
    "Area under the ROC curve: chance that an image with the class scores above one without it",
    "Average precision: area under the precision-recall curve",
    "From this probability on the class counts as present",
    "How far probabilities are from the shares they stand for, on average (expected calibration"
        + " error; Guo and others 2017)"
  };

  private final GridImages images;
  private final Table table;
  private Judgement judgement;

  ClassReportTab(Composite parent, GridImages images, PageModel page) {
    super(parent, SWT.NONE);
    this.images = images;
    setLayout(new FillLayout());
    table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    for (int i = 0; i < COLUMNS.length; i++) {
      TableColumn column = new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT);
      column.setText(COLUMNS[i]);
      column.setToolTipText(MEANINGS[i]);
    }
    table.addListener(SWT.MouseDown, this::clicked);
    table.addListener(
        SWT.Selection,
        event -> {
          if (classId(table.getSelectionIndex()) != null) {
            page.setFocusClass(classId(table.getSelectionIndex()));
          }
        });
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    int selected = table.getSelectionIndex();
    table.setRedraw(false);
    table.removeAll();
    if (judgement != null) {
      ModelReport report = judgement.report();
      report.classes().forEach(this::add);
      addSums(report);
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
    }
    table.setSelection(selected);
    table.setRedraw(true);
  }

  private void add(ClassReport each) {
    TableItem item = new TableItem(table, SWT.NONE);
    BinaryCounts counts = each.counts();
    AccuracyEstimate estimate = counts.estimate();
    item.setText(
        new String[] {
          judgement.name(each.classId()),
          count(counts.truePositives()),
          count(counts.falseNegatives()),
          count(counts.falsePositives()),
          count(counts.trueNegatives()),
          text(counts.precision()),
          text(counts.recall()),
          text(counts.f1()),
          interval(estimate),
          estimate == null ? "n/a" : three(estimate.baseRate()),
          estimate == null ? "n/a" : three(estimate.aboveBaseRate()),
          text(each.metrics().auc()),
          text(each.metrics().averagePrecision()),
          three(each.threshold()),
          text(each.reliability().calibrationError())
        });
    for (int column = FOUND; column <= PASSED; column++) {
      item.setForeground(column, ThemeColors.current().get(ThemeColor.SELECTION));
    }
  }

  private void addSums(ModelReport report) {
    BinaryCounts micro = report.micro();
    line(
        "All labels (micro)",
        count(micro.truePositives()),
        count(micro.falseNegatives()),
        count(micro.falsePositives()),
        count(micro.trueNegatives()),
        text(micro.precision()),
        text(micro.recall()),
        text(micro.f1()),
        interval(micro.estimate()),
        "",
        "",
        text(report.microAuc()),
        text(report.microAveragePrecision()),
        "",
        text(report.reliability().calibrationError()));
    line(
        "Mean of classes (macro)",
        "",
        "",
        "",
        "",
        text(report.macro(each -> each.counts().precision())),
        text(report.macro(each -> each.counts().recall())),
        text(report.macro(each -> each.counts().f1())),
        text(report.macro(ClassReportTab::mean)),
        "",
        "",
        text(report.macro(each -> each.metrics().auc())),
        text(report.macro(each -> each.metrics().averagePrecision())),
        "",
        text(report.macro(each -> each.reliability().calibrationError())));
  }

  private static OptionalDouble mean(ClassReport report) {
    AccuracyEstimate estimate = report.counts().estimate();
    return estimate == null ? OptionalDouble.empty() : OptionalDouble.of(estimate.mean());
  }

  private void line(String... texts) {
    TableItem item = new TableItem(table, SWT.NONE);
    item.setText(texts);
    item.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
  }

  private void clicked(Event event) {
    TableItem item = table.getItem(new Point(event.x, event.y));
    for (int column = FOUND; item != null && column <= PASSED; column++) {
      if (item.getBounds(column).contains(event.x, event.y)) {
        showImages(table.indexOf(item), column);
      }
    }
  }

  /** Shows the images behind a count. */
  void showImages(int line, int column) {
    String id = classId(line);
    if (id == null) {
      return;
    }
    boolean said = column == FOUND || column == FALSE_ALARMS;
    boolean present = column == FOUND || column == MISSED;
    int[] rows = judgement.cells(id).rows(judgement.model().thresholds().of(id), said, present);
    images.show(
        rows,
        id,
        String.format(
            Locale.ENGLISH,
            "%s, %s: %,d labelled %s and said to be %s, the surest first",
            judgement.name(id),
            judgement.partText(),
            rows.length,
            present ? "present" : "absent",
            said ? "present" : "absent"));
  }

  private String classId(int line) {
    List<ClassReport> classes = judgement == null ? List.of() : judgement.report().classes();
    return line < 0 || line >= classes.size() ? null : classes.get(line).classId();
  }

  @Override
  public void focus(String classId) {
    for (int i = 0; i < table.getItemCount(); i++) {
      if (classId != null && classId.equals(classId(i))) {
        table.setSelection(i);
      }
    }
  }

  Table table() {
    return table;
  }

  private static String count(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static String text(OptionalDouble figure) {
    return figure.isPresent() ? three(figure.getAsDouble()) : "n/a";
  }

  private static String three(double figure) {
    return String.format(Locale.ENGLISH, "%.3f", figure);
  }

  private static String interval(AccuracyEstimate estimate) {
    return estimate == null
        ? "n/a"
        : String.format(
            Locale.ENGLISH,
            "%.3f (%.3f\u2013%.3f)",
            estimate.mean(),
            estimate.low(),
            estimate.high());
  }
}
