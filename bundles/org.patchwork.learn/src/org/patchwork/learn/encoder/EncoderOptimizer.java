// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

/**
 * How gradients become steps of an encoder.
 *
 * @param method the rule
 * @param weightDecay pull of kernels towards 0; biases and normalisations are never decayed. Adam
 *     and momentum take it as ½ · decay · Σ kernel² in the loss, AdamW and LARS in their step
 * @param clipNorm gradients together longer than this are shortened to it; 0 for never
 */
public record EncoderOptimizer(Method method, double weightDecay, double clipNorm) {

  /** The rule. */
  public enum Method {
    /** Adam (Kingma and Ba 2015), β₁ .9, β₂ .999, ε 1e-7 outside the bias correction. */
    ADAM,
    /**
     * Adam, kernels first shrunk by rate · decay of themselves (Loshchilov and Hutter 2019); the
     * decay does not pass the moments.
     */
    ADAMW,
    /** Gradient descent with momentum .9: v ← .9 v − rate · g, w ← w + v. */
    MOMENTUM,
    /**
     * Layer-wise rates (You, Gitman and Ginsburg 2017): g ← g + decay · w; v ← .9 v + rate · η ·
     * |w| / |g| · g; w ← w − v; η .001, the ratio 1 where a norm is 0. Biases and normalisations,
     * known by their kind, take momentum alone.
     */
    LARS
  }

  public EncoderOptimizer {
    if (!(weightDecay >= 0) || !(clipNorm >= 0)) {
      throw new IllegalArgumentException(
          "Weight decay and the norm to clip at must not be negative, but are "
              + weightDecay
              + " and "
              + clipNorm);
    }
  }

  /** True if the decay is part of the loss. */
  public boolean decaysInLoss() {
    return method == Method.ADAM || method == Method.MOMENTUM;
  }
}
