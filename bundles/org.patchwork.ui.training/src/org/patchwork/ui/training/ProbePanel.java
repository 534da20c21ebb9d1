// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.probe.ProbeCurve;
import org.patchwork.training.probe.ProbeParameters;
import org.patchwork.training.probe.ProbePoint;
import org.patchwork.training.probe.ProbeService;
import org.patchwork.ui.ChartPanel;
import org.patchwork.ui.EmptyStack;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.ParameterForm;
import org.patchwork.workflow.ProjectProbe;

/**
 * The Feature Probe view: which features of the project need the fewest labels for a class, by the
 * learning curve of a linear classifier on each.
 */
public final class ProbePanel extends Composite {
  private static final int LIST_HEIGHT = 60;

  private final OpenProject open;
  private final ProbeService service;
  private final StripJob job;
  private final Combo classCombo;
  private final Table sets;
  private final ParameterForm<ProbeParameters> form;
  private final SettingsPane scroll;
  private final ProbePlot plot = new ProbePlot();
  private final EmptyStack stack;
  private final ChartPanel chart;
  private List<LabelClass> classes = List.of();

  /**
   * The panel.
   *
   * @param computeFeatures what the link beside the sentence about missing features does
   */
  public ProbePanel(
      Composite parent, OpenProject open, ProbeService service, Runnable computeFeatures) {
    super(parent, SWT.NONE);
    this.open = open;
    this.service = service;
    setLayout(new GridLayout());
    job =
        new StripJob(
            this,
            "P&robe",
            "probe",
            "Learn from few and many images on each feature set",
            this::probe,
            computeFeatures,
            this::showState);
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new SettingsPane(sash);
    Composite settings = new Composite(scroll, SWT.NONE);
    settings.setLayout(new GridLayout(2, false));
    label(settings, "Class");
    classCombo = new Combo(settings, SWT.READ_ONLY);
    classCombo.setToolTipText("Class to tell apart");
    classCombo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    label(settings, "Features");
    sets = new Table(settings, SWT.CHECK | SWT.BORDER);
    sets.setToolTipText("Feature sets to compare");
    GridData list = new GridData(SWT.FILL, SWT.TOP, true, false);
    list.heightHint = LIST_HEIGHT;
    sets.setLayoutData(list);
    sets.addListener(SWT.Selection, event -> showState());
    form = new ParameterForm<>(settings, ProbeParameters.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    form.addChangeListener(this::showState);
    scroll.setContent(settings);
    Composite result = new Composite(sash, SWT.NONE);
    stack = new EmptyStack(result);
    chart = new ChartPanel(result, plot.chart());
    sash.setWeights(2, 3);
    open.addListener(this, new Events());
    refresh();
  }

  private static void label(Composite parent, String text) {
    Label label = new Label(parent, SWT.NONE);
    label.setText(text);
    label.setLayoutData(new GridData(SWT.BEGINNING, SWT.TOP, false, false));
  }

  /** Takes classes and feature sets of the open project; what was chosen stays chosen. */
  private void refresh() {
    ProjectSession session = open.session();
    String chosen = classCombo.getText();
    classes = session == null ? List.of() : List.copyOf(session.classes());
    classCombo.setItems(classes.stream().map(LabelClass::getName).toArray(String[]::new));
    classCombo.select(Math.max(0, classCombo.indexOf(chosen)));
    List<String> unchecked =
        Arrays.stream(sets.getItems())
            .filter(item -> !item.getChecked())
            .map(TableItem::getText)
            .toList();
    sets.removeAll();
    for (FeatureSet set : session == null ? List.<FeatureSet>of() : session.featureSets()) {
      TableItem item = new TableItem(sets, SWT.NONE);
      item.setText(set.id());
      item.setChecked(!unchecked.contains(set.id()));
    }
    showState();
  }

  private List<FeatureSet> chosenSets() {
    List<String> names =
        Arrays.stream(sets.getItems())
            .filter(TableItem::getChecked)
            .map(TableItem::getText)
            .toList();
    return open.session().featureSets().stream().filter(set -> names.contains(set.id())).toList();
  }

  private Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to compare its features.");
    } else if (session.featureSets().isEmpty()) {
      return Optional.of("There are no features to probe; compute some first.");
    } else if (classes.isEmpty()) {
      return Optional.of("Add a class, and label images with and without it.");
    } else if (chosenSets().isEmpty()) {
      return Optional.of("Choose at least one feature set.");
    }
    return form.problem();
  }

  private void showState() {
    scroll.fit();
    Optional<String> obstacle = obstacle();
    showResult(obstacle);
    boolean lacksFeatures = open.session() != null && open.session().featureSets().isEmpty();
    job.show(obstacle, lacksFeatures ? "Compute features…" : "");
  }

  /** The curves, or what to do to see some. */
  private void showResult(Optional<String> obstacle) {
    if (job.running()) {
      stack.empty().say("The curves are on their way …");
    } else if (obstacle.isPresent()) {
      stack.empty().say(obstacle.get());
    } else {
      stack
          .empty()
          .say(
              "Which features need the fewest labels? A linear classifier learns from few and from many"
                  + " images on each set.",
              "Probe",
              this::probe);
    }
    stack.show(plot.series() == 0 ? stack.empty() : chart);
  }

  /** Runs the experiments; nothing happens while that is being done, or cannot be. */
  public void probe() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    String classId = classes.get(classCombo.getSelectionIndex()).getId();
    List<FeatureSet> chosen = chosenSets();
    ProbeParameters parameters = form.value();
    job.start(
        new StripJob.Task<>(
            "Probe features of " + session.name(),
            "Reading features and labels …",
            monitor ->
                new ProjectProbe(service)
                    .run(chosen, session.labels(), classId, parameters, monitor),
            this::draw,
            "Cancelled."));
  }

  private String draw(List<ProbePoint> points) {
    plot.show(points);
    return text(points);
  }

  /** Which features do best with few and with many images. */
  static String text(List<ProbePoint> points) {
    StringBuilder text = new StringBuilder();
    for (ProbeCurve curve : ProbeCurve.of(points)) {
      ProbeCurve.Step first = curve.steps().getFirst();
      ProbeCurve.Step last = curve.steps().getLast();
      text.append(
          String.format(
              Locale.ENGLISH,
              "%s: error %.2f after %,.0f images, %.2f after %,.0f. ",
              curve.features(),
              first.testError(),
              first.images(),
              last.testError(),
              last.images()));
    }
    return text.toString().strip();
  }

  RunStrip strip() {
    return job.strip();
  }

  Table sets() {
    return sets;
  }

  ProbePlot plot() {
    return plot;
  }

  EmptyState empty() {
    return stack.empty();
  }

  ParameterForm<ProbeParameters> form() {
    return form;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && (job.strip().setFocus() || classCombo.setFocus());
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      job.forget();
      plot.show(List.of());
      refresh();
    }

    @Override
    public void classesChanged() {
      refresh();
    }

    @Override
    public void featuresChanged() {
      refresh();
    }
  }
}
