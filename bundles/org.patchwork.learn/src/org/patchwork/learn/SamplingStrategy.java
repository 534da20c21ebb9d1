// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/** How the cells (class, value) are weighted when training rows are drawn. */
public enum SamplingStrategy {
  /** Every cell alike. */
  CLASS,
  /** By the number of rows in the cell. */
  INSTANCE,
  /** By the square root of the number of rows in the cell. */
  SQUARE_ROOT
}
