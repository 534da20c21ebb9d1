// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.direct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.ClassWeights;
import org.patchwork.learn.Loss;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.WeightedLoss;
import org.patchwork.learn.conformance.ReferenceEngine;
import org.patchwork.learn.network.LossFunction;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every loss that we ship, with and without class weights, trains small heads in plain Java. */
class DirectLossTest {
  private static final Path LOSSES = Path.of("../../bundles/org.patchwork.learn.algorithms");
  private static final ClassWeights WEIGHTS =
      new ClassWeights(new float[] {.5f, 1, 2}, new float[] {3, 1, .25f});
  private static final int INPUTS = 4;
  private static final int CLASSES = 3;
  private static final int ROWS = 8;
  private static final float STEP = 2e-2f;

  private final float[] inputs = new float[ROWS * INPUTS];
  private final float[] targets = new float[ROWS * CLASSES];

  DirectLossTest() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < targets.length; i++) {
      targets[i] = random.nextInt(3) - 1;
    }
  }

  record Case(String name, boolean exclusive, LossFunction loss) {
    @Override
    public String toString() {
      return name;
    }
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
    cases.add(new Case(name, loss.exclusive(), (ops, y, p) -> loss.build(ops, y, p, values)));
    if (loss instanceof WeightedLoss<P> weighted) {
      cases.add(
          new Case(
              name + ", weighted",
              loss.exclusive(),
              (ops, y, p) -> weighted.build(ops, y, p, WEIGHTS.cells(ops, y), values)));
    }
  }

  private static TrainableModel open(Case tested) throws TrainingException {
    ModelBuild build =
        new ModelBuild(
            new int[] {INPUTS},
            CLASSES,
            (network, x) ->
                tested.exclusive()
                    ? network.softmax(network.dense("output", x, CLASSES))
                    : network.sigmoid(network.dense("output", x, CLASSES)),
            tested.loss(),
            Optimizer.MOMENTUM,
            0,
            name -> false,
            7);
    return DirectModel.open(build, new ReferenceEngine()).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("losses")
  void gradientsAreThoseOfFiniteDifferences(Case tested) throws Exception {
    try (TrainableModel model = open(tested)) {
      Map<String, float[]> start = model.weights();
      model.step(inputs, targets, ROWS, 1); // the first step of momentum is the gradient
      Map<String, float[]> after = model.weights();
      for (String name : start.keySet()) {
        for (int i = 0; i < start.get(name).length; i++) {
          double gradient = start.get(name)[i] - after.get(name)[i];
          double wanted =
              (loss(model, start, name, i, STEP) - loss(model, start, name, i, -STEP)) / (2 * STEP);
          assertEquals(wanted, gradient, 3e-3 * (Math.abs(wanted) + 1), name + " " + i);
        }
      }
    }
  }

  private double loss(
      TrainableModel model, Map<String, float[]> start, String name, int index, float step)
      throws TrainingException {
    Map<String, float[]> moved = new LinkedHashMap<>();
    start.forEach((key, values) -> moved.put(key, values.clone()));
    moved.get(name)[index] += step;
    model.restore(moved);
    return model.loss(inputs, targets, ROWS);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aBatchOfWhichNothingIsKnownChangesNothing(Case tested) throws Exception {
    float[] unknown = new float[targets.length];
    Arrays.fill(unknown, -1);
    try (TrainableModel model = open(tested)) {
      Map<String, float[]> start = model.weights();
      assertEquals(0, model.step(inputs, unknown, ROWS, 1));
      Map<String, float[]> after = model.weights();
      start.forEach((name, values) -> assertArrayEquals(values, after.get(name), name));
    }
  }
}
