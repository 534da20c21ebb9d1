// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.map.FeatureMap;
import org.patchwork.training.map.FeatureMapService;
import org.patchwork.training.map.MapParameters;
import org.patchwork.training.map.PointMark;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.Palette;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.UiThread;

/**
 * The Feature Map view: images as points, similar ones near each other, with what the model makes
 * of them for a class. A line drawn around points shows their images in the grid, the most wrong
 * first. The map stays while labels, class and model change; only its marks follow them.
 */
public final class MapPanel extends Composite {
  /** Id under which labels are recorded that were given to images chosen on the map. */
  public static final String SOURCE = "feature-map";

  private static final int MOST_IMAGES = 400;
  private static final int UPDATE_MILLIS = 100;
  private static final int BY_CLASS = 0;

  private final OpenProject open;
  private final PageModel page;
  private final FeatureMapService service;
  private final UiThread thread;
  private final UiThread.Update update;
  private final StripJob job;
  private final ClassChoice classes;
  private final Combo colorCombo;
  private final ParameterForm<MapParameters> form;
  private final SettingsPane scroll;
  private final MapCanvas canvas;
  private FeatureMap map;
  private MapMarks shown;

  /**
   * The panel.
   *
   * @param computeFeatures what the link beside the sentence about missing features does
   */
  public MapPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      FeatureMapService service,
      Runnable computeFeatures) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.service = service;
    this.thread = UiThread.of(this);
    this.update = thread.coalesced(UPDATE_MILLIS, this::showMarks);
    setLayout(new GridLayout());
    job =
        new StripJob(
            this,
            "&Update map",
            "map",
            "Lay the images out by their features",
            this::compute,
            computeFeatures,
            this::showJob);
    SashForm sash = new SashForm(this, SWT.HORIZONTAL);
    sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    scroll = new SettingsPane(sash);
    Composite settings = new Composite(scroll, SWT.NONE);
    settings.setLayout(new GridLayout(2, false));
    new Label(settings, SWT.NONE).setText("Class");
    classes = new ClassChoice(settings, "Class whose errors are marked", this::showMarks);
    new Label(settings, SWT.NONE).setText("Colour");
    colorCombo = new Combo(settings, SWT.READ_ONLY);
    colorCombo.setToolTipText("What the colour of a point means");
    colorCombo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    colorCombo.setItems("by class", "by subset");
    colorCombo.select(BY_CLASS);
    colorCombo.addListener(SWT.Selection, event -> showMarks());
    form = new ParameterForm<>(settings, MapParameters.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    form.addChangeListener(this::showState);
    scroll.setContent(settings);
    canvas = new MapCanvas(sash, this::sendToGrid);
    sash.setWeights(1, 3);
    listen();
    refresh();
  }

  private void listen() {
    Events events = new Events();
    open.addListener(this, events);
    page.addListener(this, events);
  }

  /** Marks what the model makes of this class, by its stable id. */
  public void choose(String id) {
    classes.choose(id);
    showMarks();
  }

  /** Takes the classes of the open project. */
  private void refresh() {
    ProjectSession session = open.session();
    classes.take(session);
    boolean subsets = session != null && !session.labels().subsets().isEmpty();
    colorCombo.setEnabled(subsets);
    if (!subsets) {
      colorCombo.select(BY_CLASS);
    }
    showState();
    showMarks();
  }

  private Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to see its images laid out.");
    } else if (session.activeFeatures() == null) {
      return Optional.of("The map shows features of the images; compute them first.");
    }
    return form.problem();
  }

  private void showState() {
    scroll.fit();
    Optional<String> obstacle = obstacle();
    RunStrip strip = job.strip();
    strip.setStartEnabled(!job.running() && obstacle.isEmpty());
    if (job.running()) {
      return;
    }
    if (open.session() != null && open.session().activeFeatures() == null) {
      strip.say(obstacle.orElseThrow(), "Compute features…");
    } else if (obstacle.isPresent()) {
      strip.say(obstacle.get());
    } else if (map == null) {
      strip.say("Lay images out to see where the model errs; draw a line around some to label.");
    }
  }

  /** Lays the images out; nothing happens while that is being done, or cannot be. */
  public void compute() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    MapParameters parameters = form.value();
    job.start(
        new StripJob.Task<>(
            "Map of " + session.name(),
            "Reading features …",
            monitor -> compute(session, parameters, monitor),
            this::take,
            ""));
  }

  private FeatureMap compute(
      ProjectSession session, MapParameters parameters, IProgressMonitor monitor)
      throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    try (FeatureMatrix matrix = features.open()) {
      return service.compute(matrix, features.id(), session.labels(), parameters, monitor);
    }
  }

  /** The sentence is that of the marks. */
  private String take(FeatureMap result) {
    map = result;
    canvas.setPictures(open.pictures());
    return "";
  }

  private void showJob() {
    showState();
    if (!job.running()) {
      showMarks();
    }
  }

  /** Draws the points by today's labels and predictions. */
  private void showMarks() {
    ProjectSession session = open.session();
    LabelClass chosen = classes.get();
    if (session == null || map == null || chosen == null) {
      shown = null;
      canvas.show(null, new PointMark[0], point -> null, point -> "");
      return;
    }
    shown =
        MapMarks.of(map, session.labels(), session.predictions(), chosen.getId(), chosen.getName());
    canvas.show(map, shown.marks(), colors(shown, chosen), shown::caption);
    if (!job.running()) {
      job.strip().say(shown.text());
    }
  }

  private IntFunction<RGB> colors(MapMarks marks, LabelClass chosen) {
    if (colorCombo.getSelectionIndex() == BY_CLASS) {
      RGB present = Palette.rgb(chosen.getColor());
      return point -> marks.marks()[point].label() == LabelTable.PRESENT ? present : null;
    }
    List<String> palette = Palette.colors();
    return point -> {
      int subset = marks.labels().subsetIndex(map.rows()[point]);
      return subset < 0 ? null : Palette.rgb(palette.get(subset % palette.size()));
    };
  }

  /** Shows images in the grid, the most surprising first. */
  private void sendToGrid(int[] points) {
    if (open.session() == null || shown == null) {
      return;
    }
    int[] rows = shown.rows(points, MOST_IMAGES);
    String text =
        String.format(Locale.ENGLISH, "%,d images chosen on the feature map", points.length);
    if (rows.length < points.length) {
      text += String.format(Locale.ENGLISH, "; the %,d most surprising are shown", rows.length);
    }
    page.setFocusClass(classes.id());
    page.show(Page.of(rows, SOURCE, text));
  }

  RunStrip strip() {
    return job.strip();
  }

  MapCanvas canvas() {
    return canvas;
  }

  ParameterForm<MapParameters> form() {
    return form;
  }

  FeatureMap map() {
    return map;
  }

  @Override
  public boolean setFocus() {
    return !isDisposed() && (job.strip().setFocus() || canvas.setFocus());
  }

  /** Follows the open project and the page. */
  private final class Events implements OpenProjectListener, PageModel.Listener {
    @Override
    public void projectChanged() {
      map = null;
      job.forget();
      canvas.setPictures(null);
      refresh();
    }

    @Override
    public void classesChanged() {
      refresh();
    }

    @Override
    public void featuresChanged() {
      if (map != null
          && (open.session().activeFeatures() == null
              || !open.session().activeFeatures().id().equals(map.featureSet()))) {
        map = null;
      }
      refresh();
    }

    @Override
    public void predictionsChanged() {
      showMarks();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      update.request();
    }

    @Override
    public void displayChanged() {
      canvas.setPictures(open.pictures());
    }

    @Override
    public void focusClassChanged() {
      if (page.focusClass() != null && !page.focusClass().equals(classes.id())) {
        choose(page.focusClass());
      }
    }
  }
}
