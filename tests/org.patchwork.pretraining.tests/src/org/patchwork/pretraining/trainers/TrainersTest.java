// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.learn.encoder.Trainer;

/** What holds for every trainer we ship. */
class TrainersTest {

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(new SimClr(), new SimClr.Parameters(0.1, 8, 6, 2, true, false, 0, 0)),
        Arguments.of(new SimClr(), new SimClr.Parameters(0.1, 0, 3, 2, true, true, 0.1, 0)),
        Arguments.of(new SimClr(), new SimClr.Parameters(0.5, 8, 6, 3, false, false, 0, 0.5)),
        Arguments.of(new Hcl(), new Hcl.Parameters(0.5, 1, 0.1, false, new ProjectionHead(8, 6))),
        Arguments.of(new Hcl(), new Hcl.Parameters(0.5, 0, 0, false, new ProjectionHead(8, 6))),
        Arguments.of(new SimSiam(), new SimSiam.Parameters(8, 4)),
        Arguments.of(new Byol(), new Byol.Parameters(new ProjectionHead(8, 6), 0.9, true)),
        Arguments.of(new VicReg(), new VicReg.Parameters(25, 25, 1, new Expander(8))),
        Arguments.of(new BarlowTwins(), new BarlowTwins.Parameters(0.005, new Expander(8))));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  <P extends Record> void conforms(Trainer<P> trainer, P parameters) {
    Conformity.verify(trainer, parameters);
  }

  @Test
  void tauRisesToOneOverTheRun() {
    Byol byol = new Byol();
    Byol.Parameters rising = new Byol.Parameters(new ProjectionHead(8, 8), 0.9, true);
    assertEquals(0.9, byol.targetDecay(rising, 0).orElseThrow(), 1e-12);
    assertEquals(0.95, byol.targetDecay(rising, 0.5).orElseThrow(), 1e-12);
    assertEquals(1, byol.targetDecay(rising, 1).orElseThrow(), 1e-12);
    Byol.Parameters fixed = new Byol.Parameters(new ProjectionHead(8, 8), 0.9, false);
    assertEquals(0.9, byol.targetDecay(fixed, 1).orElseThrow(), 1e-12);
  }

  @Test
  void contradictionsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SimClr.Parameters(0.1, 8, 8, 2, true, true, 0, 0.5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Hcl.Parameters(0.1, 0.5, 0, false, new ProjectionHead(8, 8)));
  }
}
