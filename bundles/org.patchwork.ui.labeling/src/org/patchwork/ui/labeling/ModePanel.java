// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Answer;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.Icons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;
import org.patchwork.ui.UiThread;

/**
 * What quick tag and question mode share: the bar of choices over the line that says what is asked,
 * the images, and what to do while there are none. A round is written before the next one is drawn;
 * drawing runs off the display thread, and until it is over keys that would start another are
 * ignored.
 */
abstract class ModePanel extends Composite implements ModeActions, AnswerSheet {
  private final OpenProject open;
  private final PageModel page;
  private final UiThread thread;
  private final Composite bar;
  private final Label question;
  private final Banner banner;
  private final ModeStage stage;
  private boolean busy;

  ModePanel(Composite parent, OpenProject open) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = new PageModel();
    this.thread = UiThread.of(this);
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    setLayout(layout);
    bar = new Composite(this, SWT.NONE);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    RowLayout row = new RowLayout(SWT.HORIZONTAL);
    row.center = true;
    bar.setLayout(row);
    question = new Label(this, SWT.NONE);
    GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
    line.horizontalIndent = 8;
    line.widthHint = 100;
    line.verticalIndent = 2;
    question.setLayoutData(line);
    banner = new Banner(this);
    banner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    banner.hide();
    stage = new ModeStage(this, open, page, this, this::clicked);
    stage.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    open.addListener(this, new Events());
  }

  /** What the panels offer but others do. */
  public interface Remedies {
    /** Lets the user make or open a project. */
    void newProject();

    /** Lets the user add images to the open project. */
    void addImages();

    /** Trains the model, so that there are predictions. */
    void train();

    /** The keys of the modes as they are bound now. */
    KeySheet.Source modeKeys();
  }

  // What a mode does.

  /** Takes class names and everything else of the open project, or of none. */
  abstract void projectChanged();

  /** Classes came, went or have other names. */
  abstract void classesChanged();

  /** Labels changed, here or elsewhere. */
  abstract void labelsChanged();

  /** Another model predicts now. */
  void predictionsChanged() {}

  /** An image was clicked. */
  abstract void clicked(int position, boolean shift);

  /** Answers the image at this place. */
  abstract void setAnswer(int position, Answer answer);

  /** The first answer of {@link #cycle()} to what the image has now. */
  abstract Answer next(Answer now);

  /** Says what is asked, how far it is answered, and enables what can be done. */
  abstract void refresh();

  // What the modes use.

  OpenProject open() {
    return open;
  }

  ProjectSession session() {
    return open.session();
  }

  boolean exclusive() {
    return session().model().getSchema().isExclusive();
  }

  PageModel page() {
    return page;
  }

  /** The images, which have the keys. */
  ThumbnailCanvas canvas() {
    return stage.canvas();
  }

  Control emptyButton() {
    return stage.emptyButton();
  }

  Composite bar() {
    return bar;
  }

  Button button(String text, String icon, String toolTip, Runnable action) {
    Button button = Buttons.push(bar, text, toolTip, action);
    button.setImage(Icons.image(button, icon));
    return button;
  }

  void ask(String text) {
    question.setText(text.replace("&", "&&"));
    question.setToolTipText(text.isEmpty() ? null : text);
  }

  /** What is asked at the moment. */
  String questionText() {
    return question.getText().replace("&&", "&");
  }

  /** What is said while there are no images; empty while there are. */
  String emptyText() {
    return stage.emptyText();
  }

  String bannerText() {
    return banner.text();
  }

  void showImages(Page images) {
    page.show(images);
    stage.showImages();
  }

  void showEmpty(String text, String buttonText, Runnable action) {
    stage.showEmpty(text, buttonText, action);
  }

  boolean showsImages() {
    return stage.emptyText().isEmpty();
  }

  boolean busy() {
    return busy;
  }

  /**
   * Waits for something that was begun for the open project; what comes back for another project is
   * dropped.
   */
  <T> void await(java.util.concurrent.CompletableFuture<T> future, Consumer<T> done) {
    ProjectSession asked = session();
    busy = true;
    refresh();
    thread.deliver(
        future,
        result -> {
          busy = false;
          if (session() == asked) {
            done.accept(result);
          }
          refresh();
        },
        error -> failed(error));
  }

  private void failed(Throwable error) {
    busy = false;
    refresh(); // OpenProject says in the banner why an edit was refused
    if (error instanceof RuntimeException) {
      ILog.of(ModePanel.class).error("The next images could not be chosen", error);
    }
  }

  @Override
  public void cycle() {
    if (answers() != null && showsImages()) {
      answerSelected(next(answers().answers().get(page.selection().cursor())));
    }
  }

  @Override
  public void exclude() {
    answerSelected(Answer.EXCLUDE);
  }

  @Override
  public void leaveOpen() {
    answerSelected(Answer.OPEN);
  }

  private void answerSelected(Answer answer) {
    if (answers() == null || !showsImages() || busy) {
      return;
    }
    for (int position : page.selection().positions()) {
      setAnswer(position, answer);
    }
    canvas().redrawRows(page.selectedRows());
    refresh();
  }

  @Override
  public boolean setFocus() {
    return !stage.isDisposed() && stage.setFocus();
  }

  private void takeProject() {
    banner.hide();
    page.clear();
    busy = false;
    stage.setClasses(session() == null ? List.of() : ClassStyle.of(session().classes()));
    canvas().setThumbnails(open.pictures());
    projectChanged();
  }

  /** To be called by the mode once its own controls are there. */
  void start() {
    takeProject();
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      takeProject();
    }

    @Override
    public void displayChanged() {
      canvas().replaceThumbnails(open.pictures());
    }

    @Override
    public void classesChanged() {
      stage.setClasses(ClassStyle.of(session().classes()));
      ModePanel.this.classesChanged();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.kind() == LabelsChanged.Kind.EDIT && !event.all() && !busy && answers() != null) {
        takeOver(event);
      }
      ModePanel.this.labelsChanged();
    }

    /** What another view just said of an image on display stands; it is not to be overwritten. */
    private void takeOver(LabelsChanged event) {
      for (int row : event.rows().length > page.page().size() ? page.page().rows() : event.rows()) {
        int position = page.page().positionOf(row);
        Answer stored =
            position < 0 ? null : answers().stored(event.labels(), position, exclusive());
        if (stored != null && !stored.equals(answers().answers().get(position))) {
          setAnswer(position, stored);
          canvas().redrawRows(row);
        }
      }
    }

    @Override
    public void predictionsChanged() {
      ModePanel.this.predictionsChanged();
    }

    @Override
    public void writeFailed(String message) {
      banner.show(message, "Try again", () -> session().retryFailed());
    }

    @Override
    public void writeRecovered() {
      banner.hide();
    }

    @Override
    public void editRefused(String message) {
      if (!banner.isShown()) {
        banner.show(message, "Close", banner::hide);
      }
    }
  }
}
