// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.learn.Algorithms;
import org.patchwork.pretraining.PretrainingRun;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.attribution.Attribution;
import org.patchwork.training.attribution.AttributionParameters;
import org.patchwork.training.attribution.AttributionPicture;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;
import org.patchwork.workflow.ProjectAttribution;
import org.patchwork.workflow.ProjectAttribution.Picture;
import org.patchwork.workflow.ProjectPretraining;

/**
 * The view What Features See: which pixels of the image that is selected in the grid make its
 * features what they are, for a pre-training run or for the features in use.
 */
public final class AttributionPanel extends Composite {
  private static final String IN_USE = "In use: ";
  private static final int MOST_NEGATIVES = 24;
  private static final String HINT =
      "Select an image in the grid and press Look: the map shows which pixels make its features"
          + " what they are. No labels are needed.";

  private final OpenProject open;
  private final PageModel pages;
  private final Algorithms algorithms;
  private final UiThread thread;
  private final StripJob job;
  private final Combo subject;
  private final Button apart;
  private final StackLayout stack = new StackLayout();
  private final Composite room;
  private final EmptyState hint;
  private final AugmentationCanvas canvas;
  private List<String> runs = List.of();

  /** The panel. */
  public AttributionPanel(
      Composite parent, OpenProject open, PageModel pages, Algorithms algorithms) {
    super(parent, SWT.NONE);
    this.open = open;
    this.pages = pages;
    this.algorithms = algorithms;
    this.thread = UiThread.of(this);
    setLayout(new GridLayout(2, false));
    job =
        new StripJob(
            this,
            "&Look",
            "attribution",
            "Show what in the selected image the features look at",
            this::look,
            () -> {},
            this::showState);
    job.strip().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    new Label(this, SWT.NONE).setText("Features of");
    subject = new Combo(this, SWT.READ_ONLY);
    subject.setToolTipText("The features in use, or those of a pre-training run");
    subject.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    apart = new Button(this, SWT.CHECK);
    apart.setText("Apart from the other selected images");
    apart.setToolTipText(
        "What the image shares with the others that are selected counts against it");
    apart.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1)); // fits narrow views
    room = new Composite(this, SWT.NONE);
    room.setLayout(stack);
    room.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    hint = new EmptyState(room);
    hint.say(HINT);
    canvas = new AugmentationCanvas(room);
    ThemeColors.current().onChange(this, canvas::redraw);
    stack.topControl = hint;
    listen();
    readRuns();
  }

  private void listen() {
    OpenProjectListener projects = new Events();
    PageModel.Listener selections =
        new PageModel.Listener() {
          @Override
          public void pageChanged() {
            showState();
          }

          @Override
          public void selectionChanged(PageSelection before) {
            showState();
          }
        };
    open.addListener(this, projects);
    pages.addListener(this, selections);
  }

  /** Reads the runs of the project in the background. */
  private void readRuns() {
    ProjectSession session = open.session();
    if (session == null) {
      offer(List.of());
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> runs(session)),
        runs -> {
          if (open.session() == session && !isDisposed()) {
            offer(runs);
          }
        },
        error -> ILog.of(AttributionPanel.class).warn("The runs could not be read", error));
  }

  private static List<String> runs(ProjectSession session) {
    try {
      return ProjectPretraining.runs(session).all().stream()
          .filter(PretrainingRun::trained)
          .map(PretrainingRun::name)
          .toList();
    } catch (PatchworkException e) {
      throw new CompletionException(e);
    }
  }

  private void offer(List<String> names) {
    runs = names;
    ProjectSession session = open.session();
    FeatureSet features = session == null ? null : session.activeFeatures();
    List<String> items = new ArrayList<>();
    if (features != null) {
      items.add(IN_USE + features.id());
    }
    items.addAll(names);
    String before = subject.getText();
    if (!items.equals(List.of(subject.getItems()))) {
      subject.setItems(items.toArray(String[]::new));
      subject.select(Math.max(0, items.indexOf(before)));
      subject.requestLayout();
    }
    showState();
  }

  /** Name of the run that is asked about; empty for the features in use. */
  private String run() {
    return runs.contains(subject.getText()) ? subject.getText() : "";
  }

  /** Why nothing can be looked at at the moment, in a sentence; empty if it can. */
  private Optional<String> obstacle() {
    if (open.session() == null) {
      return Optional.of("Open a project to see what features look at.");
    } else if (subject.getItemCount() == 0) {
      return Optional.of("There are no features to ask about: compute some, or pre-train.");
    }
    return pages.cursorRow() < 0 ? Optional.of("Select an image in the grid.") : Optional.empty();
  }

  private void showState() {
    if (canvas == null || isDisposed()) {
      return; // under construction
    }
    apart.setEnabled(pages.selection().count() > 1);
    job.show(obstacle());
  }

  /** Looks at the selected image; nothing happens while it is doing so, or if it cannot. */
  public void look() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    ImageSource images = session.images(new ImageLoader(open.readers()));
    int row = pages.cursorRow();
    List<Picture> others = others(images, row);
    String run = run();
    String title = subject.getText();
    job.start(
        new StripJob.Task<>(
            "What features see",
            "Opening the extractor …",
            monitor ->
                new ProjectAttribution(session, algorithms)
                    .attribute(
                        run,
                        new Picture(images, row),
                        others,
                        new AttributionParameters(),
                        monitor),
            found -> show(found, session.labels().path(row), title),
            "Cancelled."));
  }

  /** The other selected images, if they are to be told apart from. */
  private List<Picture> others(ImageSource images, int row) {
    List<Picture> others = new ArrayList<>();
    if (apart.getSelection() && apart.getEnabled()) {
      for (int other : pages.selectedRows()) {
        if (other != row && others.size() < MOST_NEGATIVES) {
          others.add(new Picture(images, other));
        }
      }
    }
    return others;
  }

  /** Shows the panels, and says what they are. */
  private String show(Attribution found, String path, String title) {
    List<ImagePatch> panels = AttributionPicture.of(found).panels();
    canvas.show(new AugmentationPlot(panels.size(), panels));
    stack.topControl = canvas;
    room.layout();
    double difference = found.score() - found.blackScore();
    return String.format(
        Locale.ENGLISH,
        "%s, %s. The lines enclose ¼, ½ and ¾ of the most; %.0f %% explained.",
        path,
        title,
        100 * found.explained() / difference);
  }

  private void forget() {
    canvas.show(null);
    stack.topControl = hint;
    room.layout();
  }

  RunStrip strip() {
    return job.strip();
  }

  Combo subject() {
    return subject;
  }

  Button apart() {
    return apart;
  }

  AugmentationCanvas canvas() {
    return canvas;
  }

  Control shown() {
    return stack.topControl;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !subject.isDisposed() && subject.setFocus();
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      job.forget();
      forget();
      readRuns();
    }

    @Override
    public void runsChanged() {
      readRuns();
    }

    @Override
    public void featuresChanged() {
      readRuns();
    }
  }
}
