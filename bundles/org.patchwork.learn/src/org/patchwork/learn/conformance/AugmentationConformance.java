// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Augmentation;

/** Checks what training relies on in an augmentation. */
public abstract class AugmentationConformance<P extends Record>
    extends AlgorithmConformance<Augmentation<P>, P> {
  private static final int[][] SIZES = {{8, 8, 3}, {40, 24, 3}, {9, 7, 1}, {12, 12, 5}, {1, 1, 3}};
  private static final int SEEDS = 20;

  /**
   * Checks size, purity, reproducibility and finite values on squares, rectangles, single pixels,
   * and on one, three and five channels.
   */
  public final void verify() {
    verifyAlgorithm();
    for (int[] size : SIZES) {
      for (long seed = 0; seed < SEEDS; seed++) {
        verify(image(size, seed), seed);
      }
    }
  }

  private void verify(ImagePatch image, long seed) {
    float[] before = image.values().clone();
    ImagePatch first = algorithm().apply(image, parameters(), new SplittableRandom(seed));
    ImagePatch again = algorithm().apply(image, parameters(), new SplittableRandom(seed));
    require(Arrays.equals(before, image.values()), "The image given must stay as it is");
    require(
        first.height() == image.height()
            && first.width() == image.width()
            && first.channels() == image.channels(),
        "The size must stay "
            + image.height()
            + "×"
            + image.width()
            + "×"
            + image.channels()
            + ", not become "
            + first.height()
            + "×"
            + first.width()
            + "×"
            + first.channels());
    require(
        Arrays.equals(first.values(), again.values()),
        "The same generator must give the same image; draw from nowhere else");
    for (float value : first.values()) {
      require(Float.isFinite(value), "Every value must be finite, but one is " + value);
    }
  }

  private static ImagePatch image(int[] size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size[0] * size[1] * size[2]];
    for (int i = 0; i < values.length; i++) {
      values[i] = seed == 0 ? 0.5f : random.nextFloat(); // the first image is flat
    }
    return new ImagePatch(size[0], size[1], size[2], values);
  }
}
