// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import org.patchwork.learn.encoder.EncoderOptimizer.Method;

/**
 * An optimiser for one variable alone, without weight decay and outside the clipping of gradients.
 *
 * @param method Adam or momentum
 * @param rate factor of the learning rate of the run; negative to climb
 */
public record OwnRule(Method method, double rate) {
  public OwnRule {
    if (method != Method.ADAM && method != Method.MOMENTUM || !Double.isFinite(rate)) {
      throw new IllegalArgumentException(
          "A variable of its own takes Adam or momentum and a finite rate, not "
              + method
              + " and "
              + rate);
    }
  }
}
