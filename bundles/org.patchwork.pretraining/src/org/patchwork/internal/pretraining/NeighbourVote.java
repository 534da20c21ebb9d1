// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;

/** What the nearest points by cosine say of a point's class, each with its cosine as weight. */
final class NeighbourVote {
  private static final int NEIGHBOURS = 5;

  private NeighbourVote() {}

  /** Part of the test points whose neighbours vote for their class. */
  static double accuracy(
      float[][] training, int[] trainingClasses, float[][] test, int[] testClasses, int classes) {
    float[][] known = Geometry.units(training);
    float[][] asked = Geometry.units(test);
    int right = 0;
    for (int i = 0; i < asked.length; i++) {
      right += vote(known, trainingClasses, asked[i], classes) == testClasses[i] ? 1 : 0;
    }
    return (double) right / test.length;
  }

  private static int vote(float[][] known, int[] labels, float[] point, int classes) {
    int[] nearest = new int[Math.min(NEIGHBOURS, known.length)];
    double[] cosines = new double[nearest.length];
    Arrays.fill(cosines, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < known.length; i++) {
      double cosine = Geometry.dot(known[i], point);
      int place = nearest.length - 1;
      if (cosine > cosines[place]) {
        while (place > 0 && cosine > cosines[place - 1]) {
          cosines[place] = cosines[place - 1];
          nearest[place] = nearest[--place];
        }
        cosines[place] = cosine;
        nearest[place] = i;
      }
    }
    double[] votes = new double[classes];
    for (int i = 0; i < nearest.length; i++) {
      votes[labels[nearest[i]]] += 1 + cosines[i]; // never negative
    }
    int best = 0;
    for (int c = 1; c < classes; c++) {
      best = votes[c] > votes[best] ? c : best;
    }
    return best;
  }
}
