// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.network.Node;

/** Losses of labels and texts, by the numbers of the specification and by hand. */
class LabelLossesTest {
  private static final ReferenceOps OPS = new ReferenceOps();

  private static double value(Node node) {
    return ReferenceOps.value(node).scalar();
  }

  private static Node of(int columns, double... values) {
    return ReferenceValue.of(values, values.length / columns, columns);
  }

  @Test
  void imagesFindTheirTexts() {
    Node images =
        of(4, -1.368, 1.035, -.387, -.798, .759, 2.118, -1.185, -.461, .305, -1.12, 1.171, .449);
    Node texts =
        of(4, -2.367, 2.121, .116, -2.341, .685, 2.814, -1.187, -.781, .762, -1.789, 1.891, -.044);
    EncoderLoss loss =
        new PairLoss(0.07).build(OPS, images, texts, of(3, 1, 0, 0, 0, 1, 0, 0, 0, 1));
    assertEquals(0.000419529431868, value(loss.loss()), 1e-7);
    assertEquals(1, value(loss.measures().get("accuracy")), 1e-9);
  }

  /**
   * Both images are nearest to the first text: half of the rows and one of two columns is right.
   */
  @Test
  void accuracyIsTheMeanOfBothDirections() {
    EncoderLoss loss =
        new PairLoss(1).build(OPS, of(2, 1, 0, .9, .1), of(2, 1, .05, 0, 1), of(2, 1, 0, 0, 1));
    assertEquals(0.75, value(loss.measures().get("accuracy")), 1e-9);
  }

  @Test
  void textsAreEqualIfAllTheirNumbersAre() {
    Node numbers = of(3, 1, 5, 2, 1, 6, 2, 1, 5, 2);
    assertArrayEquals(
        new double[] {1, 0, 1, 0, 1, 0, 1, 0, 1},
        ReferenceOps.value(PairLoss.same(OPS, numbers)).values());
  }

  /** Two images of one text: neither is wrong about the other, and half belongs to each. */
  @Test
  void equalTextsAreOne() {
    Node images = of(2, 1, 0, 1, 0);
    EncoderLoss loss = new PairLoss(1).build(OPS, images, images, of(2, 1, 1, 1, 1));
    assertEquals(Math.log(2), value(loss.loss()), 1e-9);
    assertEquals(1, value(loss.measures().get("accuracy")), 1e-9);
  }

  @Test
  void unknownAnswersAddNothing() {
    Node answers = of(2, 1, 0, 0, 0);
    Node logits = of(2, 1, 0, 30, -30);
    assertEquals(
        Math.log(1 + Math.exp(-1)), value(TaskLoss.crossEntropy(OPS, answers, logits)), 1e-9);
    assertEquals(1, value(TaskLoss.accuracy(OPS, answers, logits)), 1e-9);
    Node none = of(2, 0, 0, 0, 0);
    assertEquals(0, value(TaskLoss.crossEntropy(OPS, none, logits)), 0);
    assertEquals(0, value(TaskLoss.divergence(OPS, none, logits)), 0);
  }

  @Test
  void aTeacherThatAgreesCostsNothing() {
    Node teacher = of(2, .8, .2);
    Node same = of(2, Math.log(.8), Math.log(.2));
    assertEquals(0, value(TaskLoss.divergence(OPS, teacher, same)), 1e-9);
    Node even = of(2, 0, 0);
    double expected = .8 * Math.log(.8 / .5) + .2 * Math.log(.2 / .5);
    assertEquals(expected, value(TaskLoss.divergence(OPS, teacher, even)), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1.69897093823", "0, -0.5, 2.42846552484"})
  void weightsAdaptAsSpecified(double first, double second, double expected) {
    double sum =
        value(TaskLoss.adaptive(OPS, OPS.constant(.7f), OPS.constant((float) first)))
            + value(TaskLoss.adaptive(OPS, OPS.constant(1.2f), OPS.constant((float) second)));
    assertEquals(expected, sum, 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0.95, 0.118891600361, 0.333333333333", "0.8, 0.241219747596, 0.666666666667"})
  void pseudoLabelsAreThoseOfTheSpecification(double threshold, double expected, double sure) {
    Node weak = of(3, .97, .5, .04, .9, .15, .5);
    Node strong = of(3, .7, .5, .3, .6, .2, .9);
    EncoderLoss loss = new PseudoLabelLoss(threshold).build(OPS, weak, strong);
    assertEquals(expected, value(loss.loss()), 1e-6);
    assertEquals(sure, value(loss.measures().get("fixmatch_mask_fraction")), 1e-9);
    assertEquals(5 / 6.0, value(loss.measures().get("fixmatch_prediction_accuracy")), 1e-9);
  }

  @Test
  void labelsThatAreNotKnownAddNothing() {
    Node labels = of(2, 1, -1, -1, -1);
    Node probabilities = of(2, .5, .9, .1, .2);
    assertEquals(Math.log(2), value(PseudoLabelLoss.supervised(OPS, labels, probabilities)), 1e-6);
    Node none = of(2, -1, -1, -1, -1);
    assertEquals(0, value(PseudoLabelLoss.supervised(OPS, none, probabilities)), 0);
  }
}
