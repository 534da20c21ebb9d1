// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Map;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.tensorflow.TensorFlowEngine;

/**
 * Images without a pattern, each another one, and what is needed to learn from them.
 *
 * @param size number of images
 */
record Waves(int size) implements ImageSource {
  /** SimCLR on the engine. */
  static Algorithms simClr() {
    return new Algorithms(
        Catalog.of(Map.of("tensorflow", new TensorFlowEngine())),
        BuiltInAugmentations.catalog(),
        Catalog.<Trainer<?>>of(Map.of("simclr", new SimClr())));
  }

  @Override
  public String path(int index) {
    return index + ".png";
  }

  @Override
  public void read(int index, InputSpec input, float[] target, int offset) {
    for (int i = 0; i < input.values(); i++) {
      target[offset + i] = (float) Math.abs(Math.sin(index + i * .37));
    }
  }
}
