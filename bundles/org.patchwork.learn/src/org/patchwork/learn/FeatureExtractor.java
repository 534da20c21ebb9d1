// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import org.patchwork.image.InputSpec;

/**
 * A function from images to features, and the images it wants. Close it.
 *
 * @param input size and channels of the images
 * @param scale factor from pixel values in [0, 1] to the range the function expects, for example 255
 * @param function from {@code [n, height, width, channels]} to {@code [n, d]} or {@code [n, h, w, c]}
 */
public record FeatureExtractor(InputSpec input, double scale, CompiledFunction function) implements AutoCloseable {
  @Override
  public void close() {
    function.close();
  }
}
