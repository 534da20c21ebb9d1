// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/** How gradients become steps. */
public enum Optimizer {
  /** Adam (Kingma and Ba 2015), β₁ .9, β₂ .999, ε 1e-7 outside the bias correction as in Keras. */
  ADAM,
  /** Gradient descent with momentum .9: v ← .9 v − rate · g, w ← w + v. */
  MOMENTUM
}
