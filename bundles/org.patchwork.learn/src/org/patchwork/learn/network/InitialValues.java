// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.network.Network.Init;

/**
 * Initial weights, computed here so that they depend on seed and name alone: neither on the order
 * of layers nor on the engine and its version.
 *
 * @param seed seed of the build
 */
public record InitialValues(long seed) {
  private static final double SMALL = 0.05;

  /** The values of a weight, row-major. */
  public float[] of(String name, Init init, int... shape) {
    float[] values = new float[product(shape)];
    switch (init) {
      case ZEROS -> Arrays.fill(values, 0);
      case ONES -> Arrays.fill(values, 1);
      case GLOROT_UNIFORM -> uniform(name, values, glorot(shape));
      case SMALL_UNIFORM -> uniform(name, values, SMALL);
      default -> throw new IllegalArgumentException("Unknown initialiser " + init);
    }
    return values;
  }

  /** Fans as Keras counts them: the last two dimensions, times the receptive field before them. */
  private static double glorot(int[] shape) {
    int last = shape.length - 1;
    int outputs = shape[last];
    int inputs = last > 0 ? shape[last - 1] : outputs;
    double field = last > 1 ? product(Arrays.copyOf(shape, last - 1)) : 1;
    return Math.sqrt(6 / (field * inputs + field * outputs));
  }

  private void uniform(String name, float[] values, double limit) {
    RandomGenerator random = new RandomStreams(seed).stream("weight " + name);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
  }

  private static int product(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
