// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.pretraining.FeatureCheck;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.ThemeColor;

/**
 * The Pre-training Curves view: what the run that is looked at measured, live while it is going on,
 * and whether its features get better at the classes of the project.
 */
public final class PretrainingCurvesPanel extends Composite {
  private static final String LOSS = "loss";

  private final FeatureTrainer trainer;
  private final EmptyStack stack;
  private final Composite full;
  private final Label title;
  private final Combo measure;
  private final PlainChart measures;
  private final PlainChart accuracies;
  private final int steps;
  private final int means;
  private final int probe;
  private final int neighbours;
  private final int untrained;
  private final int pixels;
  private String chosen = LOSS;

  public PretrainingCurvesPanel(Composite parent, FeatureTrainer trainer) {
    super(parent, SWT.NONE);
    this.trainer = trainer;
    stack = new EmptyStack(this);
    full = new Composite(this, SWT.NONE);
    full.setLayout(new GridLayout(2, false));
    title = new Label(full, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 320;
    title.setLayoutData(wide);
    measure = new Combo(full, SWT.READ_ONLY);
    measure.setToolTipText("What the chart on the left shows");
    measure.addListener(
        SWT.Selection,
        event -> {
          chosen = measure.getText();
          showMeasure();
        });
    SashForm charts = new SashForm(full, SWT.HORIZONTAL);
    charts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    measures =
        new PlainChart(charts, null, "Epoch", "Loss", (series, item) -> {}).sharesOverCounts();
    steps = measures.addLine("Steps", ThemeColor.MUTED);
    means = measures.addDotted("Mean of an epoch", ThemeColor.TRAINING_SERIES);
    accuracies =
        new PlainChart(charts, null, "Epoch", "Accuracy", (series, item) -> {}).sharesOverCounts();
    untrained = accuracies.addReference("Probe, untrained", ThemeColor.MUTED);
    pixels = accuracies.addReference("Probe, raw pixels", ThemeColor.VALIDATION);
    probe = accuracies.addDotted("Linear probe", ThemeColor.VALIDATION_SERIES);
    neighbours = accuracies.addDotted("Nearest neighbours", ThemeColor.TRAINING_SERIES);
    listen();
    refresh();
  }

  private void listen() {
    FeatureTrainerListener listener =
        new FeatureTrainerListener() {
          @Override
          public void planChanged() {
            refresh();
          }

          @Override
          public void runsChanged() {
            refresh();
          }

          @Override
          public void stateChanged() {
            refresh();
          }

          @Override
          public void measured() {
            showMeasures();
            showMeasure();
          }
        };
    trainer.addListener(this, listener);
  }

  private void refresh() {
    PretrainingRun run = trainer.shown();
    boolean some = run != null || trainer.training() != null;
    if (!some) {
      showEmpty();
    } else {
      showTitle(run);
      showMeasures();
      showMeasure();
      showAccuracies();
    }
    stack.show(some ? full : stack.empty());
  }

  private void showEmpty() {
    if (trainer.obstacle().isPresent()) {
      stack.empty().say(trainer.obstacle().get());
    } else {
      stack
          .empty()
          .say(
              "How much an extractor learns, and whether that helps to tell the classes apart, is seen"
                  + " here while it is trained.",
              "Pre-train",
              trainer::train);
    }
  }

  private void showTitle(PretrainingRun run) {
    if (run == null) {
      Sections.say(title, trainer.training() + ": the network is built …", ThemeColor.MUTED);
      return;
    } else if (run.problem() != null) {
      Sections.say(title, run.problem(), ThemeColor.EXCLUDED);
      return;
    }
    String text = run.name() + ". " + run.last().map(PretrainingEpoch::text).orElse("");
    boolean collapsed = run.last().map(epoch -> epoch.check().collapsed()).orElse(false);
    boolean trained = run.trained();
    Sections.say(
        title,
        collapsed && trained ? text + ". " + FeatureCheck.COLLAPSED : text,
        collapsed && trained ? ThemeColor.EXCLUDED : ThemeColor.TEXT);
  }

  /** Offers what was measured in the steps or stands in the record. */
  private void showMeasures() {
    Set<String> names = new LinkedHashSet<>(trainer.course().names());
    for (PretrainingEpoch epoch : epochs()) {
      names.addAll(epoch.measures().keySet());
    }
    names.removeAll(List.of(PretrainingEpoch.PIXELS_PROBE, PretrainingEpoch.PIXELS_NEIGHBOURS));
    for (EpochMeasure check : EpochMeasure.values()) {
      names.add(check.title());
    }
    String[] wanted = names.toArray(String[]::new);
    if (!java.util.Arrays.equals(wanted, measure.getItems())) {
      measure.setItems(wanted);
      measure.select(Math.max(0, measure.indexOf(chosen)));
      measure.requestLayout();
    }
  }

  private List<PretrainingEpoch> epochs() {
    PretrainingRun run = trainer.shown();
    return run == null ? List.of() : run.epochs();
  }

  private void showMeasure() {
    String name = measure.getText();
    measures.setRangeLabel(name.equals(LOSS) ? "Loss" : name);
    MeasuredCourse course = trainer.course();
    if (course.names().contains(name)) {
      double[] values = course.values(name);
      double[] at = course.epochs();
      int count = Math.min(at.length, values.length); // a step may have come between the two
      measures.set(
          steps, java.util.Arrays.copyOf(at, count), java.util.Arrays.copyOf(values, count));
    } else {
      measures.clear(steps);
    }
    List<double[]> points = new ArrayList<>();
    for (PretrainingEpoch epoch : epochs()) {
      Double value = EpochMeasure.of(name, epoch);
      if (value != null) {
        points.add(new double[] {epoch.epoch(), value});
      }
    }
    show(measures, means, points);
  }

  private static void show(PlainChart chart, int series, List<double[]> points) {
    chart.set(
        series,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  private void showAccuracies() {
    List<double[]> probes = new ArrayList<>();
    List<double[]> votes = new ArrayList<>();
    for (PretrainingEpoch epoch : epochs()) {
      FeatureCheck check = epoch.check();
      if (check.probeAccuracy() != null) {
        probes.add(new double[] {epoch.epoch(), check.probeAccuracy()});
        votes.add(new double[] {epoch.epoch(), check.neighbourAccuracy()});
      }
    }
    show(accuracies, probe, probes);
    show(accuracies, neighbours, votes);
    boolean fromTheStart = !probes.isEmpty() && probes.getFirst()[0] == 0;
    double end = fromTheStart ? Math.max(1, probes.getLast()[0]) : 1;
    show(accuracies, untrained, level(fromTheStart ? probes.getFirst()[1] : null, end));
    show(accuracies, pixels, level(fromTheStart ? worthOfPixels() : null, end));
    accuracies.setTitle(probes.isEmpty() ? lacking() : caution());
  }

  /** What is to be done before the probe can say anything, once something was checked. */
  private String lacking() {
    return epochs().isEmpty()
        ? null
        : "Label some images of two classes to see whether the features help; for methods that learn"
            + " from labels or texts, hold some of them out";
  }

  private String caution() {
    return epochs().getLast().check().caution().orElse(null);
  }

  private Double worthOfPixels() {
    return epochs().getFirst().measures().get(PretrainingEpoch.PIXELS_PROBE);
  }

  /** A line at one height, or none. */
  private static List<double[]> level(Double height, double end) {
    return height == null
        ? List.of()
        : List.of(new double[] {0, height}, new double[] {end, height});
  }

  /** What is said about the run. */
  public String titleText() {
    return title.getText();
  }

  /** Number of epochs with a figure of the probe. */
  public int probePoints() {
    return accuracies.points(probe);
  }

  int stepPoints() {
    return measures.points(steps);
  }

  int meanPoints() {
    return measures.points(means);
  }

  Combo measure() {
    return measure;
  }

  EmptyState empty() {
    return stack.empty();
  }

  boolean showsCurves() {
    return !stack.showsEmpty();
  }

  @Override
  public boolean setFocus() {
    return stack.setFocus(measure::setFocus);
  }
}
