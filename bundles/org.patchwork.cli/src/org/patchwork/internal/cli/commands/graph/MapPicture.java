// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.graph;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.patchwork.core.LabelTable;
import org.patchwork.training.map.FeatureMap;
import org.patchwork.training.map.PointMark;

/**
 * The map as a picture: blue where the class is present, grey where it is absent, hollow where that
 * is not known; a ring around the present ones, a cross over errors, larger the more surprising.
 */
final class MapPicture {
  private static final int SIZE = 1200;
  private static final int MARGIN = 40;
  private static final Color PRESENT = new Color(0, 114, 178, 128);
  private static final Color ABSENT = new Color(120, 125, 133, 128);
  private static final Color RING = new Color(0, 40, 120);
  private static final Color CROSS = new Color(179, 38, 30);

  private final FeatureMap map;
  private final PointMark[] marks;
  private final float left;
  private final float top;
  private final float scale;

  MapPicture(FeatureMap map, PointMark[] marks) {
    this.map = map;
    this.marks = marks;
    this.left = smallest(map.x());
    this.top = smallest(map.y());
    float extent = Math.max(-smallest(negated(map.x())) - left, -smallest(negated(map.y())) - top);
    this.scale = (SIZE - 2 * MARGIN) / Math.max(extent, 1e-6f);
  }

  private static float smallest(float[] values) {
    float smallest = Float.POSITIVE_INFINITY;
    for (float value : values) {
      smallest = Math.min(smallest, value);
    }
    return smallest;
  }

  private static float[] negated(float[] values) {
    float[] negated = values.clone();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -negated[i];
    }
    return negated;
  }

  void write(Path file) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, SIZE, SIZE);
      for (int i = 0; i < map.size(); i++) {
        draw(graphics, i);
      }
    } finally {
      graphics.dispose();
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private void draw(Graphics2D graphics, int point) {
    PointMark mark = marks[point];
    double size = mark.size();
    double x = MARGIN + (map.x()[point] - left) * scale;
    double y = MARGIN + (map.y()[point] - top) * scale;
    Ellipse2D disc = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
    graphics.setStroke(new BasicStroke(1));
    graphics.setColor(mark.label() == LabelTable.PRESENT ? PRESENT : ABSENT);
    if (mark.label() == LabelTable.UNKNOWN) {
      graphics.draw(disc);
    } else {
      graphics.fill(disc);
    }
    if (mark.label() == LabelTable.PRESENT) {
      graphics.setColor(RING);
      graphics.draw(disc);
    }
    if (mark.wrong()) {
      graphics.setColor(CROSS);
      graphics.setStroke(new BasicStroke(1.5f));
      double arm = Math.max(4, size / 3);
      graphics.draw(new Line2D.Double(x - arm, y - arm, x + arm, y + arm));
      graphics.draw(new Line2D.Double(x - arm, y + arm, x + arm, y - arm));
    }
  }
}
