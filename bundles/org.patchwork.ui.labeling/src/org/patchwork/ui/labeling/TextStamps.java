// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageGcDrawer;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The short texts of the grid, each laid out and drawn once and kept as a small image: a page shows
 * the same class names and figures hundreds of times, and laying out text costs more than all else
 * that is painted. Holds a bounded number of images; the least recently drawn goes first.
 */
final class TextStamps {
  private static final int MOST_STAMPS = 600;
  private static final int MOST_TEXTS = 5_000;
  private static final int ARC = 8;

  /**
   * A text as it looks.
   *
   * @param text one line
   * @param color of the letters
   * @param ground of the tag behind it, or null for none
   * @param alpha of the tag, 0 to 255
   * @param padding between the edge of the tag and the letters
   */
  record Stamp(String text, RGB color, RGB ground, int alpha, int padding) {
    /** Letters without a tag. */
    static Stamp plain(String text, RGB color) {
      return new Stamp(text, color, null, 255, 0);
    }
  }

  private record Fitted(String text, int width) {}

  private final Control owner;
  private final Font font;
  private final Map<String, Point> sizes = new LinkedHashMap<>();
  private final Map<Fitted, String> fitted = new LinkedHashMap<>();
  private final LinkedHashMap<Stamp, Image> images = new LinkedHashMap<>(64, 0.75f, true);

  /** Stamps in this font that live as long as the control. */
  TextStamps(Control owner, Font font) {
    this.owner = owner;
    this.font = font;
    owner.addDisposeListener(event -> clear());
  }

  /** Stamps in a font one point smaller than the control's. */
  static TextStamps small(Control owner) {
    LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), owner);
    Font font = resources.create(FontDescriptor.createFrom(owner.getFont()).increaseHeight(-1));
    return new TextStamps(owner, font);
  }

  /** Width of a line of text, in points. */
  int width(String text) {
    return size(text).x;
  }

  /** Height of a line of text, in points. */
  int height() {
    return size("X").y;
  }

  /** The text, or as much of it as fits into the width, with an ellipsis for the rest. */
  String fitting(String text, int width) {
    return width(text) <= width
        ? text
        : remember(fitted, new Fitted(text, width), key -> shortened(text, width));
  }

  /** Draws a stamp; its tag is as high as the line and two points more. */
  void draw(GC gc, Stamp stamp, int x, int y) {
    if (stamp.text().isEmpty()) {
      return;
    }
    Image image = images.get(stamp);
    if (image == null) {
      image = make(stamp);
      images.put(stamp, image);
      if (images.size() > MOST_STAMPS) {
        images.pollFirstEntry().getValue().dispose();
      }
    }
    gc.drawImage(image, x, y);
  }

  /** Number of images held at the moment. */
  int held() {
    return images.size();
  }

  private Image make(Stamp stamp) {
    Point size = size(stamp.text());
    int width = size.x + 2 * stamp.padding();
    int height = size.y + (stamp.ground() == null ? 0 : 2);
    Drawer drawer = new Drawer(stamp, font);
    return "gtk".equals(SWT.getPlatform())
        ? drawnOnClear(drawer, width, height)
        : new Image(owner.getDisplay(), drawer, width, height);
  }

  /** On fine screens GTK shows only a quarter of what a transparent drawer has drawn. */
  private Image drawnOnClear(Drawer drawer, int width, int height) {
    ImageData clear = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    clear.alphaData = new byte[width * height];
    Image image = new Image(owner.getDisplay(), clear);
    GC gc = new GC(image);
    try {
      drawer.drawOn(gc, width, height);
    } finally {
      gc.dispose();
    }
    return image;
  }

  private Point size(String text) {
    return remember(sizes, text, this::measured);
  }

  private Point measured(String text) {
    GC gc = new GC(owner);
    try {
      gc.setFont(font);
      return gc.textExtent(text);
    } finally {
      gc.dispose();
    }
  }

  private String shortened(String text, int width) {
    int low = 0;
    int high = text.codePointCount(0, text.length());
    while (low + 1 < high) { // the longest start that fits, by bisection
      int middle = (low + high) / 2;
      boolean fits = measured(start(text, middle)).x <= width;
      low = fits ? middle : low;
      high = fits ? high : middle;
    }
    return start(text, low);
  }

  private static String start(String text, int codePoints) {
    return text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + "…";
  }

  private static <K, V> V remember(Map<K, V> known, K key, Function<K, V> make) {
    V value = known.get(key);
    if (value == null) {
      if (known.size() >= MOST_TEXTS) {
        known.clear();
      }
      value = make.apply(key);
      known.put(key, value);
    }
    return value;
  }

  private void clear() {
    images.values().forEach(Image::dispose);
    images.clear();
  }

  /** Draws a stamp at whatever zoom the screen has. */
  private record Drawer(Stamp stamp, Font font) implements ImageGcDrawer {
    @Override
    public void drawOn(GC gc, int width, int height) {
      gc.setAntialias(SWT.ON);
      gc.setTextAntialias(SWT.ON);
      gc.setFont(font);
      if (stamp.ground() != null) {
        gc.setAlpha(stamp.alpha());
        gc.setBackground(new Color(stamp.ground()));
        gc.fillRoundRectangle(0, 0, width, height, ARC, ARC);
        gc.setAlpha(255);
      }
      gc.setForeground(new Color(stamp.color()));
      gc.drawText(stamp.text(), stamp.padding(), stamp.ground() == null ? 0 : 1, true);
    }

    @Override
    public int getGcStyle() {
      return SWT.TRANSPARENT;
    }
  }
}
