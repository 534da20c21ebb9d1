// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

/** How an inner feature map becomes a vector. */
public enum LayerPooling {
  /** Mean of each channel. */
  AVERAGE,
  /** Maximum of each channel. */
  MAX
}
