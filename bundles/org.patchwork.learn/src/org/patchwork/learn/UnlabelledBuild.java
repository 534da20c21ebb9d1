// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.OptionalDouble;

/**
 * The unlabelled side of a {@link LiveBuild}.
 *
 * @param weight factor of the loss, above 0
 * @param loss from what the network makes of the images to a scalar
 * @param strongView true if each batch holds a second, strongly augmented view
 * @param teacherDecay of the moving average of the weights; empty for no teacher
 */
public record UnlabelledBuild(
    double weight, UnlabelledLoss loss, boolean strongView, OptionalDouble teacherDecay) {
  public UnlabelledBuild {
    if (!(weight > 0)) {
      throw new IllegalArgumentException(
          "An unlabelled loss of weight " + weight + " is none; leave it out");
    }
  }
}
