// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.learn.linear.Vectors;

/**
 * Finds images that are as good as the same, by their features: pairs whose centred features have
 * at least a given cosine.
 *
 * <p>Each row is first reduced to the signs of 192 random projections (Charikar 2002, "Similarity
 * estimation techniques from rounding algorithms"); only pairs whose signs differ no more often
 * than such pairs do (4.5 standard deviations) have their cosine computed. Fewer than one pair in
 * 100,000 is missed. Takes n²/2 comparisons of three words: a second for 40,000 rows on one core.
 */
public final class NearDuplicates {
  private static final int WORDS = 3;
  private static final int BITS = WORDS * Long.SIZE;
  private static final double DEVIATIONS = 4.5;
  private static final int BLOCK = 256;

  private final FeatureMatrix features;
  private final int[] rows;
  private final double cosine;
  private float[] mean;

  private NearDuplicates(FeatureMatrix features, int[] rows, double cosine) {
    this.features = features;
    this.rows = rows;
    this.cosine = cosine;
  }

  /**
   * Finds the pairs.
   *
   * @param rows rows to compare; those without features are like no other
   * @param cosine least cosine of a pair, in (0, 1]
   * @param random draws the projections
   * @return pairs of row numbers, the smaller first
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static List<int[]> find(
      FeatureMatrix features,
      int[] rows,
      double cosine,
      RandomGenerator random,
      IProgressMonitor monitor) {
    if (!(cosine > 0 && cosine <= 1)) {
      throw new IllegalArgumentException(
          "The cosine of near duplicates is " + cosine + ", but must lie between 0 and 1.");
    }
    return new NearDuplicates(features, rows, cosine).find(random, monitor);
  }

  private List<int[]> find(RandomGenerator random, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Looking for near duplicates", 3 * rows.length);
    mean = mean(progress.split(rows.length));
    long[][] signs = signs(random, progress.split(rows.length));
    List<int[]> pairs = new ArrayList<>();
    for (int from = 0; from < rows.length; from += BLOCK) {
      int end = Math.min(rows.length, from + BLOCK);
      progress.split(end - from);
      IntStream.range(from, end)
          .parallel()
          .mapToObj(i -> similar(i, signs))
          .flatMap(List::stream)
          .forEachOrdered(pairs::add);
    }
    return pairs;
  }

  private float[] mean(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, rows.length);
    float[] row = new float[features.width()];
    double[] sums = new double[row.length];
    int count = 0;
    for (int r : rows) {
      progress.split(1);
      if (read(r, row)) {
        count++;
        for (int i = 0; i < row.length; i++) {
          sums[i] += row[i];
        }
      }
    }
    float[] means = new float[row.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[i] / Math.max(1, count));
    }
    return means;
  }

  /** False if the row has no features. */
  private boolean read(int row, float[] target) {
    if (row >= features.rows()) {
      return false;
    }
    features.read(row, target, 0);
    float check = 0;
    for (float value : target) {
      check += value * 0; // stays 0 unless a value is NaN or infinite
    }
    return check == 0;
  }

  /** Signs of the projections by place, null for a row without features. */
  private long[][] signs(RandomGenerator random, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, rows.length);
    float[][] planes = new float[BITS][features.width()];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) random.nextGaussian();
      }
    }
    long[][] signs = new long[rows.length][];
    for (int from = 0; from < rows.length; from += BLOCK) {
      int end = Math.min(rows.length, from + BLOCK);
      progress.split(end - from);
      IntStream.range(from, end).parallel().forEach(i -> signs[i] = signs(i, planes));
    }
    return signs;
  }

  private long[] signs(int place, float[][] planes) {
    float[] row = centred(place);
    if (row == null) {
      return null;
    }
    long[] signs = new long[WORDS];
    for (int bit = 0; bit < BITS; bit++) {
      if (Vectors.dot(row, planes[bit]) > 0) {
        signs[bit / Long.SIZE] |= 1L << bit % Long.SIZE;
      }
    }
    return signs;
  }

  private float[] centred(int place) {
    float[] row = new float[mean.length];
    if (!read(rows[place], row)) {
      return null;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] -= mean[i];
    }
    return row;
  }

  private List<int[]> similar(int place, long[][] signs) {
    List<int[]> pairs = new ArrayList<>();
    if (signs[place] == null) {
      return pairs;
    }
    double differing = Math.acos(cosine) / Math.PI;
    double limit = BITS * differing + DEVIATIONS * Math.sqrt(BITS * differing * (1 - differing));
    float[] row = null;
    for (int other = place + 1; other < rows.length; other++) {
      if (signs[other] != null && distance(signs[place], signs[other]) <= limit) {
        row = row == null ? centred(place) : row;
        if (cosine(row, centred(other)) >= cosine) {
          pairs.add(
              new int[] {Math.min(rows[place], rows[other]), Math.max(rows[place], rows[other])});
        }
      }
    }
    return pairs;
  }

  private static int distance(long[] a, long[] b) {
    return Long.bitCount(a[0] ^ b[0]) + Long.bitCount(a[1] ^ b[1]) + Long.bitCount(a[2] ^ b[2]);
  }

  private static double cosine(float[] a, float[] b) {
    double lengths = Math.sqrt(Vectors.dot(a, a) * Vectors.dot(b, b));
    return lengths == 0 ? 0 : Vectors.dot(a, b) / lengths * (1 + 1e-6); // equal rows reach 1
  }
}
