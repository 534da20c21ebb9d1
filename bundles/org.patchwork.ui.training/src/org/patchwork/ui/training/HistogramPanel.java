// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.Histogram;
import org.patchwork.model.LabelClass;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.Palette;
import org.patchwork.ui.UiThread;

/**
 * The Histogram view: how the model scores the images with and without a class, for training and
 * validation, with AUC and accuracy. A click on a bar shows its images in the grid, those the model
 * is most wrong about first.
 *
 * <p>Excluded images are in neither panel; images without a label for the class are outlined in the
 * training panel.
 */
public final class HistogramPanel extends Composite {
  /** Id under which labels are recorded that were given to images shown by a click on a bar. */
  public static final String SOURCE = "histogram";

  private static final int MOST_IMAGES = 400;
  private static final int UPDATE_MILLIS = 100;

  private final OpenProject open;
  private final PageModel page;
  private final Trainer trainer;
  private final UiThread thread;
  private final UiThread.Update update;
  private final EmptyStack stack;
  private final Composite full;
  private final ClassChoice classes;
  private final HistogramChart training;
  private final HistogramChart validation;
  private Histogram shown;

  public HistogramPanel(Composite parent, OpenProject open, PageModel page, Trainer trainer) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.trainer = trainer;
    this.thread = UiThread.of(this);
    this.update = thread.coalesced(UPDATE_MILLIS, this::compute);
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 2;
    layout.marginHeight = 2;
    full.setLayout(layout);
    classes = new ClassChoice(full, "Class whose probabilities are shown", this::compute);
    training = panel("Training");
    validation = panel("Validation");
    listen();
    refresh();
  }

  private HistogramChart panel(String title) {
    HistogramChart chart =
        new HistogramChart(full, title, (series, bin) -> clicked(title, series, bin));
    chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    return chart;
  }

  private void listen() {
    Events events = new Events();
    open.addListener(this, events);
    page.addListener(this, events);
    trainer.addListener(this, events);
  }

  /** Shows this class, by its stable id. */
  public void choose(String id) {
    classes.choose(id);
    compute();
  }

  /** What is shown, or null; follows changes of labels and predictions within a moment. */
  public Histogram histogram() {
    return shown;
  }

  HistogramChart training() {
    return training;
  }

  HistogramChart validation() {
    return validation;
  }

  EmptyState empty() {
    return stack.empty();
  }

  Combo combo() {
    return classes.combo();
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(classes.combo()::setFocus);
  }

  /** Takes classes and predictions of the open project. */
  private void refresh() {
    ProjectSession session = open.session();
    classes.take(session);
    sayEmpty(session);
    boolean something = session != null && session.predictions() != null && classes.id() != null;
    stack.show(something ? full : stack.empty());
    compute();
  }

  private void sayEmpty(ProjectSession session) {
    if (session == null) {
      stack.empty().say("Open a project to see how its model scores each class.");
    } else if (trainer.running()) {
      stack.empty().say("The first model is being trained …");
    } else {
      stack
          .empty()
          .say(
              "Label a few images of each class, then train: this shows how the model tells them"
                  + " apart.",
              "Train",
              trainer::train);
    }
  }

  private void compute() {
    ProjectSession session = open.session();
    PredictionTable predictions = session == null ? null : session.predictions();
    String wanted = classes.id();
    LabelTable labels = session == null ? null : session.labels();
    if (predictions == null || wanted == null || labels.classIndex(wanted) < 0) {
      shown = null;
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> Histogram.of(labels, predictions, wanted)),
        result -> take(session, result),
        error -> ILog.of(HistogramPanel.class).error("The histogram could not be computed", error));
  }

  private void take(ProjectSession session, Histogram result) {
    LabelClass chosen = classes.get();
    if (open.session() != session || chosen == null || !chosen.getId().equals(result.classId())) {
      return; // a newer one is on its way
    }
    shown = result;
    training.show(result.training(), Palette.rgb(chosen.getColor()));
    validation.show(result.validation(), Palette.rgb(chosen.getColor()));
    full.layout(true, true);
  }

  void clicked(String title, int series, int bin) {
    HistogramDataset data = (title.equals("Training") ? training : validation).dataset();
    int[] rows = data.rows(series, bin);
    ProjectSession session = open.session();
    if (rows.length == 0 || session == null || session.predictions() == null) {
      return;
    }
    int[] sorted = mostWrongFirst(rows, session.predictions(), series);
    int[] first = Arrays.copyOf(sorted, Math.min(MOST_IMAGES, sorted.length));
    String text =
        classes.combo().getText()
            + ", "
            + title.toLowerCase(Locale.ENGLISH)
            + ": "
            + data.text(series, bin);
    if (first.length < rows.length) {
      text += String.format(Locale.ENGLISH, "; the first %,d are shown", first.length);
    }
    page.setFocusClass(classes.id());
    page.show(Page.of(first, SOURCE, text));
  }

  /** Present ones by rising probability, all others by falling. */
  private int[] mostWrongFirst(int[] rows, PredictionTable predictions, int series) {
    int column = predictions.classIndex(classes.id());
    double sign = series == HistogramDataset.POSITIVES ? 1 : -1;
    return Arrays.stream(rows)
        .boxed()
        .sorted(
            java.util.Comparator.<Integer>comparingDouble(
                    row -> sign * predictions.probability(row, column))
                .thenComparingInt(row -> row))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Follows the project, the page and the trainer. */
  private final class Events implements OpenProjectListener, PageModel.Listener, TrainerListener {
    @Override
    public void projectChanged() {
      shown = null;
      refresh();
    }

    @Override
    public void classesChanged() {
      refresh();
    }

    @Override
    public void predictionsChanged() {
      refresh();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      update.request();
    }

    @Override
    public void focusClassChanged() {
      if (page.focusClass() != null && !page.focusClass().equals(classes.id())) {
        choose(page.focusClass());
      }
    }

    @Override
    public void runStarted() {
      sayEmpty(open.session());
    }

    @Override
    public void runEnded(RunOutcome outcome) {
      sayEmpty(open.session());
    }
  }
}
