// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.patchwork.training.map.FeatureMap;
import org.patchwork.training.map.PointMark;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.ThumbnailPool;
import org.patchwork.ui.ThumbnailSource;

/**
 * The points of a map. The pointer shows the image under it; a line drawn around points, or a click
 * on one, chooses them; the wheel enlarges, dragging with another button moves, a double click
 * shows the whole map again.
 */
final class MapCanvas extends Canvas {
  private static final long BYTES = 32L << 20;
  private static final int PICTURE = 128;
  private static final int REACH = 8;
  private static final double WHEEL = 1.25;

  private final Consumer<int[]> chosen;
  private final ThumbnailPool pictures;
  private FeatureMap map;
  private PointMark[] marks = {};
  private int[] order = {}; // large points first, so that they hide no small one
  private IntFunction<RGB> colors = point -> null;
  private IntFunction<String> captions = point -> "";
  private MapPlacement view;
  private boolean whole = true;
  private Lasso lasso;
  private Point dragged;
  private int hovered = -1;

  /**
   * An empty canvas.
   *
   * @param chosen takes points, by their place in the map
   */
  MapCanvas(Composite parent, Consumer<int[]> chosen) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
    this.chosen = chosen;
    this.pictures = new ThumbnailPool(this, BYTES, row -> redraw());
    addListener(SWT.Paint, this::paint);
    addListener(SWT.Resize, event -> fit(whole));
    addListener(SWT.MouseDown, this::press);
    addListener(SWT.MouseMove, this::move);
    addListener(SWT.MouseUp, this::release);
    addListener(SWT.MouseExit, event -> hover(-1));
    addListener(SWT.MouseDoubleClick, event -> fit(true));
    addListener(SWT.MouseWheel, this::zoom);
    ThemeColors.current().onChange(this, this::redraw);
  }

  /** Takes pictures from here; null for none. */
  void setPictures(ThumbnailSource source) {
    pictures.setSource(source);
  }

  /**
   * Shows a map, or with null none.
   *
   * @param pointMarks one per point
   * @param pointColors colour of a point, null for that of what is absent
   * @param pointCaptions what stands below the picture of a point
   */
  void show(
      FeatureMap newMap,
      PointMark[] pointMarks,
      IntFunction<RGB> pointColors,
      IntFunction<String> pointCaptions) {
    boolean other = newMap != map;
    map = newMap;
    marks = pointMarks;
    order =
        IntStream.range(0, marks.length)
            .boxed()
            .sorted(Comparator.comparingDouble(point -> -marks[point].size()))
            .mapToInt(Integer::intValue)
            .toArray();
    colors = pointColors;
    captions = pointCaptions;
    if (other) {
      hovered = -1;
      fit(true);
    }
    redraw();
  }

  private void fit(boolean all) {
    whole = all;
    Rectangle area = getClientArea();
    if (map != null && (all || view == null)) {
      view = MapPlacement.fitted(map.x(), map.y(), area.width, area.height);
    }
    redraw();
  }

  private void paint(Event event) {
    GC gc = event.gc;
    ThemeColors theme = ThemeColors.current();
    Rectangle area = getClientArea();
    gc.setBackground(theme.get(ThemeColor.GROUND));
    gc.fillRectangle(area);
    if (map == null || view == null) {
      return;
    }
    gc.setAntialias(SWT.ON);
    MapPainter painter = new MapPainter(theme);
    for (int point : order) {
      painter.paint(gc, screenX(point), screenY(point), marks[point], colors.apply(point));
    }
    if (lasso != null && !lasso.isPoint()) {
      gc.setForeground(theme.get(ThemeColor.SELECTION));
      gc.setLineWidth(2);
      gc.drawPolyline(lasso.polygon());
    } else if (hovered >= 0) {
      paintPicture(gc, theme, area);
    }
  }

  /** The image of the hovered point beside it, inside the canvas. */
  private void paintPicture(GC gc, ThemeColors theme, Rectangle area) {
    String caption = captions.apply(hovered);
    Point text = gc.textExtent(caption);
    int width = Math.max(PICTURE, text.x) + 8;
    int height = PICTURE + text.y + 10;
    int x = (int) screenX(hovered) + REACH;
    int y = (int) screenY(hovered) + REACH;
    x = x + width > area.width ? Math.max(0, (int) screenX(hovered) - REACH - width) : x;
    y = Math.max(0, Math.min(y, area.height - height));
    gc.setBackground(theme.get(ThemeColor.CELL));
    gc.fillRectangle(x, y, width, height);
    gc.setForeground(theme.get(ThemeColor.LINE));
    gc.setLineWidth(1);
    gc.drawRectangle(x, y, width - 1, height - 1);
    Image picture = pictures.get(map.rows()[hovered], PICTURE);
    if (picture != null) {
      Rectangle size = picture.getBounds();
      gc.drawImage(picture, x + (width - size.width) / 2, y + 4 + (PICTURE - size.height) / 2);
    }
    gc.setForeground(theme.get(ThemeColor.TEXT));
    gc.drawText(caption, x + 4, y + PICTURE + 6, true);
  }

  private double screenX(int point) {
    return view.screenX(map.x()[point]);
  }

  private double screenY(int point) {
    return view.screenY(map.y()[point]);
  }

  private void press(Event event) {
    setFocus();
    if (map == null) {
      return;
    }
    if (event.button == 1) {
      lasso = new Lasso();
      lasso.add(event.x, event.y);
    } else {
      dragged = new Point(event.x, event.y);
    }
  }

  private void move(Event event) {
    if (map == null) {
      return;
    }
    if (lasso != null) {
      lasso.add(event.x, event.y);
      redraw();
    } else if (dragged != null) {
      view = view.moved(event.x - dragged.x, event.y - dragged.y);
      whole = false;
      dragged = new Point(event.x, event.y);
      redraw();
    } else {
      hover(nearest(event.x, event.y));
    }
  }

  private void release(Event event) {
    dragged = null;
    if (lasso == null) {
      return;
    }
    Lasso drawn = lasso;
    lasso = null;
    int[] points;
    if (drawn.isPoint()) {
      int point = nearest(event.x, event.y);
      points = point < 0 ? new int[0] : new int[] {point};
    } else {
      points =
          IntStream.range(0, map.size())
              .filter(i -> drawn.contains(screenX(i), screenY(i)))
              .toArray();
    }
    redraw();
    if (points.length > 0) {
      chosen.accept(points);
    }
  }

  private void zoom(Event event) {
    if (map != null && view != null) {
      Rectangle area = getClientArea();
      MapPlacement all = MapPlacement.fitted(map.x(), map.y(), area.width, area.height);
      view = view.zoomed(event.count > 0 ? WHEEL : 1 / WHEEL, event.x, event.y, all);
      whole = view.equals(all);
      redraw();
    }
  }

  private void hover(int point) {
    if (point != hovered) {
      hovered = point;
      redraw();
    }
  }

  /** The point at a place of the screen, −1 if there is none. */
  int nearest(int x, int y) {
    int nearest = -1;
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < map.size(); i++) {
      double distance = Math.hypot(screenX(i) - x, screenY(i) - y);
      if (distance < best && distance <= Math.max(REACH, marks[i].size() / 2)) {
        best = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Where a point is on the canvas. */
  Point place(int point) {
    return new Point((int) Math.round(screenX(point)), (int) Math.round(screenY(point)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ENGLISH, "Map of %,d points", map == null ? 0 : map.size());
  }
}
