// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.Algorithms;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;
import org.patchwork.workflow.TextSearch;

/**
 * The view Find by Words: what to look for, and with the models of which run. What is found is
 * shown in the grid, the nearest first, ready to be labelled.
 */
public final class TextSearchPanel extends Composite {
  /** Id under which labels are recorded that are given to what was found. */
  public static final String SOURCE = "find";

  private static final int FIRST_COUNT = 24;
  private static final int MOST = 400;
  private static final String NO_RUN =
      "Images are found by words once a run has learnt them: pre-train with CLIP or LiT and a file"
          + " of captions.";

  private final OpenProject open;
  private final PageModel page;
  private final Algorithms algorithms;
  private final ImageLoader loader;
  private final UiThread thread;
  private final StripJob job;
  private final Text text;
  private final Combo run;
  private final Spinner count;

  /**
   * The panel.
   *
   * @param loader reads images with the installed readers
   */
  public TextSearchPanel(
      Composite parent,
      OpenProject open,
      PageModel page,
      Algorithms algorithms,
      ImageLoader loader) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.algorithms = algorithms;
    this.loader = loader;
    this.thread = UiThread.of(this);
    setLayout(new GridLayout(2, false));
    job =
        new StripJob(
            this,
            "&Find",
            "find",
            "Show the images nearest to the words",
            this::find,
            () -> {},
            this::showState);
    job.strip().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    text = field("Words", new Text(this, SWT.BORDER | SWT.SEARCH));
    text.setMessage("a red can");
    text.addListener(SWT.Modify, event -> showState());
    text.addListener(SWT.DefaultSelection, event -> find());
    run = field("Run", new Combo(this, SWT.READ_ONLY));
    run.setToolTipText("The pre-training run that has learnt images and texts");
    count =
        field("Images", Sections.spinner(this, 1, MOST, FIRST_COUNT, "Number of images to show"));
    open.addListener(this, new Events());
    readRuns();
  }

  /** A field has been made last; its label is put before it. */
  private <C extends org.eclipse.swt.widgets.Control> C field(String name, C control) {
    Label label = new Label(this, SWT.NONE);
    label.setText(name);
    label.moveAbove(control);
    boolean wide = !(control instanceof Spinner);
    control.setLayoutData(new GridData(wide ? SWT.FILL : SWT.LEFT, SWT.CENTER, wide, false));
    return control;
  }

  /** Reads the runs of the project in the background. */
  private void readRuns() {
    ProjectSession session = open.session();
    if (session == null) {
      show(List.of());
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> runs(session)),
        runs -> {
          if (open.session() == session && !isDisposed()) {
            show(runs);
          }
        },
        error -> ILog.of(TextSearchPanel.class).warn("The runs could not be read", error));
  }

  private static List<String> runs(ProjectSession session) {
    try {
      return TextSearch.runs(session);
    } catch (PatchworkException e) {
      throw new CompletionException(e);
    }
  }

  private void show(List<String> runs) {
    String before = run.getText();
    run.setItems(runs.toArray(String[]::new));
    run.select(Math.max(0, runs.indexOf(before)));
    showState();
  }

  /** Why nothing can be found at the moment, in a sentence; empty if it can. */
  private Optional<String> obstacle() {
    ProjectSession session = open.session();
    if (session == null) {
      return Optional.of("Open a project to find its images by words.");
    } else if (session.readOnly()) {
      return Optional.of("The project is open read-only, so its images cannot be embedded.");
    } else if (run.getItemCount() == 0) {
      return Optional.of(NO_RUN);
    }
    return text.getText().isBlank() ? Optional.of("Say what to look for.") : Optional.empty();
  }

  private void showState() {
    if (count == null || isDisposed()) {
      return; // under construction
    }
    job.show(obstacle());
  }

  /** Looks for the words; nothing happens while it is doing so, or if it cannot. */
  public void find() {
    if (job.running() || obstacle().isPresent()) {
      return;
    }
    ProjectSession session = open.session();
    TextSearch search = new TextSearch(session, loader, algorithms);
    String name = run.getText();
    String words = text.getText().strip();
    int wanted = count.getSelection();
    job.start(
        new StripJob.Task<>(
            "Find " + words,
            "Reading …",
            monitor -> search.find(name, words, wanted, monitor),
            found -> show(found, words),
            "Cancelled; what is embedded is kept."));
  }

  /** Shows what was found in the grid, and says what it is. */
  private String show(TextSearch.Found found, String words) {
    int last = found.rows().length - 1;
    if (last < 0) {
      return "There are no images that could be found.";
    }
    String sentence =
        String.format(
            Locale.ENGLISH,
            "%,d images nearest to \"%s\", cosines from %.2f to %.2f",
            found.rows().length,
            words,
            found.cosines()[0],
            found.cosines()[last]);
    page.show(new Page(found.rows(), found.cosines(), SOURCE, sentence));
    return sentence + ".";
  }

  RunStrip strip() {
    return job.strip();
  }

  Text text() {
    return text;
  }

  Combo run() {
    return run;
  }

  boolean running() {
    return job.running();
  }

  @Override
  public boolean setFocus() {
    return !text.isDisposed() && text.setFocus();
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      job.forget();
      readRuns();
    }

    @Override
    public void runsChanged() {
      readRuns();
    }
  }
}
