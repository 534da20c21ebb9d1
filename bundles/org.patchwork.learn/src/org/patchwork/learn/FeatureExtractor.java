// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.image.InputSpec;

/**
 * A function from images to features, and the images it wants. Close it.
 *
 * @param input size and channels of the images
 * @param scale factor from pixel values in [0, 1] to the range the function expects, for example
 *     255
 * @param offset what is added after scaling, for example −1 with scale 2 for the range [−1, 1]
 * @param function from {@code [n, height, width, channels]} to {@code [n, d]} or {@code [n, h, w,
 *     c]}
 */
public record FeatureExtractor(
    InputSpec input, double scale, double offset, CompiledFunction function)
    implements AutoCloseable {

  /** An extractor whose range begins at 0. */
  public FeatureExtractor(InputSpec input, double scale, CompiledFunction function) {
    this(input, scale, 0, function);
  }

  /** Converts pixel values from [0, 1] to the range the function expects, in place. */
  public void toRange(float[] pixels, int length) {
    if (scale == 1 && offset == 0) {
      return;
    }
    float factor = (float) scale;
    float shift = (float) offset;
    for (int i = 0; i < length; i++) {
      pixels[i] = pixels[i] * factor + shift;
    }
  }

  @Override
  public void close() {
    function.close();
  }
}
