// SPDX-License-Identifier: MIT
package org.patchwork.image.augmentation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.Png;
import org.patchwork.image.TileSheet;

/**
 * Augmented images side by side, to judge by eye what training will see: of one image the original
 * and 15 variants in four rows, of several one row each with the original and 5 variants, and of
 * more than 5 some 5 at random.
 *
 * @param columns number of images in a row
 * @param tiles images row by row, all of one size, each row beginning with an original
 */
public record AugmentationPlot(int columns, List<ImagePatch> tiles) {
  private static final int ALONE = 4;
  private static final int ROWS = 5;
  private static final int VARIANTS = 5;

  public AugmentationPlot {
    tiles = List.copyOf(tiles);
  }

  /**
   * Augments images.
   *
   * @param images of one size, at least one
   * @param seed the same seed gives the same picture
   */
  public static AugmentationPlot of(List<ImagePatch> images, Augmenter augmenter, long seed) {
    RandomStreams random = new RandomStreams(seed);
    List<ImagePatch> shown = choose(images, random);
    int columns = shown.size() == 1 ? ALONE : 1 + VARIANTS;
    int variants = shown.size() == 1 ? ALONE * ALONE - 1 : VARIANTS;
    List<ImagePatch> tiles = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      tiles.add(shown.get(i));
      for (int v = 0; v < variants; v++) {
        tiles.add(augmenter.apply(shown.get(i), random.seedOf("variant " + i + "." + v)));
      }
    }
    return new AugmentationPlot(columns, tiles);
  }

  private static List<ImagePatch> choose(List<ImagePatch> images, RandomStreams random) {
    if (images.size() <= ROWS) {
      return images;
    }
    List<ImagePatch> left = new ArrayList<>(images);
    RandomGenerator draws = random.stream("choice");
    List<ImagePatch> chosen = new ArrayList<>();
    while (chosen.size() < ROWS) {
      chosen.add(left.remove(draws.nextInt(left.size())));
    }
    return chosen;
  }

  /** The picture: white between the images; grey for one channel, else the first three. */
  public BufferedImage picture() {
    return Png.picture(new TileSheet(columns).draw(tiles));
  }

  /** Writes the picture as PNG. */
  public void writePng(Path file) throws IOException {
    if (!ImageIO.write(picture(), "png", file.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }
}
