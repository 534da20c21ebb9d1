// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.text;

import org.patchwork.learn.linear.Vectors;

/** Images classified by the texts they are nearest to. */
public final class ZeroShot {
  private ZeroShot() {}

  /**
   * Part of the images whose nearest text is their own.
   *
   * @param images embeddings of unit length
   * @param texts embeddings of unit length of the different texts
   * @param own for each image the place of its text
   */
  public static double accuracy(float[][] images, float[][] texts, int[] own) {
    int right = 0;
    for (int i = 0; i < images.length; i++) {
      int best = 0;
      double nearest = Double.NEGATIVE_INFINITY;
      for (int t = 0; t < texts.length; t++) {
        double cosine = Vectors.dot(images[i], texts[t]);
        if (cosine > nearest) {
          nearest = cosine;
          best = t;
        }
      }
      right += best == own[i] ? 1 : 0;
    }
    return (double) right / images.length;
  }
}
