// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.training.distillation.StudentEpoch;
import org.patchwork.training.distillation.WorstPrediction;
import org.patchwork.ui.ThemeColor;

/**
 * How a student does: agreement with its teacher and accuracy over the epochs, and for each class
 * the two images it is most wrong about. A click on a class shows them in the grid.
 */
final class StudentProgress extends SashForm {
  private static final List<String> TITLES =
      List.of("Class", "AUC", "Accuracy", "Without it, but", "With it, but");

  private final PlainChart chart;
  private final int agreement;
  private final int accuracy;
  private final Table table;

  /**
   * An empty chart and table.
   *
   * @param chosen takes the class whose images are to be shown
   */
  StudentProgress(Composite parent, Consumer<WorstPrediction> chosen) {
    super(parent, SWT.VERTICAL);
    chart = new PlainChart(this, "", "Epoch", "Share", (series, item) -> {}).sharesOverCounts();
    agreement = chart.addDotted("Decides like the teacher", ThemeColor.TRAINING_SERIES);
    accuracy = chart.addDotted("Accuracy by labels", ThemeColor.VALIDATION_SERIES);
    table = Tables.create(this, SWT.SINGLE);
    Tables.columns(table, TITLES);
    table.setToolTipText(
        "What the student is most wrong about among the images that are checked; a click shows"
            + " them in the grid");
    Tables.pack(table);
    table.addListener(
        SWT.Selection,
        event -> {
          if (event.item instanceof TableItem item) {
            chosen.accept((WorstPrediction) item.getData());
          }
        });
    setWeights(3, 2);
  }

  /** Forgets the student of before. */
  void clear() {
    chart.clear(agreement);
    chart.clear(accuracy);
    table.removeAll();
  }

  /** Shows one more epoch. */
  void add(StudentEpoch epoch, List<WorstPrediction> worst) {
    if (epoch.agreement() != null) {
      chart.add(agreement, epoch.epoch(), epoch.agreement());
    }
    if (epoch.accuracy() != null) {
      chart.add(accuracy, epoch.epoch(), epoch.accuracy());
    }
    table.setRedraw(false);
    table.removeAll();
    for (int c = 0; c < worst.size(); c++) {
      StudentEpoch.ClassFigures figures = epoch.classes().get(c);
      Tables.add(
          table,
          worst.get(c),
          figures.name(),
          figure(figures.auc()),
          figure(figures.accuracy()),
          text(worst.get(c).negative()),
          text(worst.get(c).positive()));
    }
    Tables.pack(table);
    table.setRedraw(true);
  }

  private static String figure(Double value) {
    return Tables.figure(value == null ? Double.NaN : value);
  }

  private static String text(WorstPrediction.Image image) {
    return image == null ? "–" : String.format(Locale.ENGLISH, "%.2f", image.probability());
  }

  /** The images of an entry: the one without the class, then the one with it. */
  static int[] rows(WorstPrediction worst) {
    return Stream.of(worst.negative(), worst.positive())
        .filter(image -> image != null)
        .mapToInt(WorstPrediction.Image::row)
        .toArray();
  }

  /** Number of epochs that are drawn. */
  int epochs() {
    return chart.points(agreement);
  }

  Table table() {
    return table;
  }
}
