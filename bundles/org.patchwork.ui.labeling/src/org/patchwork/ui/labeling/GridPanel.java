// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.patchwork.core.RowFilter;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.EmptyState;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.ThumbnailCanvas;

/**
 * The Image Grid: the page as thumbnails with their labels, one image in full, or what to do while
 * there is no page. A label is seen when the project says that it is written; only the cells that
 * changed are painted again.
 */
public final class GridPanel extends Composite {
  private static final String READ_ONLY =
      "This project is open read-only: look around as you like, but labels stay as they are. To"
          + " label, close it wherever else it is open, or make its folder writable, and open it"
          + " again.";

  private final OpenProject open;
  private final PageModel page;
  private final Actions actions;
  private final Browser browser;
  private final GridHeader header;
  private final Banner banner;
  private final Composite stack;
  private final EmptyState empty;
  private final LabelCellPainter painter;
  private final ThumbnailCanvas canvas;
  private final FullImage full;
  private final GridFinders finders;
  private final DisplayStrip display;

  /** What the panel offers but others do. */
  public interface Actions {
    /** Lets the user make or open a project. */
    void newProject();

    /** Lets the user add images to the open project. */
    void addImages();

    /** Draws the next page as the Sampling view says. */
    void sample();

    /** Which images are listed when all are browsed. */
    RowFilter filter();
  }

