// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;

/** Losses of pictures, clusters and segments, by the numbers of the specification and by hand. */
class GenerativeLossesTest {
  private static final ReferenceOps OPS = new ReferenceOps();

  private static double value(Node node) {
    return ReferenceOps.value(node).scalar();
  }

  private static double[] values(Node node) {
    return ReferenceOps.value(node).values();
  }

  private static void information(
      Node x, Node y, double information, double entropy, double conditional) {
    MutualInformationLoss measured = MutualInformationLoss.of(OPS, x, y);
    assertEquals(information, value(measured.information()), 1e-9);
    assertEquals(entropy, value(measured.entropy()), 1e-9);
    assertEquals(conditional, value(measured.conditionalEntropy()), 1e-9);
    assertEquals(-information - 0.5 * entropy, value(measured.loss(OPS, 0.5)), 1e-9);
  }

  @Test
  void mutualInformationIsThatOfTheSpecification() {
    Node certain = ReferenceValue.of(new double[] {1, 0, 0}, 1, 3);
    information(certain, certain, 5.5288993708e-06, 9.61168262798e-06, 4.08278325719e-06);
    information(
        ReferenceValue.of(new double[] {0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.1, 0.1, 0.8}, 3, 3),
        ReferenceValue.of(new double[] {0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.2, 0.2, 0.6}, 3, 3),
        0.113435085123,
        1.09606732845,
        0.982632243323);
  }

  @Test
  void onlyCoveredPixelsCountButTheMeanIsOverAll() {
    Node images = ReferenceValue.of(new double[] {1, 0, 0.5, 0.25, 1, 1, 0, 0}, 1, 2, 2, 2);
    Node drawn = ReferenceValue.of(new double[8], 1, 2, 2, 2);
    Node mask = ReferenceValue.of(new double[] {0, 1, 1, 0}, 1, 2, 2, 1);
    assertEquals(
        (0.75 + 2) / 8, value(ReconstructionLoss.covered(OPS, mask, images, drawn)), 1e-12);
    assertEquals(3.75 / 8, value(ReconstructionLoss.absolute(OPS, images, drawn)), 1e-12);
  }

  @Test
  void adversariesLoseTheLogarithmsOfTheirProbabilities() {
    Node drawn = ReferenceValue.of(new double[] {Math.log(0.25 / 0.75), 0}, 2, 1);
    Node real = ReferenceValue.of(new double[] {Math.log(4), 0}, 2, 1);
    double fooling = -(Math.log(0.25) + Math.log(0.5)) / 2;
    assertEquals(fooling, value(AdversarialLoss.fooling(OPS, drawn)), 1e-12);
    double telling = -(Math.log(0.8) + Math.log(0.5) + Math.log(0.75) + Math.log(0.5)) / 2;
    assertEquals(telling, value(AdversarialLoss.telling(OPS, real, drawn)), 1e-12);
    Node sure = ReferenceValue.of(new double[] {1000}, 1, 1);
    assertEquals(1000, value(AdversarialLoss.telling(OPS, sure, sure)), 1e-9);
  }

  private static final double[] FEATURES = {
    0.71, -2.59, 0.0, 0.58, 1.59, -1.33, 0.33, 0.74, -0.61, 0.38, 0.2, -0.05,
    0.08, -0.18, 0.87, 0.46, -0.36, -0.95, -1.26, 0.39, 0.65, -2.26, 0.27, -0.4
  };
  private static final double[] MASKS = {
    0.41860464954,
    0.0567823342057,
    0.0891472864762,
    0.302839115764,
    0.232558138633,
    0.59621450916,
    0.259689921474,
    0.0441640377156,
    0.583333331904,
    0.0,
    0.0539215684953,
    0.0,
    0.049019607723,
    0.0,
    0.313725489427,
    0.0
  };

  /** The specification divides by the four cells once more, which we do not. */
  @Test
  void segmentsArePooledImageByImage() {
    double[] expected = {
      0.13108527081, -0.179602712482, -0.0683527129134,
      0.107373816696, 0.196119873198, -0.19216876911,
      -0.174828430944, -0.00514705881091, 0.0906617644837,
      0.0, 0.0, 0.0
    };
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= 4;
    }
    SegmentPooling pooled =
        SegmentPooling.of(
            OPS, ReferenceValue.of(FEATURES, 2, 2, 2, 3), ReferenceValue.of(MASKS, 2, 2, 2, 2));
    assertArrayEquals(new int[] {4, 3}, pooled.vectors().shape());
    assertArrayEquals(expected, values(pooled.vectors()), 1e-6);
    assertArrayEquals(new double[] {1, 1, 1, 0}, values(pooled.present()));
  }

  /** A mask of any size gives the mean under it. */
  @Test
  void masksNeedNotSumToOne() {
    double[] areas = {3, 0, 1, 0, 0, 0.5, 0, 0.5};
    SegmentPooling pooled =
        SegmentPooling.of(
            OPS,
            ReferenceValue.of(new double[] {1, 5, 7, 9}, 1, 2, 2, 1),
            ReferenceValue.of(areas, 1, 2, 2, 2));
    assertArrayEquals(new double[] {2, 8}, values(pooled.vectors()), 1e-6);
  }

  private static final double[] FIRST = {
    -0.003218, -0.652389, -0.757768, 0.012871, -0.166274, 0.237456, 0.739537, 0.607497,
    -0.65667, 0.463664, 0.594729, -0.009875, -0.627673, 0.710884, -0.316405, 0.023628
  };
  private static final double[] SECOND = {
    0.012463, -0.761012, -0.593354, -0.261985, -0.089325, 0.938489, 0.31242, 0.11685,
    -0.545667, 0.380682, 0.739892, -0.099447, -0.202233, 0.391611, 0.185094, -0.878341
  };

  @Test
  void lostSegmentsCountNeitherAsRowsNorAsNegatives() {
    Node kept = ReferenceValue.of(new double[] {1, 0, 1, 1}, 4, 1);
    EncoderLoss loss =
        new SegmentContrastLoss(0.1)
            .build(OPS, ReferenceValue.of(FIRST, 4, 4), ReferenceValue.of(SECOND, 4, 4), kept);
    assertEquals(0.785954427246, value(loss.loss()), 1e-5);
  }

  @Test
  void whereAllSegmentsAreLostNothingIsLearnt() {
    EncoderLoss loss =
        new SegmentContrastLoss(0.1)
            .build(
                OPS,
                ReferenceValue.of(FIRST, 4, 4),
                ReferenceValue.of(SECOND, 4, 4),
                ReferenceValue.of(new double[4], 4, 1));
    assertEquals(0, value(loss.loss()));
    assertTrue(Double.isFinite(value(loss.measures().get("accuracy"))));
  }
}
