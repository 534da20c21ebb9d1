// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.learn.network.NetworkSketch.Box;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/**
 * Draws a network as boxes with shapes and parameter counts, the features first. The colour at the
 * left edge of a box says what it is; so does its title. A network that the fields no longer
 * describe is grey.
 */
final class NetworkCanvas extends Canvas {
  private static final int PADDING = 8;
  private static final int STRIPE = 4;
  private static final int CORNER = 6;
  private static final int ARROW = 4;

  private NetworkSketch sketch = new NetworkSketch(List.of());
  private NetworkLayout layout = new NetworkLayout(List.of(), 0, 0);
  private boolean stale;

  NetworkCanvas(Composite parent) {
    super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    addPaintListener(event -> paint(event.gc));
    addListener(SWT.Resize, event -> place(getClientArea().width));
    addMouseMoveListener(this::hover);
    ThemeColors.current().onChange(this, this::redraw);
    getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = text();
              }
            });
  }

  /**
   * Shows a network.
   *
   * @param stale true if it is no longer what the fields say, because they hold something wrong
   */
  void show(NetworkSketch newSketch, boolean nowStale) {
    boolean same = newSketch.equals(sketch) && nowStale == stale;
    sketch = newSketch;
    stale = nowStale;
    if (!same) {
      place(getClientArea().width);
      redraw();
    }
  }

  NetworkSketch sketch() {
    return sketch;
  }

  boolean stale() {
    return stale;
  }

  NetworkLayout placed() {
    return layout;
  }

  /** The network in words, for those who do not see it. */
  String text() {
    StringBuilder text = new StringBuilder("Network: ");
    for (Box box : sketch.boxes()) {
      text.append(box.text()).append(' ').append(DesignOutline.shape(box.shape())).append("; ");
    }
    return text.toString();
  }

  @Override
  public Point computeSize(int widthHint, int heightHint, boolean changed) {
    NetworkLayout wanted =
        layout(widthHint == SWT.DEFAULT ? Integer.MAX_VALUE : Math.max(1, widthHint));
    int width = widthHint == SWT.DEFAULT ? wanted.width() : widthHint;
    return new Point(width, heightHint == SWT.DEFAULT ? wanted.height() : heightHint);
  }

  private void place(int width) {
    layout = layout(Math.max(1, width));
  }

  private NetworkLayout layout(int width) {
    GC gc = new GC(this);
    try {
      return NetworkLayout.of(sketch, box -> size(gc, box), width);
    } finally {
      gc.dispose();
    }
  }

  private static Font bold() {
    return JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT);
  }

  private Point size(GC gc, Box box) {
    gc.setFont(bold());
    int width = gc.textExtent(box.title()).x;
    int height = gc.getFontMetrics().getHeight();
    gc.setFont(getFont());
    width = Math.max(width, gc.textExtent(box.detail()).x);
    width = Math.max(width, gc.textExtent(figures(box)).x);
    return new Point(width + 2 * PADDING + STRIPE, 3 * height + PADDING);
  }

  /** Shape and number of parameters. */
  static String figures(Box box) {
    String shape = DesignOutline.shape(box.shape());
    return box.parameters() == 0
        ? shape
        : String.format(Locale.ENGLISH, "%s · %,d", shape, box.parameters());
  }

  private void paint(GC gc) {
    ThemeColors colors = ThemeColors.current();
    gc.setAntialias(SWT.ON);
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.setBackground(colors.get(ThemeColor.MUTED));
    for (int i = 0; i < sketch.boxes().size(); i++) {
      for (int from : sketch.boxes().get(i).inputs()) {
        paintLine(gc, layout.line(from, i));
      }
    }
    for (int i = 0; i < sketch.boxes().size(); i++) {
      paintBox(gc, colors, sketch.boxes().get(i), layout.boxes().get(i));
    }
  }

  /** A line with an arrow at its end, which comes from the left or from above. */
  private static void paintLine(GC gc, int[] line) {
    gc.drawPolyline(line);
    int x = line[line.length - 2];
    int y = line[line.length - 1];
    boolean fromLeft = line[line.length - 3] == y;
    gc.fillPolygon(
        fromLeft
            ? new int[] {x, y, x - 2 * ARROW, y - ARROW, x - 2 * ARROW, y + ARROW}
            : new int[] {x, y, x - ARROW, y - 2 * ARROW, x + ARROW, y - 2 * ARROW});
  }

  private void paintBox(GC gc, ThemeColors colors, Box box, Rectangle place) {
    gc.setBackground(colors.get(stale ? ThemeColor.LINE : color(box.kind())));
    gc.fillRoundRectangle(place.x, place.y, place.width, place.height, CORNER, CORNER);
    gc.setBackground(colors.get(stale ? ThemeColor.GROUND : ThemeColor.CELL));
    gc.fillRectangle(place.x + STRIPE, place.y + 1, place.width - STRIPE - 1, place.height - 2);
    gc.setForeground(colors.get(ThemeColor.LINE));
    gc.drawRoundRectangle(place.x, place.y, place.width, place.height, CORNER, CORNER);
    int x = place.x + STRIPE + PADDING;
    int y = place.y + PADDING / 2;
    gc.setForeground(colors.get(stale ? ThemeColor.MUTED : ThemeColor.TEXT));
    gc.setFont(bold());
    int line = gc.getFontMetrics().getHeight();
    gc.drawText(box.title(), x, y, true);
    gc.setFont(getFont());
    gc.drawText(figures(box), x, y + 2 * line, true);
    gc.setForeground(colors.get(ThemeColor.MUTED));
    gc.drawText(box.detail(), x, y + line, true);
  }

  private static ThemeColor color(NetworkSketch.Kind kind) {
    return switch (kind) {
      case INPUT -> ThemeColor.LABELED;
      case LAYER -> ThemeColor.TRAINING_SERIES;
      case DROPOUT -> ThemeColor.VALIDATION_SERIES;
      case POOLING, JOIN -> ThemeColor.VALIDATION;
      case NORM, ACTIVATION -> ThemeColor.MUTED;
    };
  }

  private void hover(MouseEvent event) {
    int index = layout.boxAt(event.x, event.y);
    String tip = index < 0 ? null : tip(sketch.boxes().get(index));
    if (tip == null ? getToolTipText() != null : !tip.equals(getToolTipText())) {
      setToolTipText(tip);
    }
  }

  private String tip(Box box) {
    String shape =
        box.text()
            + "\nOutput of one image: "
            + DesignOutline.shape(box.shape())
            + (box.shape().size() == 3 ? " (height × width × channels)" : "");
    long all = sketch.parameterCount();
    return box.parameters() == 0
        ? shape + "\nNothing to train"
        : String.format(
            Locale.ENGLISH,
            "%s%n%,d of %,d parameters (%.0f %%)",
            shape,
            box.parameters(),
            all,
            100.0 * box.parameters() / all);
  }
}
