// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.LabelCounts;
import org.patchwork.learn.Part;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;

/**
 * The Label Counts: per class how many images are labelled absent, present and not at all, for
 * training and for validation; excluded images are in neither. After an edit only the changed rows
 * are counted, and only figures that differ are written.
 */
public final class CountsPanel extends Composite {
  private static final String[] TITLES = {
    "Class", "−", "+", "?", "− val.", "+ val.", "? val.", "Goal"
  };
  private static final String[] TIPS = {
    "",
    "Training images labelled absent",
    "Training images labelled present",
    "Training images without a label for the class",
    "Validation images labelled absent",
    "Validation images labelled present",
    "Validation images without a label for the class",
    "How many of the images in which the class is wanted were found"
  };

  private static final int FIRST_VALIDATION = 4;
  private static final int GOAL = 7;
  private static final int GOAL_WIDTH = 84;
  private static final int FIGURE_WIDTH = 58;
  private static final int NAME_WIDTH = 90;

  private final OpenProject open;
  private final UiThread thread;
  private final LocalResourceManager images =
      new LocalResourceManager(JFaceResources.getResources(), this);
  private final Table table;
  private LabelTable counted;
  private LabelCounts counts;

  public CountsPanel(Composite parent, OpenProject open) {
    super(parent, SWT.NONE);
    this.open = open;
    this.thread = UiThread.of(this);
    setLayout(new FillLayout());
    table = new Table(this, SWT.FULL_SELECTION | SWT.HIDE_SELECTION);
    table.setHeaderVisible(true);
    for (int i = 0; i < TITLES.length; i++) {
      TableColumn column = new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT);
      column.setText(TITLES[i]);
      column.setToolTipText(TIPS[i]);
    }
    table.addListener(SWT.Resize, event -> fitColumns());
    open.addListener(this, new Events());
    rebuild();
  }

  /** The table, one row per class. */
  public Table table() {
    return table;
  }

  /**
   * Figures get what they need, names the rest; without validation images there are no figures for
   * them.
   */
  private void fitColumns() {
    boolean validation = counts != null && counts.rows(Part.VALIDATION) > 0;
    int used = 0;
    for (int i = 1; i < TITLES.length; i++) {
      TableColumn column = table.getColumn(i);
      column.setWidth(width(i, validation));
      column.setResizable(column.getWidth() > 0);
      used += column.getWidth();
    }
    table.getColumn(0).setWidth(Math.max(NAME_WIDTH, table.getClientArea().width - used));
  }

  private int width(int column, boolean validation) {
    if (column == GOAL) {
      return hasGoals() ? GOAL_WIDTH : 0;
    }
    return column < FIRST_VALIDATION || validation ? FIGURE_WIDTH : 0;
  }

  private boolean hasGoals() {
    return open.session() != null
        && open.session().classes().stream().anyMatch(each -> each.getGoal() > 0);
  }

  private void rebuild() {
    table.removeAll();
    counted = null;
    counts = null;
    ProjectSession session = open.session();
    if (session == null) {
      return;
    }
    for (ClassStyle each : ClassStyle.of(session.classes())) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(0, each.name());
      item.setImage(0, images.create(new Swatch(each.color()).descriptor()));
    }
    LabelTable labels = session.labels();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> LabelCounts.of(labels)),
        result -> take(session, labels, result),
        error -> {
          throw new IllegalStateException(error);
        });
  }

  /** Takes a full count, and brings it up to date if labels came while it was made. */
  private void take(ProjectSession session, LabelTable labels, LabelCounts result) {
    if (open.session() != session || session.labels().classes() != table.getItemCount()) {
      return; // a newer count is on its way
    }
    if (session.labels() != labels) {
      rebuild();
      return;
    }
    counted = labels;
    counts = result;
    write();
  }

  private void write() {
    boolean shown = table.getColumn(FIRST_VALIDATION).getWidth() > 0;
    boolean goals = table.getColumn(GOAL).getWidth() > 0;
    if (shown != counts.rows(Part.VALIDATION) > 0 || goals != hasGoals()) {
      fitColumns();
    }
    for (int c = 0; c < Math.min(table.getItemCount(), counts.classes()); c++) {
      TableItem item = table.getItem(c);
      int column = 1;
      for (Part part : List.of(Part.TRAINING, Part.VALIDATION)) {
        write(item, column++, counts.negatives(part, c));
        write(item, column++, counts.positives(part, c));
        write(item, column++, counts.unknown(part, c));
      }
      writeGoal(item, c);
    }
  }

  private void writeGoal(TableItem item, int classIndex) {
    int goal = open.session().classes().get(classIndex).getGoal();
    int found =
        counts.positives(Part.TRAINING, classIndex) + counts.positives(Part.VALIDATION, classIndex);
    String text = goal == 0 ? "" : String.format(Locale.ENGLISH, "%,d of %,d", found, goal);
    write(item, GOAL, goal > 0 && found >= goal ? "✓ " + text : text);
  }

  private static void write(TableItem item, int column, int figure) {
    write(item, column, String.format(Locale.ENGLISH, "%,d", figure));
  }

  private static void write(TableItem item, int column, String text) {
    if (!text.equals(item.getText(column))) {
      item.setText(column, text);
    }
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      rebuild();
    }

    @Override
    public void classesChanged() {
      rebuild();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.all() || counts == null) {
        rebuild();
      } else {
        counts = counts.updated(counted, event.labels(), event.rows());
        counted = event.labels();
        write();
      }
    }
  }
}
