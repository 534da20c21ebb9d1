// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Pictures that take a decoder as long as photographs do: smooth noise of several scales, the finer
 * the weaker, in three colours.
 */
final class GeneratedPhotographs {
  private static final int COUNT = 1024;
  private static final int SIDE = 256;
  private static final int[] SCALES = {64, 16, 4, 1};
  private static final double[] STRENGTHS = {90, 50, 36, 16};
  private static final int GREY = 128;

  private GeneratedPhotographs() {}

  /** Writes the pictures, always the same. */
  static void write(Path folder, IProgressMonitor monitor) throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Drawing pictures", COUNT);
    Files.createDirectories(folder);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      Path file = folder.resolve("photograph-%04d.jpg".formatted(i));
      ImageIO.write(picture(random), "jpg", file.toFile());
      progress.split(1);
    }
  }

  private static BufferedImage picture(SplittableRandom random) {
    double[][] colors = new double[3][SIDE * SIDE];
    for (int scale = 0; scale < SCALES.length; scale++) {
      for (double[] color : colors) {
        add(color, SCALES[scale], STRENGTHS[scale], random);
      }
    }
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      int rgb = 0;
      for (double[] color : colors) {
        rgb = rgb << 8 | (int) Math.clamp(GREY + color[i], 0, 255);
      }
      picture.setRGB(i % SIDE, i / SIDE, rgb);
    }
    return picture;
  }

  /** Adds noise between whose points lie so many pixels, in straight lines from point to point. */
  private static void add(double[] color, int scale, double strength, SplittableRandom random) {
    int points = SIDE / scale + 2;
    double[] noise = new double[points * points];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = strength * (2 * random.nextDouble() - 1);
    }
    for (int i = 0; i < color.length; i++) {
      int y = i / SIDE;
      int x = i % SIDE;
      double down = (double) (y % scale) / scale;
      double across = (double) (x % scale) / scale;
      int at = y / scale * points + x / scale;
      double above = noise[at] + (noise[at + 1] - noise[at]) * across;
      double below = noise[at + points] + (noise[at + points + 1] - noise[at + points]) * across;
      color[i] += above + (below - above) * down;
    }
  }
}
