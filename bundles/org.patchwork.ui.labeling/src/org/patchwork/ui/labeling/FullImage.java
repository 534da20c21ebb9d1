// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ProjectPictures.FullPicture;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * One image in full: zoom to its pixels by wheel, pan by dragging. A row that is a window of a
 * larger image is shown inside that image, with a frame around it. The labelling keys work here as
 * in the grid; left and right go to the images before and after on the page.
 */
final class FullImage extends Canvas {
  private static final int CAPTION = 22;

  private final OpenProject open;
  private final PageModel page;
  private final UiThread thread;
  private final TextStamps texts;
  private final Viewport viewport = new Viewport();
  private Runnable closed = () -> {};
  private int row = -1;
  private FullPicture picture;
  private Image image;
  private int dragX;
  private int dragY;
  private boolean dragging;

  FullImage(Composite parent, OpenProject open, PageModel page) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.open = open;
    this.page = page;
    this.thread = UiThread.of(this);
    this.texts = new TextStamps(this, getFont());
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> fit());
    addListener(SWT.MouseVerticalWheel, this::wheel);
    addListener(SWT.MouseDown, this::startDrag);
    addListener(SWT.MouseMove, this::drag);
    addListener(SWT.MouseUp, event -> dragging = false);
    addListener(SWT.MouseDoubleClick, event -> closed.run());
    addListener(SWT.KeyDown, this::keyDown);
    addDisposeListener(event -> setImage(null));
  }

  /** Told when the user wants the grid back. */
  void onClose(Runnable listener) {
    closed = listener;
  }

  /** Shows the image of this row. */
  void show(int newRow) {
    if (newRow == row && picture != null) {
      redraw();
      return;
    }
    row = newRow;
    picture = null;
    redraw();
    if (open.session() == null || newRow < 0 || newRow >= open.session().labels().rows()) {
      return;
    }
    thread.deliver(
        open.pictures().full(newRow), loaded -> take(newRow, loaded), error -> fail(newRow, error));
  }

  /** All of the image, or if it is a window and all of the parent is in sight, the window. */
  void fit() {
    if (image == null) {
      return;
    }
    Rectangle bounds = image.getBounds();
    Rectangle area = pictureArea();
    Rectangle window = windowInPicture();
    if (window != null && !viewport.shows(window, area)) {
      viewport.fit(window, area, 0.6);
    } else {
      viewport.fit(bounds, area, 1);
    }
    redraw();
  }

  void zoom(boolean closer) {
    Rectangle area = pictureArea();
    viewport.zoom(closer, area.width / 2, area.height / 2);
    redraw();
  }

  /** Where the picture is shown: everything over the caption. */
  private Rectangle pictureArea() {
    Rectangle area = getClientArea();
    return new Rectangle(0, 0, Math.max(1, area.width), Math.max(1, area.height - CAPTION));
  }

  private void take(int loadedRow, FullPicture loaded) {
    if (loadedRow != row) {
      return; // the user went on
    }
    picture = loaded;
    setImage(loaded.pixels().failed() ? null : toImage(loaded));
    viewport.forget();
    fit();
    redraw();
  }

  private void fail(int failedRow, Throwable error) {
    if (failedRow == row) {
      take(
          row, new FullPicture(org.patchwork.image.Thumbnail.failed(error.toString()), null, null));
    }
  }

  private Image toImage(FullPicture loaded) {
    PaletteData rgb = new PaletteData(0xff0000, 0xff00, 0xff);
    return new Image(
        getDisplay(),
        new ImageData(
            loaded.pixels().width(), loaded.pixels().height(), 24, rgb, 1, loaded.pixels().rgb()));
  }

  private void setImage(Image newImage) {
    if (image != null) {
      image.dispose();
    }
    image = newImage;
  }

  /**
   * The row's window in pixels of the picture, which may be smaller than the file; null without a
   * window.
   */
  private Rectangle windowInPicture() {
    if (picture == null || picture.window() == null || image == null) {
      return null;
    }
    double scale = (double) image.getBounds().width / picture.size().width();
    return new Rectangle(
        (int) Math.round(picture.window().x() * scale),
        (int) Math.round(picture.window().y() * scale),
        (int) Math.max(1, Math.round(picture.window().width() * scale)),
        (int) Math.max(1, Math.round(picture.window().height() * scale)));
  }

  private void paint(Event event) {
    ThemeColors colors = ThemeColors.current();
    GC gc = event.gc;
    Rectangle area = getClientArea();
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.fillRectangle(area);
    if (image != null) {
      Rectangle bounds = image.getBounds();
      Rectangle target = viewport.toScreen(bounds);
      gc.setInterpolation(viewport.magnified() ? SWT.NONE : SWT.HIGH);
      gc.drawImage(
          image,
          0,
          0,
          bounds.width,
          bounds.height,
          target.x,
          target.y,
          target.width,
          target.height);
      paintWindow(gc, colors);
    }
    paintCaption(gc, area, colors);
  }

  private void paintWindow(GC gc, ThemeColors colors) {
    Rectangle window = windowInPicture();
    if (window != null) {
      Rectangle frame = viewport.toScreen(window);
      gc.setForeground(colors.get(ThemeColor.CELL));
      gc.setLineWidth(4);
      gc.drawRectangle(frame);
      gc.setForeground(colors.get(ThemeColor.SELECTION));
      gc.setLineWidth(2);
      gc.drawRectangle(frame);
    }
  }

  private void paintCaption(GC gc, Rectangle area, ThemeColors colors) {
    ProjectSession session = open.session();
    gc.setBackground(colors.get(ThemeColor.CELL));
    gc.fillRectangle(0, area.height - CAPTION, area.width, CAPTION);
    if (session == null || row < 0 || row >= session.labels().rows()) {
      return;
    }
    CellFacts facts =
        CellFacts.of(
            session.labels(),
            session.predictions(),
            ClassStyle.of(session.classes()),
            row,
            page.focusClass());
    Rectangle line = new Rectangle(8, area.height - CAPTION + 2, area.width / 2, CAPTION - 4);
    Chips.paint(gc, texts, line, facts, colors);
    String text = caption(session, facts);
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.drawText(text, area.width - gc.textExtent(text).x - 8, line.y + 1, true);
    if (picture != null && picture.pixels().failed()) {
      gc.setForeground(colors.get(ThemeColor.EXCLUDED));
      gc.drawText("\u26a0 " + picture.pixels().error(), 16, 16, true);
    }
  }

  private String caption(ProjectSession session, CellFacts facts) {
    String flags =
        (facts.excluded() ? "excluded · " : "") + (facts.validation() ? "validation · " : "");
    String predicted =
        facts.shownClass() == null
            ? ""
            : facts.shownClass().name() + " " + facts.probabilityText() + " · ";
    String percent = image == null ? "" : Math.round(viewport.scale() * 100) + " % · ";
    return flags + predicted + percent + session.labels().path(row) + " · Esc: back to the page";
  }

  private void wheel(Event event) {
    event.doit = false;
    viewport.zoom(event.count > 0, event.x, event.y);
    redraw();
  }

  private void startDrag(Event event) {
    forceFocus();
    dragging = event.button == 1;
    dragX = event.x;
    dragY = event.y;
  }

  private void drag(Event event) {
    if (dragging) {
      viewport.move(event.x - dragX, event.y - dragY);
      dragX = event.x;
      dragY = event.y;
      redraw();
    }
  }

  private void keyDown(Event event) {
    int cursor = page.selection().cursor();
    if (event.keyCode == SWT.ARROW_LEFT) {
      page.select(page.selection().at(cursor - 1));
    } else if (event.keyCode == SWT.ARROW_RIGHT) {
      page.select(page.selection().at(cursor + 1));
    }
  }
}
