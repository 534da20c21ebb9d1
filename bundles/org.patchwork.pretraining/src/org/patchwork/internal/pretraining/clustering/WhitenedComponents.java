// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.clustering;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.learn.linear.SymmetricEigen;
import org.patchwork.learn.linear.Vectors;

/**
 * Principal components of standardised features, each divided by its standard deviation, and the
 * whole brought to length 1: what DeepCluster clusters (Caron et al. 2018, section 3.3). The
 * directions come from subspace iteration on the covariance with a Rayleigh–Ritz step at its end
 * (Halko, Martinsson and Tropp 2011, section 4.5), so that many dimensions with few components are
 * cheap.
 *
 * @param mean mean of each dimension
 * @param deviation standard deviation of each dimension, 1 where it is 0
 * @param directions one row for each component, divided by the deviation along it
 */
public record WhitenedComponents(double[] mean, double[] deviation, double[][] directions) {
  private static final int ITERATIONS = 12;
  private static final int EXTRA = 10;

  /** Directions with less of the variance than this part of the largest say nothing but noise. */
  private static final double LEAST = 1e-7;

  /**
   * Learns the components of some features.
   *
   * @param features at least two, all as long
   * @param count number of components; fewer come out if there are fewer directions that vary
   * @param random where the search begins
   * @throws OperationCanceledException if the monitor was cancelled
   */
  public static WhitenedComponents of(
      float[][] features, int count, RandomGenerator random, IProgressMonitor monitor) {
    double[] mean = means(features);
    double[] deviation = deviations(features, mean);
    double[][] covariance = covariance(features, mean, deviation, monitor);
    int wanted = Math.min(count, mean.length);
    double[][] basis = subspace(covariance, Math.min(wanted + EXTRA, mean.length), random, monitor);
    SymmetricEigen inside = SymmetricEigen.of(within(covariance, basis));
    double largest = Arrays.stream(inside.values()).max().orElse(0);
    int[] order =
        IntStream.range(0, basis.length)
            .filter(k -> inside.values()[k] > LEAST * largest)
            .boxed()
            .sorted((a, b) -> Double.compare(inside.values()[b], inside.values()[a]))
            .limit(wanted)
            .mapToInt(Integer::intValue)
            .toArray();
    double[][] directions = new double[order.length][mean.length];
    for (int k = 0; k < order.length; k++) {
      double scale = 1 / Math.sqrt(inside.values()[order[k]]);
      for (int b = 0; b < basis.length; b++) {
        addTo(directions[k], basis[b], scale * inside.vectors()[b][order[k]]);
      }
    }
    return new WhitenedComponents(mean, deviation, directions);
  }

  /** Components of features, each row of length 1. */
  public float[][] unit(float[][] features) {
    return Arrays.stream(features).parallel().map(this::unit).toArray(float[][]::new);
  }

  private float[] unit(float[] feature) {
    float[] components = components(feature);
    double squares = 0;
    for (float component : components) {
      squares += component * component;
    }
    float factor = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
    for (int k = 0; k < components.length; k++) {
      components[k] *= factor;
    }
    return components;
  }

  /** The whitened components of one feature. */
  float[] components(float[] feature) {
    double[] standard = standardised(feature, mean, deviation);
    float[] components = new float[directions.length];
    for (int k = 0; k < components.length; k++) {
      components[k] = (float) Vectors.dot(directions[k], standard);
    }
    return components;
  }

  private static double[] means(float[][] features) {
    double[] mean = new double[features[0].length];
    for (float[] feature : features) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += feature[j] / (double) features.length;
      }
    }
    return mean;
  }

  private static double[] deviations(float[][] features, double[] mean) {
    double[] variance = new double[mean.length];
    for (float[] feature : features) {
      for (int j = 0; j < mean.length; j++) {
        variance[j] += (feature[j] - mean[j]) * (feature[j] - mean[j]) / features.length;
      }
    }
    return Arrays.stream(variance).map(v -> v > 1e-12 ? Math.sqrt(v) : 1).toArray();
  }

  private static double[] standardised(float[] feature, double[] mean, double[] deviation) {
    double[] standard = new double[mean.length];
    for (int j = 0; j < standard.length; j++) {
      standard[j] = (feature[j] - mean[j]) / deviation[j];
    }
    return standard;
  }

  private static double[][] covariance(
      float[][] features, double[] mean, double[] deviation, IProgressMonitor monitor) {
    double[][] standard =
        Arrays.stream(features)
            .parallel()
            .map(feature -> standardised(feature, mean, deviation))
            .toArray(double[][]::new);
    int width = mean.length;
    double[][] covariance = new double[width][width];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            i -> {
              goOn(monitor);
              for (double[] row : standard) {
                addTo(covariance[i], row, row[i] / features.length);
              }
            });
    return covariance;
  }

  /** An orthonormal basis of what the covariance stretches most. */
  private static double[][] subspace(
      double[][] covariance, int size, RandomGenerator random, IProgressMonitor monitor) {
    double[][] basis = new double[size][covariance.length];
    for (double[] vector : basis) {
      Arrays.setAll(vector, j -> random.nextGaussian());
    }
    orthonormalise(basis);
    for (int i = 0; i < ITERATIONS; i++) {
      goOn(monitor);
      basis =
          Arrays.stream(basis)
              .parallel()
              .map(vector -> product(covariance, vector))
              .toArray(double[][]::new);
      orthonormalise(basis);
    }
    return basis;
  }

  /** Modified Gram and Schmidt, twice, which is enough (Giraud et al. 2005). */
  private static void orthonormalise(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < i; k++) {
          addTo(vectors[i], vectors[k], -Vectors.dot(vectors[i], vectors[k]));
        }
        double norm = Math.sqrt(Vectors.dot(vectors[i], vectors[i]));
        double factor = norm > 1e-300 ? 1 / norm : 0; // a direction without variance
        for (int j = 0; j < vectors[i].length; j++) {
          vectors[i][j] *= factor;
        }
      }
    }
  }

  private static double[][] within(double[][] covariance, double[][] basis) {
    double[][] inside = new double[basis.length][basis.length];
    for (int i = 0; i < basis.length; i++) {
      double[] stretched = product(covariance, basis[i]);
      for (int k = 0; k <= i; k++) {
        inside[i][k] = Vectors.dot(stretched, basis[k]);
        inside[k][i] = inside[i][k];
      }
    }
    return inside;
  }

  private static double[] product(double[][] symmetric, double[] vector) {
    double[] product = new double[vector.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = Vectors.dot(symmetric[i], vector);
    }
    return product;
  }

  private static void goOn(IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }

  private static void addTo(double[] sum, double[] vector, double factor) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * vector[j];
    }
  }
}
