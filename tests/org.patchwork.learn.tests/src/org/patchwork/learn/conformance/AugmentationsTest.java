// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.Contribution;
import org.patchwork.image.augmentation.Augmentation;
import org.patchwork.image.augmentation.BuiltInAugmentations;

/** The shipped augmentations against their contract. */
class AugmentationsTest {
  static List<Contribution<Augmentation<?>>> all() {
    return BuiltInAugmentations.catalog().all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void keepsTheContract(Contribution<Augmentation<?>> augmentation) {
    conformance(augmentation.instance()).verify();
  }

  private static <P extends Record> AugmentationConformance<P> conformance(
      Augmentation<P> checked) {
    return new AugmentationConformance<>() {
      @Override
      protected Augmentation<P> algorithm() {
        return checked;
      }
    };
  }
}
