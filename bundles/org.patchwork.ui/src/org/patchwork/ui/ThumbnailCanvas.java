// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;

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
  private static final int MOST_COLUMNS = 20;

  private final PageModel model;
  private final CellPainter painter;
  private final ThumbnailPool pool;
  private final GridMouse mouse;
  private GridGeometry geometry = GridGeometry.columns(0, 1, 1, 0);
  private int columns = FIT;
  private int scroll;
  private Runnable columnsListener = () -> {};

  public ThumbnailCanvas(Composite parent, PageModel model, CellPainter painter) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.V_SCROLL);
    this.model = model;
    this.painter = painter;
    this.pool = new ThumbnailPool(this, POOL_BYTES, row -> redrawRows(row));
    this.mouse = new GridMouse(this, model);
    new GridKeys(this, model);
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> layOut());
    addListener(SWT.FocusIn, event -> redrawPosition(model.selection().cursor()));
    addListener(SWT.FocusOut, event -> redrawPosition(model.selection().cursor()));
    getVerticalBar().addListener(SWT.Selection, event -> scrollTo(getVerticalBar().getSelection()));
    ThemeColors.current().onChange(this, this::redraw);
    PageModel.Listener listener = new ModelListener();
    model.addListener(listener);
    addDisposeListener(event -> model.removeListener(listener));
    layOut();
  }

  /** Takes thumbnails from this source, or with null shows none. */
  public void setThumbnails(ThumbnailSource source) {
    pool.setSource(source);
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

  /** Asks for a number of columns, or {@link #FIT}. */
  public void setColumns(int wanted) {
    columns = Math.max(FIT, Math.min(MOST_COLUMNS, wanted));
    layOut();
    reveal(model.selection().cursor());
    columnsListener.run();
  }

  /** Larger images (one column less) or smaller ones. */
  public void zoom(boolean larger) {
    setColumns(Math.max(1, shownColumns() + (larger ? -1 : 1)));
  }

  /** Told after the number of columns changed. */
  public void onColumnsChanged(Runnable listener) {
    columnsListener = listener;
  }

  /** Repaints the cells of these rows, if they are on the page. */
  public void redrawRows(int... rows) {
    for (int row : rows) {
      redrawPosition(model.page().positionOf(row));
    }
  }

  /** Area of the cell at a place of the page, in coordinates of the canvas. */
  public Rectangle cellBounds(int position) {
    Rectangle cell = geometry.cell(position);
    return new Rectangle(cell.x, cell.y - scroll, cell.width, cell.height);
  }

  /** Scrolls until the cell is in sight. */
  public void reveal(int position) {
    if (position < 0 || geometry.count() == 0) {
      return;
    }
    Rectangle cell = geometry.cell(position);
    int height = getClientArea().height;
    if (cell.y - GridGeometry.GAP < scroll) {
      scrollTo(cell.y - GridGeometry.GAP);
    } else if (cell.y + cell.height + GridGeometry.GAP > scroll + height) {
      scrollTo(cell.y + cell.height + GridGeometry.GAP - height);
    }
  }

  /** Number of SWT images held at the moment. */
  int heldImages() {
    return pool.size();
  }

  GridGeometry geometry() {
    return geometry;
  }

  /** Rows of cells that are fully in sight, at least 1. */
  int visibleRows() {
    return Math.max(1, (getClientArea().height - GridGeometry.GAP) / geometry.rowHeight());
  }

  int positionAt(int x, int y) {
    return geometry.positionAt(x, y + scroll);
  }

  int scroll() {
    return scroll;
  }

  String toolTip(int position) {
    return position < 0 ? null : painter.toolTip(position, model.page().rows()[position]);
  }

  private void layOut() {
    Rectangle area = getClientArea();
    int count = model.page().size();
    geometry =
        columns == FIT
            ? GridGeometry.fit(count, area.width, area.height, painter.footerHeight())
            : GridGeometry.columns(count, columns, area.width, painter.footerHeight());
    ScrollBar bar = getVerticalBar();
    int overflow = geometry.height() - area.height;
    bar.setVisible(overflow > 0);
    if (overflow > 0) {
      bar.setValues(
          Math.min(scroll, overflow),
          0,
          geometry.height(),
          area.height,
          geometry.rowHeight() / 3,
          area.height);
    }
    scrollTo(scroll);
    redraw();
  }

  private void scrollTo(int wanted) {
    int bounded = Math.max(0, Math.min(wanted, geometry.height() - getClientArea().height));
    if (bounded != scroll) {
      scroll = bounded;
      getVerticalBar().setSelection(bounded);
      redraw();
    }
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
    Rectangle damaged = new Rectangle(event.x, event.y + scroll, event.width, event.height);
    for (int position : geometry.positionsIn(grown(damaged))) {
      paintCell(gc, position, colors);
    }
    mouse.paintBox(gc, colors);
  }

  private static Rectangle grown(Rectangle area) {
    int gap = GridGeometry.GAP / 2;
    return new Rectangle(area.x - gap, area.y - gap, area.width + 2 * gap, area.height + 2 * gap);
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
      scroll = 0;
      layOut();
    }

    @Override
    public void selectionChanged(PageSelection before) {
      for (int position : model.selection().difference(before)) {
        redrawPosition(position);
      }
      reveal(model.selection().cursor());
    }

    @Override
    public void focusClassChanged() {
      redraw();
    }
  }
}
