// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import org.patchwork.learn.conformance.TrainerConformance;
import org.patchwork.learn.encoder.Trainer;

/** The contract of trainers as a check of any of them. */
final class Conformity {
  private Conformity() {}

  static <P extends Record> void verify(Trainer<P> trainer, P parameters) {
    new TrainerConformance<P>() {
      @Override
      protected Trainer<P> algorithm() {
        return trainer;
      }

      @Override
      protected P parameters() {
        return parameters;
      }
    }.verify();
  }
}
