// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/** How the learning rate falls over a run. */
public enum Decay {
  NONE,
  /**
   * Half a cosine from the initial rate to 0 over all steps of the run (Loshchilov and Hutter 2017,
   * no restarts).
   */
  COSINE
}
