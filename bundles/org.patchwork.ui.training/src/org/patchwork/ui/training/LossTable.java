// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.SamplingStrategy;
import org.patchwork.learn.design.LossOutlook;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * What the loss will see of each class: labels, how many stand in a batch, their weights, and the
 * share of the present ones in all that is learnt from. Computed off the display thread; an answer
 * that comes after another question was asked is dropped.
 */
final class LossTable extends Composite {
  private static final int SHARE = 6;
  private static final int MOST_ROWS = 20;
  private static final String[] TITLES = {
    "Class", "Absent", "Present", "Unknown", "In a batch", "Weights", "Share of present"
  };
  private static final String[] TIPS = {
    "",
    "Training images labelled absent.",
    "Training images labelled present.",
    "Training images without a label of the class. They cost nothing and teach nothing.",
    "Expected number of labels absent and present in one batch, by the sampling of the Train view.",
    "How much a label absent and present counts in the loss.",
    "Share of the present labels in what is learnt from. Far from one half the model learns to say"
        + " the more frequent value."
  };

  private final Label heading;
  private final Table table;
  private final UiThread thread;
  private List<LossOutlook.OfClass> shown = List.of();
  private final Runnable resized;
  private Question asked;

  /** What the table is to show; the same question is not answered twice. */
  private record Question(
      LabelTable labels,
      List<String> names,
      SamplingStrategy sampling,
      ClassWeighting weighting,
      int batchSize) {

    /** For use in a future. */
    LossOutlook answer() {
      try {
        return LossOutlook.of(labels, sampling, weighting, batchSize);
      } catch (TrainingException e) {
        throw new CompletionException(e);
      }
    }
  }

  /**
   * An empty table.
   *
   * @param resized called when it needs more or less room
   */
  LossTable(Composite parent, Runnable resized) {
    super(parent, SWT.NONE);
    this.resized = resized;
    thread = UiThread.of(this);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    heading = new Label(this, SWT.WRAP);
    heading.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    table = new Table(this, SWT.FULL_SELECTION | SWT.BORDER);
    table.setHeaderVisible(true);
    table.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, i == 0 || i == SHARE ? SWT.LEFT : SWT.RIGHT);
      column.setText(TITLES[i]);
      column.setToolTipText(TIPS[i]);
      column.pack();
    }
    table.getColumn(0).setWidth(110);
    table.getColumn(SHARE).setWidth(130);
    table.addListener(SWT.PaintItem, this::paintShare);
    table.setVisible(false);
    ((GridData) table.getLayoutData()).exclude = true;
  }

  /** Asks what the loss will see of these labels. */
  void show(
      LabelTable labels,
      List<String> names,
      SamplingStrategy sampling,
      ClassWeighting weighting,
      int batchSize) {
    Question question = new Question(labels, names, sampling, weighting, batchSize);
    if (question.equals(asked)) {
      return;
    }
    asked = question;
    thread.deliver(
        CompletableFuture.supplyAsync(question::answer),
        outlook -> {
          if (question == asked) {
            fill(outlook, names);
          }
        },
        error -> {
          if (question == asked) {
            say(error.getMessage());
          }
        });
  }

  /** Shows no classes but this sentence. */
  void clear(String sentence) {
    boolean same = asked == null && !table.getVisible() && heading.getText().equals(sentence);
    asked = null;
    if (!same) {
      say(sentence);
    }
  }

  private void say(String sentence) {
    shown = List.of();
    table.removeAll();
    heading.setText(sentence);
    heading.setForeground(ThemeColors.current().get(ThemeColor.MUTED));
    showTable(false);
  }

  private void fill(LossOutlook outlook, List<String> names) {
    heading.setText("What the loss sees in a batch of " + outlook.batchSize());
    heading.setForeground(ThemeColors.current().get(ThemeColor.TEXT));
    shown = outlook.classes();
    table.setRedraw(false);
    table.setItemCount(shown.size());
    for (int i = 0; i < shown.size(); i++) {
      table.getItem(i).setText(texts(names.get(i), shown.get(i)));
    }
    for (int i = 1; i < SHARE; i++) {
      table.getColumn(i).pack();
    }
    table.setRedraw(true);
    ((GridData) table.getLayoutData()).heightHint =
        table.getHeaderHeight() + table.getItemHeight() * Math.min(MOST_ROWS, shown.size());
    showTable(true);
  }

  private void showTable(boolean show) {
    table.setVisible(show);
    ((GridData) table.getLayoutData()).exclude = !show;
    resized.run();
  }

  private static String[] texts(String name, LossOutlook.OfClass entry) {
    return new String[] {
      name,
      String.format(Locale.ENGLISH, "%,d", entry.absent()),
      String.format(Locale.ENGLISH, "%,d", entry.present()),
      String.format(Locale.ENGLISH, "%,d", entry.unknown()),
      String.format(
          Locale.ENGLISH, "%.1f\u2212  %.1f+", entry.absentInBatch(), entry.presentInBatch()),
      String.format(
          Locale.ENGLISH, "%.2f\u2212  %.2f+", entry.absentWeight(), entry.presentWeight()),
      Double.isNaN(entry.presentShare())
          ? "no label"
          : String.format(Locale.ENGLISH, "%.0f %%", 100 * entry.presentShare())
    };
  }

  /** A bar behind the share, as long as it is large, with a mark at one half. */
  private void paintShare(Event event) {
    if (event.index != SHARE) {
      return;
    }
    int row = table.indexOf((TableItem) event.item);
    if (row >= shown.size() || Double.isNaN(shown.get(row).presentShare())) {
      return;
    }
    Rectangle cell = ((TableItem) event.item).getBounds(SHARE);
    int left = cell.x + 48;
    int width = Math.max(10, cell.width - 56);
    int top = cell.y + cell.height / 2 - 4;
    ThemeColors colors = ThemeColors.current();
    GC gc = event.gc;
    gc.setBackground(colors.get(ThemeColor.LINE));
    gc.fillRectangle(left, top, width, 8);
    gc.setBackground(colors.get(ThemeColor.TRAINING_SERIES));
    gc.fillRectangle(left, top, (int) Math.round(width * shown.get(row).presentShare()), 8);
    gc.setForeground(colors.get(ThemeColor.TEXT));
    gc.drawLine(left + width / 2, top - 3, left + width / 2, top + 10);
  }

  String headingText() {
    return heading.getText();
  }

  Table table() {
    return table;
  }
}
