// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchwork.core.RandomStreams;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;

/**
 * What a tower does only while training: it draws noise, and collects statistics for the inference
 * tower.
 */
final class TrainingMode {
  /** Of heads, as Keras has it. */
  static final float MOMENTUM = 0.99f;

  /**
   * Of encoders: with that of Keras the statistics of a run of a few hundred steps would still be
   * half those of the start, and with them each probe, picture and exported extractor.
   */
  static final float ENCODER_MOMENTUM = 0.9f;

  private final RandomStreams random;
  private final float momentum;
  private final Map<String, Operand<TFloat32>> averaged = new LinkedHashMap<>();
  private Placeholder<TInt64> step;
  private int drawings;

  /** A tower of a head. */
  TrainingMode(long seed) {
    this(seed, MOMENTUM);
  }

  /**
   * A tower.
   *
   * @param momentum how much of its value an average keeps in a step, from 0 to 1
   */
  TrainingMode(long seed, float momentum) {
    this.random = new RandomStreams(seed);
    this.momentum = momentum;
  }

  /** The placeholder for the number of the step, if the network needs one. */
  Optional<Placeholder<TInt64>> step() {
    return Optional.ofNullable(step);
  }

  /**
   * Uniform noise in [0, 1) that depends on seed, place in the network and step alone.
   *
   * @param x what the noise is for
   * @param channels one value for each channel of an image instead of one for each value of {@code
   *     x}
   */
  Operand<TFloat32> uniform(Ops tf, Operand<TFloat32> x, boolean channels) {
    if (step == null) {
      step = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
    }
    long seed = random.seedOf("dropout " + drawings++);
    Operand<TInt64> key = tf.stack(List.of(tf.constant(seed), step));
    return tf.random.statelessRandomUniform(channels ? channelShape(tf, x) : tf.shape(x), key);
  }

  private static Operand<TInt32> channelShape(Ops tf, Operand<TFloat32> x) {
    Operand<TInt32> count =
        tf.slice(tf.shape(x), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
    int size = Math.toIntExact(x.shape().get(3));
    return tf.concat(List.of(count, tf.constant(new int[] {1, 1, size})), tf.constant(0));
  }

  /** Notes that a state variable follows this batch statistic. */
  void average(String variable, Operand<TFloat32> statistic) {
    averaged.put(variable, statistic);
  }

  /**
   * The batch statistics that {@link #updates} reads; they must be there before any update runs.
   */
  List<Op> statistics() {
    return List.copyOf(averaged.values());
  }

  /** One update for each average: average ← momentum · average + (1 − momentum) · statistic. */
  List<Op> updates(Ops gated, Variables variables) {
    List<Op> updates = new ArrayList<>();
    averaged.forEach(
        (name, statistic) -> {
          Variables.Entry entry = variables.get(name);
          Operand<TFloat32> difference = gated.math.sub(entry.value(), statistic);
          Operand<TFloat32> part = gated.math.mul(difference, gated.constant(1 - momentum));
          updates.add(gated.assignSub(entry.variable(), part));
        });
    return updates;
  }
}
