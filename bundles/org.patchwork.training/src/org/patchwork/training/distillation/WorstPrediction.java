// SPDX-License-Identifier: MIT
package org.patchwork.training.distillation;

/**
 * The two images of a class, among those that are checked, that the student is most wrong about.
 *
 * @param className the class
 * @param negative the highest-scoring image without the class; null if there is none
 * @param positive the lowest-scoring image with it; null if there is none
 */
public record WorstPrediction(String className, Image negative, Image positive) {

  /**
   * An image with its probability.
   *
   * @param row row of the image
   * @param path its path
   * @param probability what the student says
   */
  public record Image(int row, String path, double probability) {}
}
