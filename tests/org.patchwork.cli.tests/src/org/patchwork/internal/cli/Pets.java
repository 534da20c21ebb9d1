// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;

/** What projects of cats and dogs are made of: the cats come first, and there are as many dogs. */
final class Pets {
  private static final int SIDE = 8;

  private Pets() {}

  /** The features of one image. */
  interface Features {
    /**
     * Its row in the file.
     *
     * @param number which of the cats, or of the dogs, from 0 on
     */
    float[] of(boolean dog, int number);
  }

  /**
   * Writes {@code images/cat/00.png} and so on: black but for a red dot, and for dogs a blue one.
   */
  static void images(Path folder, int ofEach) throws IOException {
    for (boolean dog : new boolean[] {false, true}) {
      Path images = folder.resolve("images").resolve(dog ? "dog" : "cat");
      Files.createDirectories(images);
      for (int i = 0; i < ofEach; i++) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        image.setRGB(i % SIDE, 0, dog ? 0x0000ff : 0xff0000);
        ImageIO.write(image, "png", images.resolve("%02d.png".formatted(i)).toFile());
      }
    }
  }

  /** Writes {@code features.npy}, with a row for each of the images. */
  static void features(Path folder, int ofEach, Features features) throws PatchworkException {
    int[] shape = {features.of(false, 0).length};
    try (NpyWriter writer =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, shape)) {
      for (boolean dog : new boolean[] {false, true}) {
        for (int i = 0; i < ofEach; i++) {
          writer.append(features.of(dog, i), 0);
        }
      }
    }
  }

  /** Writes {@code list.txt} with the paths 0.png, 1.png and so on, where no images are. */
  static void list(Path folder, int images) throws IOException {
    Files.writeString(
        folder.resolve("list.txt"),
        IntStream.range(0, images).mapToObj(i -> i + ".png\n").collect(Collectors.joining()));
  }
}
