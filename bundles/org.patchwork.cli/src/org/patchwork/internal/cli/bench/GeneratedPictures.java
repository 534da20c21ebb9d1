// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Pictures like blood smears, for benchmarks on machines without any: discs on a pale ground. */
final class GeneratedPictures {
  private static final int COUNT = 40;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int DISCS = 120;

  private GeneratedPictures() {}

  /** Writes the pictures, always the same. */
  static void write(Path folder, IProgressMonitor monitor) throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Drawing pictures", COUNT);
    Files.createDirectories(folder);
    Random random = new Random(1);
    for (int i = 0; i < COUNT; i++) {
      Path file = folder.resolve("smear-%02d.jpg".formatted(i));
      ImageIO.write(picture(random), "jpg", file.toFile());
      progress.split(1);
    }
  }

  private static BufferedImage picture(Random random) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(222, 214, 208));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    for (int i = 0; i < DISCS; i++) {
      int edge = 16 + random.nextInt(48);
      graphics.setColor(
          new Color(150 + random.nextInt(70), 90 + random.nextInt(60), 110 + random.nextInt(80)));
      graphics.fillOval(random.nextInt(WIDTH) - 20, random.nextInt(HEIGHT) - 20, edge, edge);
    }
    graphics.dispose();
    return picture;
  }
}
