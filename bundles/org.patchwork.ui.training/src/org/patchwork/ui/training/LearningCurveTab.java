// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.RunsSoFar;
import org.patchwork.learn.evaluation.StopAdvice;
import org.patchwork.project.EventFilter;
import org.patchwork.project.LabelStages;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.RunSummary;
import org.patchwork.training.CurvePoint;
import org.patchwork.training.LabelCurve;
import org.patchwork.training.SimulationListener;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColor;

/**
 * How the model grew with the labels, beside a random twin, and whether more labels are worth their
 * time.
 */
final class LearningCurveTab extends Composite implements EvaluationTab {
  private static final int STAGES = 6;
  private static final int PAGE = 24;
  private static final int HISTORY_WORK = 1;
  private static final int TRAIN_WORK = 9;
  private static final int FEWEST = 3;

  private final OpenProject open;
  private final Trainer trainer;
  private final LabelCurve curve;
  private final StripJob job;
  private final PlainChart chart;
  private final int given;
  private final int random;
  private final Label advice;
  private final GridImages images;
  private final List<CurvePoint> givenPoints = new ArrayList<>();
  private final List<CurvePoint> randomPoints = new ArrayList<>();
  private Judgement judgement;
  private ProjectSession project;

  /** What comes of it. */
  private record Outcome(List<CurvePoint> points, boolean exclusive, StopAdvice advice) {}

  LearningCurveTab(
      Composite parent,
      OpenProject open,
      Trainer trainer,
      TrainingService training,
      GridImages images) {
    super(parent, SWT.NONE);
    this.images = images;
    this.open = open;
    this.trainer = trainer;
    this.curve = new LabelCurve(training);
    setLayout(new GridLayout(2, false));
    job =
        new StripJob(
            this,
            "&Draw and advise",
            "curves",
            "Train on the labels in the order in which they were given, and on as many in random"
                + " order",
            this::compute,
            () -> {},
            this::showState);
    job.strip().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    chart =
        new PlainChart(this, null, "Labelled images", "On held-out images", this::showImages)
            .sharesOverCounts();
    chart.toolTips((data, series, item) -> text(series, item, data.getYValue(series, item)));
    given = chart.addDotted(LabelCurve.GIVEN, ThemeColor.TRAINING_SERIES);
    random = chart.addDotted(LabelCurve.RANDOM, ThemeColor.MUTED);
    chart.panel().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    chart.panel().setVisible(false); // until there is a curve
    advice = new Label(this, SWT.WRAP);
    GridData right = new GridData(SWT.FILL, SWT.FILL, false, true);
    right.widthHint = 280;
    advice.setLayoutData(right);
    explain();
    showState();
  }

  private void explain() {
    advice.setText(
        "Draws how the model grew while you labelled, beside a twin that got as many of the same"
            + " images in random order, and says what the next pages are likely to bring.");
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    if (open.session() != project) {
      project = open.session();
      job.cancel();
      clear();
      chart.panel().setVisible(false);
      job.strip().say("");
      explain();
    }
    showState();
  }

  private void showState() {
    boolean possible = judgement != null && trainer.obstacle().isEmpty();
    job.strip().setStartEnabled(possible && !job.running());
  }

  /** Trains the curve with the design and the settings that are trained next. */
  void compute() {
    ProjectSession session = open.session();
    TrainingSpec spec = new TrainingSpec("learning-curve", trainer.design(), trainer.parameters());
    job.start(
        new StripJob.Task<>(
            "Learning curve of " + session.name(),
            "Reading the history …",
            monitor -> compute(session, spec, monitor),
            outcome -> take(session, outcome),
            "Cancelled."));
  }

  private Outcome compute(ProjectSession session, TrainingSpec spec, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, HISTORY_WORK + TRAIN_WORK);
    List<LabelTable> past = LabelStages.of(session, STAGES, progress.split(HISTORY_WORK));
    boolean exclusive = session.model().getSchema().isExclusive();
    List<CurvePoint> points =
        SessionData.use(
            session,
            (data, rest) ->
                curve.run(
                    spec,
                    data,
                    past.size() < FEWEST ? List.of() : past,
                    List.of(0L),
                    SimulationListener.NONE,
                    rest),
            progress.split(TRAIN_WORK));
    return new Outcome(points, exclusive, advise(session, points, exclusive));
  }

  private static StopAdvice advise(
      ProjectSession session, List<CurvePoint> points, boolean exclusive)
      throws PatchworkException {
    LabelTable labels = session.labels();
    List<Path> folders =
        session.runs().stream()
            .filter(run -> run.problem() == null)
            .map(RunSummary::folder)
            .toList();
    return StopAdvice.of(
        LabelCurve.errors(points, exclusive),
        labels,
        PAGE,
        session.events().totals(EventFilter.ALL).activeMillis(),
        RunsSoFar.read(folders, labels));
  }

  /** The chart and the advice say it all. */
  private String take(ProjectSession session, Outcome outcome) {
    if (open.session() == session) {
      draw(outcome);
    }
    return "";
  }

  private void draw(Outcome outcome) {
    clear();
    chart.panel().setVisible(true);
    for (CurvePoint point : outcome.points()) {
      RunsSoFar.figure(point.evaluation(), outcome.exclusive())
          .ifPresent(figure -> add(point, figure));
    }
    chart
        .panel()
        .chart()
        .getXYPlot()
        .getRangeAxis()
        .setLabel(outcome.exclusive() ? "Accuracy" : "Mean average precision");
    advice.setText(
        outcome.advice().verdict().text()
            + ".\n\n"
            + String.join("\n\n", outcome.advice().reasons()));
    layout(true, true);
  }

  private void clear() {
    chart.clear(given);
    chart.clear(random);
    givenPoints.clear();
    randomPoints.clear();
  }

  private void add(CurvePoint point, double figure) {
    boolean asGiven = point.sampler().equals(LabelCurve.GIVEN);
    (asGiven ? givenPoints : randomPoints).add(point);
    chart.add(asGiven ? given : random, point.labels(), figure);
  }

  private List<CurvePoint> points(int series) {
    return series == given ? givenPoints : randomPoints;
  }

  /** The images that the model of a dot learnt from, and that of the dot before did not. */
  private int[] added(int series, int item) {
    List<CurvePoint> points = points(series);
    return points.get(item).rowsSince(item == 0 ? null : points.get(item - 1));
  }

  private String text(int series, int item, double figure) {
    return String.format(
        Locale.ENGLISH,
        "%.3f after %,d images, %s; click to see the %,d that were added",
        figure,
        points(series).get(item).labels(),
        points(series).get(item).sampler(),
        added(series, item).length);
  }

  /** Shows what made the step up to a dot. */
  void showImages(int series, int item) {
    int[] rows = added(series, item);
    CurvePoint point = points(series).get(item);
    images.show(
        rows,
        null,
        item == 0
            ? String.format(
                Locale.ENGLISH, "The first %,d images, %s", rows.length, point.sampler())
            : String.format(
                Locale.ENGLISH,
                "%,d images labelled between %,d and %,d, %s",
                rows.length,
                points(series).get(item - 1).labels(),
                point.labels(),
                point.sampler()));
  }

  RunStrip strip() {
    return job.strip();
  }

  PlainChart chart() {
    return chart;
  }

  String adviceText() {
    return advice.getText();
  }
}
