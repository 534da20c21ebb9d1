// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What the nearest points by cosine say of a point's class, each with its cosine as weight. */
final class NeighbourVote {
  private static final int NEIGHBOURS = 5;

  private NeighbourVote() {}

  /** Part of the test points whose neighbours vote for their class. */
  static double accuracy(
      float[][] training, int[] trainingClasses, float[][] test, int[] testClasses, int classes) {
    PointBlocks asked = new PointBlocks(Geometry.units(test));
    float[] known = flat(Geometry.units(training));
    int right =
        IntStream.range(0, asked.blocks())
            .parallel()
            .map(
                block -> {
                  float[][] cosines = asked.times(known, block);
                  int hits = 0;
                  for (int i = 0; i < asked.pointsIn(block); i++) {
                    int truth = testClasses[asked.first(block) + i];
                    hits += vote(cosines, i, trainingClasses, classes) == truth ? 1 : 0;
                  }
                  return hits;
                })
            .sum();
    return (double) right / test.length;
  }

  private static float[] flat(float[][] points) {
    int width = points[0].length;
    float[] flat = new float[points.length * width];
    for (int i = 0; i < points.length; i++) {
      System.arraycopy(points[i], 0, flat, i * width, width);
    }
    return flat;
  }

  private static int vote(float[][] ofKnown, int point, int[] labels, int classes) {
    int[] nearest = new int[Math.min(NEIGHBOURS, ofKnown.length)];
    double[] cosines = new double[nearest.length];
    Arrays.fill(cosines, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < ofKnown.length; i++) {
      double cosine = ofKnown[i][point];
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
