// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.EncoderOptimizer.Method;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.networks.SmallNetwork;
import org.patchwork.pretraining.trainers.BarlowTwins;
import org.patchwork.pretraining.trainers.Byol;
import org.patchwork.pretraining.trainers.Hcl;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.pretraining.trainers.SimSiam;
import org.patchwork.pretraining.trainers.VicReg;
import org.patchwork.tensorflow.TensorFlowEngine;

/** The trainers we ship, with gradients: each learns a few images by heart, and repeats itself. */
class PretrainingOnEngineTest {
  private static final int SIDE = 8;
  private static final int IMAGES = 8;
  private static final int STEPS = 40;

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of(
            "SimCLR", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, false, 0, 0)),
        Arguments.of("DCL", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, true, 0, 0)),
        Arguments.of(
            "RINCE", new SimClr(), new SimClr.Parameters(.2, 32, 16, 2, true, false, 0, .5)),
        Arguments.of(
            "DirectCLR", new SimClr(), new SimClr.Parameters(.2, 0, 16, 2, true, false, .1, 0)),
        Arguments.of("HCL", new Hcl(), new Hcl.Parameters(.2, .5, .1, false, 32, 16)),
        Arguments.of("SimSiam", new SimSiam(), new SimSiam.Parameters(32, 8)),
        Arguments.of("BYOL", new Byol(), new Byol.Parameters(32, 16, .9, true)),
        Arguments.of("VICReg", new VicReg(), new VicReg.Parameters(25, 25, 1, 32)),
        Arguments.of("Barlow Twins", new BarlowTwins(), new BarlowTwins.Parameters(.005, 32)));
  }

  private static <P extends Record> EncoderModel open(Trainer<P> trainer, P parameters)
      throws TrainingException {
    SmallNetwork network = new SmallNetwork();
    SmallNetwork.Parameters small = new SmallNetwork.Parameters(8, 2);
    return new TensorFlowEngine()
        .openEncoder(
            new EncoderBuild(
                new int[] {SIDE, SIDE, 3},
                trainer.views(),
                IMAGES,
                (tower, images) -> network.build(tower, images, small),
                towers -> trainer.build(towers, parameters),
                new EncoderOptimizer(Method.ADAM, 0, 0),
                3));
  }

  /** Two views of eight images: the same picture with a little noise of its own. */
  private static float[] views() {
    int width = SIDE * SIDE * 3;
    float[] pictures = Networks.values("pictures", IMAGES * width);
    float[] noise = Networks.values("noise", 2 * IMAGES * width);
    float[] views = new float[noise.length];
    for (int i = 0; i < views.length; i++) {
      views[i] = 0.5f + 0.4f * pictures[i % pictures.length] + 0.1f * noise[i];
    }
    return views;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trainers")
  <P extends Record> void learnsAFewImagesByHeartAndRepeatsItself(
      String name, Trainer<P> trainer, P parameters) throws TrainingException {
    float[] views = views();
    try (EncoderModel model = open(trainer, parameters);
        EncoderModel twin = open(trainer, parameters)) {
      double first = 0;
      double last = 0;
      for (int step = 0; step < STEPS; step++) {
        double decay = trainer.targetDecay(parameters, (double) step / STEPS).orElse(1.0);
        double[] measured = model.step(views, 3e-3, decay);
        assertArrayEquals(measured, twin.step(views, 3e-3, decay), name + ", step " + step);
        first = step == 0 ? measured[0] : first;
        last = measured[0];
      }
      double scale = Math.max(1, Math.abs(first));
      assertTrue(last < first - 0.05 * scale, name + " fell from " + first + " to " + last);
      Map<String, float[]> expected = model.state();
      Map<String, float[]> actual = twin.state();
      assertEquals(expected.keySet(), actual.keySet());
      expected.forEach((key, values) -> assertArrayEquals(values, actual.get(key), key));
    }
  }
}
