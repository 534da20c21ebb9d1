// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Loss;
import org.patchwork.learn.WeightedLoss;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every loss that we ship, with and without weights, in the engine: the gradient is that of finite
 * differences, exactly zero for unknown cells of independent classes, and exactly zero in rows of
 * which nothing is known.
 */
class LossGradientTest {
  private static final Path LOSSES = Path.of("../../bundles/org.patchwork.learn.algorithms");
  private static final int ROWS = 4;
  private static final int CLASSES = 3;
  private static final int UNKNOWN_ROW = 2;
  private static final float[] TARGETS = {1, -1, 0, 0, 0, 1, -1, -1, -1, -1, 0, -1};
  private static final float[] WEIGHTS = {2, 1, 1, .5f, 1, 3, 1, 4, 1, 1, .2f, 1};

  record Case(String name, boolean exclusive, LossFunction loss) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  static Stream<Case> losses() throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(LOSSES.resolve("plugin.xml").toFile())
            .getElementsByTagName("loss");
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      String name = ((Element) found.item(i)).getAttribute("class");
      addCases(cases, (Loss<?>) Class.forName(name).getConstructor().newInstance());
    }
    assertTrue(cases.size() >= 6, "losses are found");
    return cases.stream();
  }

  private static <P extends Record> void addCases(List<Case> cases, Loss<P> loss) {
    P values = ParameterSchema.of(loss.parameterType()).defaults();
    String name = loss.getClass().getSimpleName();
    cases.add(
        new Case(
            name,
            loss.exclusive(),
            (ops, target, prediction) -> loss.build(ops, target, prediction, values)));
    if (loss instanceof WeightedLoss<P> weighted) {
      cases.add(
          new Case(
              name + ", weighted",
              loss.exclusive(),
              (ops, target, prediction) ->
                  weighted.build(
                      ops, target, prediction, ops.constant(WEIGHTS, ROWS, CLASSES), values)));
    }
  }

  /** On probabilities that logits make, as in training. */
  private static GradientTest.Case onLogits(Case tested, float[] targets) {
    return new GradientTest.Case(
        tested.name(),
        0,
        new int[] {ROWS, CLASSES},
        (n, x) -> tested.loss().build(n, n.constant(targets, ROWS, CLASSES), output(tested, n, x)));
  }

  private static Node output(Case tested, Network network, Node x) {
    return tested.exclusive() ? network.softmax(x) : network.sigmoid(x);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientIsThatOfFiniteDifferences(Case tested) throws TrainingException {
    try (GradientCheck check = new GradientCheck(onLogits(tested, TARGETS))) {
      check.run();
      float[] gradient = check.gradientOfInput();
      for (int i = 0; i < gradient.length; i++) {
        boolean unknown = TARGETS[i] == -1;
        if (unknown && (!tested.exclusive() || i / CLASSES == UNKNOWN_ROW)) {
          assertEquals(0, gradient[i], "cell " + i);
        }
      }
      assertTrue(gradient[0] != 0, "known cells are learnt from");
    }
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aBatchOfWhichNothingIsKnownHasNoGradient(Case tested) throws TrainingException {
    float[] unknown = new float[ROWS * CLASSES];
    java.util.Arrays.fill(unknown, -1);
    try (GradientCheck check = new GradientCheck(onLogits(tested, unknown))) {
      assertArrayEquals(new float[ROWS * CLASSES], check.gradientOfInput());
    }
  }

  /** Even where probabilities are 0 and 1 to the last bit, as an untrained model may give. */
  @ParameterizedTest
  @MethodSource("losses")
  void sureAndWrongIsFinite(Case tested) throws TrainingException {
    GradientTest.Case extreme =
        new GradientTest.Case(
            tested.name(),
            0,
            new int[] {ROWS, CLASSES},
            (n, x) ->
                tested
                    .loss()
                    .build(
                        n,
                        n.constant(TARGETS, ROWS, CLASSES),
                        output(tested, n, n.multiply(x, n.constant(1000)))));
    try (GradientCheck check = new GradientCheck(extreme)) {
      for (float value : check.gradientOfInput()) {
        assertTrue(Float.isFinite(value), "a gradient is " + value);
      }
    }
  }
}
