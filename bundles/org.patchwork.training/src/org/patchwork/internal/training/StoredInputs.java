// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import org.patchwork.core.FeatureMatrix;

/**
 * Features on disk, the same in every view.
 *
 * @param features one row per image
 */
record StoredInputs(FeatureMatrix features) implements LiveInputs {
  @Override
  public int[] shape() {
    return features.shape();
  }

  @Override
  public void read(int row, View view, long seed, float[] target, int offset) {
    features.read(row, target, offset);
  }
}
