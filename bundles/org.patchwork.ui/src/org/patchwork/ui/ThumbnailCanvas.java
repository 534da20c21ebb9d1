// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.ui.GridGeometry.Area;

/**
 * The page as a grid of thumbnails. Draws only what is in sight, asks for thumbnails in the
 * background, and holds a bounded number of SWT images however many rows the project has. Mouse and
 * keys change the {@link PageModel}, never the canvas itself; it repaints the cells that the model
 * says have changed.
 */
public final class ThumbnailCanvas extends Canvas {
  /** Number of columns that means: as many as let the whole page be seen. */
  public static final int FIT = 0;

  private static final long POOL_BYTES = 128L << 20;
  private static final int MOST_COLUMNS = 30;

  /** More changed rows than a screen shows are repainted as one. */
  private static final int MOST_SINGLE_REPAINTS = 500;

  private final PageModel model;
  private final CellPainter painter;
  private final ThumbnailPool pool;
  private final GridMouse mouse;
  private final LongScroll scroll;
  private final UiThread.Update wish;
  private GridGeometry geometry = GridGeometry.columns(0, 1, 1, 0);
  private int columns = FIT;
  private boolean downwards = true;
  private Runnable columnsListener = () -> {};

  public ThumbnailCanvas(Composite parent, PageModel model, CellPainter painter) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
    this.model = model;
    this.painter = painter;
    this.pool = new ThumbnailPool(this, POOL_BYTES, row -> redrawRows(row));
    this.scroll = new LongScroll(getVerticalBar(), this::scrolled);
    this.wish = UiThread.of(this).coalesced(0, this::sayWhatIsWanted);
    this.mouse = new GridMouse(this, model, new GridDrag(this, model));
    new GridKeys(this, model);
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> resized());
    addListener(SWT.FocusIn, event -> redrawPosition(model.selection().cursor()));
    addListener(SWT.FocusOut, event -> redrawPosition(model.selection().cursor()));
    ThemeColors.current().onChange(this, this::redraw);
    model.addListener(this, new ModelListener());
    layOut();
  }

  /** Takes thumbnails from this source, or with null shows none. */
  public void setThumbnails(ThumbnailSource source) {
    pool.setSource(source);
    redraw();
  }

  /**
   * Takes other thumbnails of the same rows; those on the screen stay until their successors come.
   */
  public void replaceThumbnails(ThumbnailSource source) {
    pool.replaceSource(source);
    redraw();
  }

  /** Tries again to read images that failed. */
  public void retryFailed() {
    pool.forgetFailures();
    redraw();
  }

  /** Number of columns asked for, {@link #FIT} for as many as let the whole page be seen. */
  public int columns() {
    return columns;
  }

  /** Number of columns on display. */
  public int shownColumns() {
    return geometry.columns();
  }

  /** Asks for a number of columns, or {@link #FIT}; what is looked at stays in sight. */
  public void setColumns(int wanted) {
    int anchor = anchor();
    columns = Math.max(FIT, Math.min(MOST_COLUMNS, wanted));
    layOut();
    reveal(anchor);
    columnsListener.run();
  }

  /** Larger images (one column less) or smaller ones. */
  public void zoom(boolean larger) {
    setColumns(Math.max(1, shownColumns() + (larger ? -1 : 1)));
  }

  /** Zooms so that the image under the pointer stays under it, as far as that can be. */
  void zoomAt(boolean larger, int x, int y) {
    int position = positionAt(x, y);
    if (position < 0) {
      zoom(larger);
      return;
    }
    int above = cellBounds(position).y;
    zoom(larger);
    scroll.to(geometry.top(position) - above);
  }

  /** Told after the number of columns changed. */
  public void onColumnsChanged(Runnable listener) {
    columnsListener = listener;
  }

  /** Repaints the cells of these rows, if they are in sight. */
  public void redrawRows(int... rows) {
    mouse.refreshToolTip();
    if (rows.length > MOST_SINGLE_REPAINTS) {
      redraw();
      return;
    }
    for (int row : rows) {
      redrawPosition(model.page().positionOf(row));
    }
  }

  /** Area of the cell at a place of the page, in coordinates of the canvas. */
  public Rectangle cellBounds(int position) {
    return geometry.cell(position, scroll.at());
  }

  /** Scrolls until the cell is in sight. */
  public void reveal(int position) {
    if (position < 0 || position >= geometry.count()) {
      return;
    }
    long top = geometry.top(position) - GridGeometry.GAP;
    long bottom = top + geometry.rowHeight() + GridGeometry.GAP;
    int height = getClientArea().height;
    if (top < scroll.at()) {
      scroll.to(top);
    } else if (bottom > scroll.at() + height) {
      scroll.to(Math.min(top, bottom - height));
    }
  }

  /** Moves what is in sight, and the cursor with it, by one screen. */
  public void turnScreen(boolean forward) {
    int cursor = model.selection().cursor();
    scrollByScreen(forward);
    model.select(model.selection().at(screenAway(cursor, forward)));
  }

  /** Where the cursor comes by a screen on or back; it stays in its column if it can. */
  int screenAway(int cursor, boolean forward) {
    int screen = visibleRows() * geometry.columns();
    return forward
        ? Math.min(geometry.count() - 1, cursor + screen)
        : Math.max(Math.min(cursor, cursor % geometry.columns()), cursor - screen);
  }

  /** Moves what is in sight by one screen. */
  void scrollByScreen(boolean forward) {
    long screen = (long) visibleRows() * geometry.rowHeight();
    scroll.to(scroll.at() + (forward ? screen : -screen));
  }

  /** The first place of which anything is in sight; 0 on an empty page. */
  public int firstInSight() {
    return Math.min(geometry.firstIn(inSight()), Math.max(0, geometry.count() - 1));
  }

  /** Edge in pixels in which thumbnails are asked for at this zoom. */
  public int thumbnailSize() {
    return ThumbnailPool.sizeFor(geometry.side() * getMonitor().getZoom() / 100);
  }

  /** Number of SWT images held at the moment. */
  int heldImages() {
    return pool.size();
  }

  /** The image painted at a place, null while it has not come. */
  Image shownImage(int position) {
    return pool.get(model.page().rows()[position], geometry.side());
  }

  GridGeometry geometry() {
    return geometry;
  }

  /** Rows of cells that are fully in sight, at least 1. */
  int visibleRows() {
    return Math.max(1, (getClientArea().height - GridGeometry.GAP) / geometry.rowHeight());
  }

  int positionAt(int x, int y) {
    return geometry.positionAt(x, y + scroll.at());
  }

  /** Points of the grid above what is in sight. */
  long scroll() {
    return scroll.at();
  }

  String toolTip(int position) {
    boolean shown = position >= 0 && position < model.page().rows().length;
    return !shown ? null : painter.toolTip(position, model.page().rows()[position]);
  }

  /** The cursor if it is in sight, else the first image that is. */
  private int anchor() {
    int cursor = model.selection().cursor();
    Area sight = inSight();
    boolean seen = cursor >= geometry.firstIn(sight) && cursor < geometry.endIn(sight);
    return seen ? cursor : firstInSight();
  }

  private Area inSight() {
    Rectangle area = getClientArea();
    return new Area(0, scroll.at(), area.width, area.height);
  }

  private void resized() {
    int anchor = anchor();
    layOut();
    reveal(anchor);
  }

  private void layOut() {
    Rectangle area = getClientArea();
    int count = model.page().size();
    geometry =
        columns == FIT
            ? GridGeometry.fit(count, area.width, area.height, painter.footerHeight())
            : GridGeometry.columns(count, columns, area.width, painter.footerHeight());
    scroll.layOut(geometry.height(), area.height, geometry.rowHeight() / 3);
    redraw();
  }

  private void scrolled(long before) {
    downwards = scroll.at() >= before;
    redraw();
  }

  /** Tells model and pool what is in sight, after it was painted. */
  private void sayWhatIsWanted() {
    Area sight = inSight();
    int first = geometry.firstIn(sight);
    int end = geometry.endIn(sight);
    model.setInSight(first, end);
    int screen = end - first;
    int from = downwards ? end : Math.max(0, first - screen);
    int to = downwards ? Math.min(geometry.count(), end + screen) : first;
    pool.want(rows(first, end), rows(from, to), geometry.side());
  }

  private int[] rows(int from, int to) {
    return Arrays.copyOfRange(model.page().rows(), from, Math.max(from, to));
  }

  private void redrawPosition(int position) {
    if (position >= 0 && position < geometry.count()) {
      Rectangle cell = cellBounds(position);
      int gap = GridGeometry.GAP / 2;
      redraw(cell.x - gap, cell.y - gap, cell.width + 2 * gap, cell.height + 2 * gap, false);
    }
  }

  private void paint(Event event) {
    ThemeColors colors = ThemeColors.current();
    GC gc = event.gc;
    gc.setAntialias(SWT.ON);
    gc.setTextAntialias(SWT.ON);
    gc.setBackground(colors.get(ThemeColor.GROUND));
    gc.fillRectangle(event.x, event.y, event.width, event.height);
    Area damaged = new Area(event.x, event.y + scroll.at(), event.width, event.height);
    for (int position : geometry.positionsIn(damaged.grown(GridGeometry.GAP / 2))) {
      paintCell(gc, position, colors);
    }
    mouse.paintBox(gc, colors);
    wish.request();
  }

  private void paintCell(GC gc, int position, ThemeColors colors) {
    Rectangle bounds = cellBounds(position);
    int row = model.page().rows()[position];
    Rectangle square = new Rectangle(bounds.x, bounds.y, geometry.side(), geometry.side());
    gc.setBackground(colors.get(ThemeColor.CELL));
    gc.fillRectangle(bounds);
    Image image = pool.get(row, geometry.side());
    if (image != null) {
      paintImage(gc, image, square);
    } else if (pool.failure(row) != null) {
      ErrorTile.paint(gc, square, pool.failure(row), colors);
    }
    Rectangle footer =
        new Rectangle(
            bounds.x, bounds.y + geometry.side(), bounds.width, bounds.height - geometry.side());
    PageSelection selection = model.selection();
    boolean cursor = position == selection.cursor() && isFocusControl();
    painter.paint(
        gc, new Cell(position, row, square, footer, selection.contains(position), cursor), colors);
  }

  private static void paintImage(GC gc, Image image, Rectangle square) {
    Rectangle size = image.getBounds();
    if (Math.max(size.width, size.height) == square.width) {
      gc.drawImage(
          image,
          square.x + (square.width - size.width) / 2,
          square.y + (square.height - size.height) / 2);
      return;
    }
    double scale =
        (double) square.width / Math.max(size.width, size.height); // made for another zoom
    int width = (int) Math.max(1, size.width * scale);
    int height = (int) Math.max(1, size.height * scale);
    gc.setInterpolation(SWT.LOW);
    gc.drawImage(
        image,
        0,
        0,
        size.width,
        size.height,
        square.x + (square.width - width) / 2,
        square.y + (square.height - height) / 2,
        width,
        height);
  }

  /** Repaints what the model says has changed. */
  private final class ModelListener implements PageModel.Listener {
    @Override
    public void pageChanged() {
      pool.cancelWaiting();
      scroll.to(0);
      layOut();
      mouse.refreshToolTip();
    }

    @Override
    public void selectionChanged(PageSelection before) {
      Area sight = inSight();
      for (int position = geometry.firstIn(sight); position < geometry.endIn(sight); position++) {
        if (model.selection().differs(before, position)) {
          redrawPosition(position);
        }
      }
      if (model.selection().cursor() != before.cursor()) {
        reveal(model.selection().cursor());
      }
    }

    @Override
    public void focusClassChanged() {
      redraw();
    }
  }
}
