// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.image.ImageReference;
import org.patchwork.image.Window;
import org.patchwork.image.display.DisplaySettings;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColors;

/**
 * One image in full, zoomed and moved by {@link FullGestures}. A row that is a window of a larger
 * image is shown inside that image: outlined, with the rest dimmed and the other windows of the
 * image to be clicked. The labelling keys work here as in the grid.
 */
final class FullImage extends Canvas {
  private static final double WINDOW_SHARE = 0.6;

  private final OpenProject open;
  private final PageModel page;
  private final Viewport viewport = new Viewport();
  private final FullPicture picture;
  private final FullPainter painter;
  private Runnable closed = () -> {};
  private DisplaySettings settings = DisplayOptions.View.FULL.usual();
  private int row = -1;
  private Path file;
  private Window window;
  private Neighbours neighbours = Neighbours.NONE;
  private boolean placed;

  FullImage(Composite parent, OpenProject open, PageModel page) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.open = open;
    this.page = page;
    this.picture = new FullPicture(this, viewport, this::redraw);
    this.painter = new FullPainter(open, page, viewport, new TextStamps(this, getFont()));
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> refit());
    new FullGestures(this, viewport);
    addListener(SWT.MouseDoubleClick, event -> closed.run());
    ThemeColors.current().onChange(this, this::redraw);
  }

  /** Told when the user wants the grid back. */
  void onClose(Runnable listener) {
    closed = listener;
  }

  /** Shows images as these settings say, from now on. */
  void setSettings(DisplaySettings newSettings) {
    settings = newSettings;
    if (row >= 0 && !picture.opening()) { // what is being read is shown so when it comes
      load(true);
    }
  }

  /** Shows the image of this row. */
  void show(int newRow) {
    ProjectSession session = open.session();
    if (session == null || newRow < 0 || newRow >= session.labels().rows()) {
      forget();
      return;
    }
    ImageReference reference = session.image(newRow);
    boolean sameFile = reference.file().equals(file);
    boolean sameRow = newRow == row;
    row = newRow;
    file = reference.file();
    window = reference.window();
    neighbours = sameRow ? neighbours : Neighbours.of(session.labels(), newRow);
    if (sameFile && picture.size() != null) {
      if (!sameRow) {
        place(); // the picture is on the screen already
      }
    } else if (!sameFile || !picture.opening()) {
      viewport.forget();
      placed = false;
      load(false);
    }
    redraw();
  }

  /** Lets go of the image, because the grid is shown again or the project is closed. */
  void forget() {
    row = -1;
    file = null;
    neighbours = Neighbours.NONE;
    picture.clear();
    redraw();
  }

  private void load(boolean keep) {
    DisplaySettings asked = settings;
    picture.open(
        open.pictures().closeLook(),
        row,
        asked,
        keep,
        () -> {
          if (!asked.equals(settings)) {
            load(true);
          }
          if (!placed) {
            placed = true;
            fit();
          }
          redraw();
        });
  }

  /** All of the image, or if it is a window and that does not fill the view yet, the window. */
  void fit() {
    if (picture.bounds() == null) {
      return;
    }
    Rectangle part = windowRectangle();
    if (part != null && !part.equals(viewport.fitted())) {
      viewport.fit(part, pictureArea(), WINDOW_SHARE);
    } else {
      viewport.fit(picture.bounds(), pictureArea(), 1);
    }
    redraw();
  }

  /** One pixel of the image for each point of the screen. */
  void actualSize() {
    viewport.actualSize(pictureArea());
    moved();
  }

  void zoom(boolean closer) {
    Rectangle area = pictureArea();
    viewport.zoom(closer, area.width / 2, area.height / 2);
    moved();
  }

  /** Brings another window of the same image into the middle, at the same zoom. */
  private void place() {
    Rectangle part = windowRectangle();
    if (viewport.fitted() != null) {
      viewport.forget();
      fit();
    } else if (part != null) {
      viewport.center(part, pictureArea());
    }
  }

  private void refit() {
    Rectangle part = viewport.fitted();
    if (part != null && picture.bounds() != null) {
      boolean whole = part.equals(picture.bounds());
      viewport.fit(part, pictureArea(), whole ? 1 : WINDOW_SHARE);
    }
    redraw();
  }

  /** Goes so many images on from the one that is shown, on the page. */
  void step(int images) {
    page.select(page.selection().at(page.selection().cursor() + images));
  }

  /** Shows what the viewport says now. */
  void moved() {
    if (picture.bounds() != null) {
      viewport.keepInSight(picture.bounds(), pictureArea());
    }
    redraw();
  }

  /** Where the picture is shown: everything over the caption. */
  Rectangle pictureArea() {
    Rectangle area = getClientArea();
    return new Rectangle(
        0, 0, Math.max(1, area.width), Math.max(1, area.height - FullPainter.CAPTION));
  }

  private Rectangle windowRectangle() {
    if (window == null || picture.size() == null) {
      return null;
    }
    Window inside = window.clip(picture.size());
    return inside == null
        ? null
        : new Rectangle(inside.x(), inside.y(), inside.width(), inside.height());
  }

  private void paint(Event event) {
    ThemeColors colors = ThemeColors.current();
    painter.begin(event.gc, getClientArea(), colors);
    picture.paint(event.gc, pictureArea());
    if (picture.error() != null) {
      painter.error(event.gc, pictureArea(), picture.error(), colors);
    } else if (picture.bounds() == null && file != null) {
      painter.reading(event.gc, pictureArea(), String.valueOf(file.getFileName()), colors);
    } else if (windowRectangle() != null) {
      painter.window(event.gc, pictureArea(), windowRectangle(), picture.bounds(), colors);
      painter.neighbours(event.gc, pictureArea(), neighbours, row, colors);
      painter.frame(event.gc, windowRectangle(), colors);
    }
    painter.caption(event.gc, getClientArea(), row, picture.bounds() != null, colors);
  }

  /** The row of another window under this point of the screen, or −1. */
  int neighbourAt(int x, int y) {
    if (picture.bounds() == null) {
      return -1;
    }
    Point pixel = viewport.toPicture(x, y);
    int other = neighbours.rowAt(pixel.x, pixel.y);
    return other == row ? -1 : other;
  }

  /** Goes to another window; if it is not on the page, over the list of all of the image. */
  void goTo(int other) {
    if (page.page().positionOf(other) < 0) {
      int[] rows = neighbours.rows().stream().mapToInt(Integer::intValue).toArray();
      String name = String.valueOf(file.getFileName());
      page.show(Page.browsed(rows, "", rows.length + " windows of " + name));
    }
    page.select(page.selection().at(page.page().positionOf(other)));
  }

  /** For tests: what is on the screen. */
  FullPicture picture() {
    return picture;
  }

  Viewport viewport() {
    return viewport;
  }
}
