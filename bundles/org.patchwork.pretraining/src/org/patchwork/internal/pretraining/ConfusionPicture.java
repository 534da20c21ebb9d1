// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.patchwork.image.ImagePatch;

/**
 * A confusion matrix as a picture: classes downwards and predictions to the right, with their names
 * along the sides, and in each square how many images there are. Squares are white for none, blue
 * for right and red for wrong, the darker the larger the part of the class. Dark on white, so that
 * it can be read on any ground. Long names lose their middle; those above stand upright where the
 * columns are narrow.
 */
final class ConfusionPicture {
  private static final int MANY = 20;
  private static final int WIDE_CELL = 40;
  private static final int NARROW_CELL = 28;
  private static final int MARGIN = 8;
  private static final int LONGEST_NAME = 150;
  private static final int RGB = 3;
  private static final String HEADING = "Images of \u2193 taken for \u2192";
  private static final String CUT = "\u2026";
  private static final Color INK = new Color(0x20, 0x24, 0x2a);
  private static final Color LINE = new Color(0xc8, 0xcc, 0xd2);

  /** So light that dark letters are read better than white ones. */
  private static final int LIGHT = 140;

  private final ConfusionMatrix matrix;
  private final List<String> names;
  private final int cell;
  private final Font font;
  private final Font small;
  private final int left;
  private final int top;
  private final boolean upright;

  private ConfusionPicture(ConfusionMatrix matrix, List<String> names) {
    this.matrix = matrix;
    this.cell = names.size() > MANY ? NARROW_CELL : WIDE_CELL;
    this.font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    this.small = font.deriveFont(10f);
    BufferedImage scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scratch.createGraphics();
    try {
      FontMetrics metrics = graphics.getFontMetrics(font);
      this.names = names.stream().map(name -> fitted(name, metrics)).toList();
      int widest = this.names.stream().mapToInt(metrics::stringWidth).max().orElse(0);
      this.upright = widest > cell - 4;
      int heading = metrics.stringWidth(HEADING) - matrix.counts().length * cell;
      this.left = Math.max(widest, heading) + 2 * MARGIN;
      this.top = metrics.getHeight() + 2 * MARGIN + (upright ? widest : metrics.getHeight());
    } finally {
      graphics.dispose();
    }
  }

  /**
   * Draws it. Where Java finds no fonts there are no letters: the file of counts has the names.
   *
   * @param names of the classes, in order
   * @return three channels
   */
  static ImagePatch draw(ConfusionMatrix matrix, List<String> names) {
    return fontsThere() ? new ConfusionPicture(matrix, names).draw() : matrix.picture();
  }

  /** A server may lack fonts or the library that finds them; no run is to end because of that. */
  private static boolean fontsThere() {
    try {
      return new Font(Font.SANS_SERIF, Font.PLAIN, 13).canDisplay('a');
    } catch (InternalError | LinkageError | RuntimeException e) {
      return false; // what Java throws there depends on its version, and on how often it is asked
    }
  }

  /** Cut out of the middle, because names often differ at their ends. */
  private static String fitted(String name, FontMetrics metrics) {
    String fitted = name;
    for (int kept = name.length() - 1; metrics.stringWidth(fitted) > LONGEST_NAME; kept--) {
      int behind = kept / 2;
      fitted = name.substring(0, kept - behind) + CUT + name.substring(name.length() - behind);
    }
    return fitted;
  }

  private ImagePatch draw() {
    int side = matrix.counts().length * cell;
    BufferedImage image =
        new BufferedImage(left + side + MARGIN, top + side + MARGIN, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      drawNames(graphics);
      for (int truth = 0; truth < matrix.counts().length; truth++) {
        for (int answer = 0; answer < matrix.counts().length; answer++) {
          drawCell(graphics, truth, answer);
        }
      }
    } finally {
      graphics.dispose();
    }
    return patch(image);
  }

  private void drawNames(Graphics2D graphics) {
    graphics.setFont(font);
    graphics.setColor(INK);
    FontMetrics metrics = graphics.getFontMetrics();
    int middle = (cell + metrics.getAscent() - metrics.getDescent()) / 2;
    graphics.drawString(HEADING, MARGIN, MARGIN + metrics.getAscent());
    for (int i = 0; i < names.size(); i++) {
      int width = metrics.stringWidth(names.get(i));
      graphics.drawString(names.get(i), left - MARGIN - width, top + i * cell + middle);
      if (upright) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(left + i * cell + middle, top - MARGIN / 2);
        turned.rotate(-Math.PI / 2);
        turned.drawString(names.get(i), 0, 0);
        turned.dispose();
      } else {
        graphics.drawString(
            names.get(i), left + i * cell + (cell - width) / 2, top - MARGIN / 2 - 2);
      }
    }
  }

  private void drawCell(Graphics2D graphics, int truth, int answer) {
    int count = matrix.counts()[truth][answer];
    int x = left + answer * cell;
    int y = top + truth * cell;
    Color ground = ConfusionMatrix.color(matrix.part(truth, answer), truth == answer);
    graphics.setColor(ground);
    graphics.fillRect(x, y, cell, cell);
    graphics.setColor(LINE);
    graphics.drawRect(x, y, cell, cell);
    if (count > 0) {
      String text = String.format(Locale.ENGLISH, "%,d", count);
      graphics.setFont(font);
      if (graphics.getFontMetrics().stringWidth(text) > cell - 4) {
        graphics.setFont(small);
      }
      FontMetrics metrics = graphics.getFontMetrics();
      graphics.setColor(lightness(ground) > LIGHT ? INK : Color.WHITE);
      graphics.drawString(
          text,
          x + (cell - metrics.stringWidth(text)) / 2,
          y + (cell + metrics.getAscent() - metrics.getDescent()) / 2);
    }
  }

  private static double lightness(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
  }

  private static ImagePatch patch(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    float[] values = new float[pixels.length * RGB];
    IntStream.range(0, values.length)
        .forEach(i -> values[i] = (pixels[i / RGB] >> 16 - 8 * (i % RGB) & 0xff) / 255f);
    return new ImagePatch(image.getHeight(), image.getWidth(), RGB, values);
  }
}