  public GridPanel(Composite parent, OpenProject open, PageModel page, Actions actions) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.actions = actions;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    setLayout(layout);
    browser = new Browser(this, open, page, actions::filter);
    header = new GridHeader(this, page, browser);
    header.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    banner = new Banner(this);
    banner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    banner.hide();
    browser.onRefused(this::say);
    stack = new Composite(this, SWT.NONE);
    stack.setLayout(new StackLayout());
    stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    empty = new EmptyState(stack);
    painter = new LabelCellPainter(stack, open, page);
    canvas = new ThumbnailCanvas(stack, page, painter);
    full = new FullImage(stack, open, page);
    canvas.addListener(SWT.MouseDoubleClick, event -> openFull());
    full.onClose(this::closeFull);
    finders = new GridFinders(stack, open, page);
    header.connect(canvas, this::zoom);
    display = new DisplayStrip(this, open, page, header, canvas, full, this::setFocus);
    display.panel().moveBelow(banner);
    listen();
    refresh();
  }

  /** The grid, which has the keyboard cursor. */
  public ThumbnailCanvas canvas() {
    return canvas;
  }

  /** Shows all images instead of a drawn page. */
  Browser browser() {
    return browser;
  }

  /** Finds a class or an image by what is typed. */
  GridFinders finders() {
    return finders;
  }

  /** The controls in which the labelling keys are to work. */
  List<Control> keyControls() {
    return List.of(canvas, full, empty.button());
  }

  /** True while one image is shown in full. */
  public boolean showsFull() {
    return top() == full;
  }

  /** Shows the image under the cursor in full, or the grid again; without a page, draws one. */
  public void toggleFull() {
    if (open.session() != null && page.page().size() == 0) {
      actions.sample();
    } else if (showsFull()) {
      closeFull();
    } else {
      openFull();
    }
  }

  /** Shows the grid again; in the grid, leaves only the image under the cursor selected. */
  public void escape() {
    if (showsFull()) {
      closeFull();
    } else {
      page.select(page.selection().at(page.selection().cursor()));
    }
  }

  /** Larger or smaller images, or a closer or wider look at the one in full view. */
  public void zoom(boolean larger) {
    if (showsFull()) {
      full.zoom(larger);
    } else {
      canvas.zoom(larger);
    }
  }

  /** All of the page in sight, or all of the image. */
  public void fit() {
    if (showsFull()) {
      full.fit();
    } else {
      canvas.setColumns(ThumbnailCanvas.FIT);
    }
  }

  /** The pixels of the image one to one with those of the screen, if it is shown in full. */
  public void actualSize() {
    if (showsFull()) {
      full.actualSize();
    }
  }

  /** How the grid and the full view show images. */
  public DisplayOptions displayOptions() {
    return display.options();
  }

  /** Drops the display options down, or takes them away. */
  public void toggleDisplay() {
    display.toggle();
  }

  /** Equalises the images one looks at, or no longer. */
  public void toggleEqualized() {
    display.toggleEqualized();
  }

  /** The controls of the display options. */
  DisplayStrip display() {
    return display;
  }

  /** What the panel says while there is no page; empty while there is one. */
  public String emptyText() {
    return top() == empty ? empty.text() : "";
  }

  /** What the banner says; empty while there is none. */
  public String bannerText() {
    return banner.text();
  }

  @Override
  public boolean setFocus() {
    return !top().isDisposed() && top().setFocus(); // asked while it is disposed, too
  }

  /** Says something that went wrong, unless something worse is being said. */
  private void say(String message) {
    if (!banner.isShown()) {
      banner.show(message, "Close", banner::hide);
    }
  }

  private void openFull() {
    if (page.cursorRow() >= 0) {
      full.show(page.cursorRow());
      bringUp(full);
    }
  }

  private void closeFull() {
    full.forget();
    bringUp(page.page().size() == 0 ? empty : canvas);
    canvas.reveal(page.selection().cursor());
  }

  private void bringUp(Control control) {
    boolean focused = hasFocus(stack);
    ((StackLayout) stack.getLayout()).topControl = control;
    for (Control each : stack.getChildren()) {
      each.setVisible(each == control); // at once: what is not seen cannot take the focus
    }
    stack.layout();
    display.look(control == full ? DisplayOptions.View.FULL : DisplayOptions.View.GRID);
    if (focused || control == full) {
      control.setFocus();
    }
  }

  private boolean hasFocus(Composite parent) {
    Control focus = getDisplay().getFocusControl();
    while (focus != null && focus != parent) {
      focus = focus.getParent();
    }
    return focus != null;
  }

  private Control top() {
    return ((StackLayout) stack.getLayout()).topControl;
  }

  private void listen() {
    open.addListener(this, new ProjectEvents());
    page.addListener(this, new PageEvents());
  }

  private void refresh() {
    ProjectSession session = open.session();
    painter.setClasses(session == null ? List.of() : ClassStyle.of(session.classes()));
    display.projectChanged();
    refreshPage();
  }

  private void refreshPage() {
    header.show(open.session());
    if (page.page().size() > 0) {
      bringUp(showsFull() ? full : canvas);
      if (showsFull()) {
        full.show(page.cursorRow());
      }
      return;
    }
    sayWhatToDo(open.session());
    bringUp(empty);
  }

  private void sayWhatToDo(ProjectSession session) {
    if (session == null) {
      empty.say(
          "No project is open. A project keeps the labels of one set of images.",
          "New project…",
          actions::newProject);
    } else if (session.labels().rows() == 0) {
      empty.say("The project has no images yet.", "Add images…", actions::addImages);
    } else if (!page.page().description().isEmpty()) {
      empty.say(page.page().description(), "Sample images", actions::sample);
    } else {
      empty.say(
          "Draw a first page of images, then label them by key: 1 for the first class, 2 for the"
              + " second, and so on.",
          "Sample images",
          actions::sample);
    }
  }

  /** Follows the open project. */
  private final class ProjectEvents implements OpenProjectListener {
    @Override
    public void projectChanged() {
      banner.hide();
      refresh();
      if (open.session() != null && open.session().lookingAt() != null) {
        String then = HistoryText.moment(open.session().lookingAt());
        banner.show(then, "Back to the present", open::returnToPresent);
      } else if (open.session() != null && open.session().readOnly()) {
        say(READ_ONLY);
      }
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.all()) {
        rowsChanged(event.labels().rows());
      } else {
        canvas.redrawRows(event.rows());
      }
      full.redraw();
      header.update(event);
    }

    private void rowsChanged(int rows) {
      if (page.page().lastRow() >= rows) {
        page.clear(); // an undo took the images away again
      } else if (page.page().size() == 0) {
        refreshPage();
      }
      canvas.redraw();
    }

    @Override
    public void classesChanged() {
      painter.setClasses(ClassStyle.of(open.session().classes()));
      canvas.redraw();
      full.redraw();
    }

    @Override
    public void predictionsChanged() {
      canvas.redraw();
      full.redraw();
    }

    @Override
    public void writeFailed(String message) {
      banner.show(message, "Try again", () -> open.session().retryFailed());
    }

    @Override
    public void writeRecovered() {
      banner.hide();
    }

    @Override
    public void editRefused(String message) {
      say(message);
    }

    @Override
    public void displayChanged() {
      canvas.replaceThumbnails(open.pictures());
    }

    @Override
    public void picturesRemarked(String remark) {
      say(remark);
    }
  }

  /** Follows the page. */
  private final class PageEvents implements PageModel.Listener {
    @Override
    public void pageChanged() {
      refreshPage();
    }

    @Override
    public void selectionChanged(PageSelection before) {
      if (showsFull()) {
        full.show(page.cursorRow());
      }
      header.refresh();
    }
  }
}
