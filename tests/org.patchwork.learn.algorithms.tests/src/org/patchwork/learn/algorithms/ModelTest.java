// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.conformance.FineTuningModelConformance;
import org.patchwork.learn.conformance.OutputModelConformance;
import org.patchwork.learn.conformance.ReferenceNetwork;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.ShapeNetwork;

class ModelTest {

  @Nested
  class Global extends FineTuningModelConformance<GlobalPooling.Parameters> {
    @Override
    protected FineTuningModel<GlobalPooling.Parameters> algorithm() {
      return new GlobalPooling();
    }

    @Test
    void keepsTheContract() throws Exception {
      verify();
    }

    @Test
    void poolsAsTheOracle() throws Exception {
      JsonNode oracle = Oracles.cases("pooling").get(0);
      JsonNode map = oracle.get("input").get(0);
      double[] values = new double[map.size() * map.get(0).size() * 2];
      for (int i = 0; i < values.length; i++) {
        values[i] =
            map.get(i / 2 / map.get(0).size()).get(i / 2 % map.get(0).size()).get(i % 2).asDouble();
      }
      Node input = ReferenceValue.of(values, 1, map.size(), map.get(0).size(), 2);
      assertArrayEquals(Oracles.doubles(oracle.get("max").get(0)), pooled(input, Pooling.MAX));
      assertArrayEquals(
          Oracles.doubles(oracle.get("average").get(0)), pooled(input, Pooling.AVERAGE));
      assertArrayEquals(values, pooled(input, Pooling.FLATTEN));
    }

    private double[] pooled(Node input, Pooling pooling) {
      ReferenceNetwork network = new ReferenceNetwork(1);
      GlobalPooling.Parameters parameters = new GlobalPooling.Parameters(pooling);
      return ReferenceOps.value(new GlobalPooling().build(network, input, parameters)).values();
    }
  }

  @Nested
  class Dense extends FineTuningModelConformance<DenseLayers.Parameters> {
    @Override
    protected FineTuningModel<DenseLayers.Parameters> algorithm() {
      return new DenseLayers();
    }

    @Override
    protected DenseLayers.Parameters parameters() {
      return new DenseLayers.Parameters("7, 3", 0.5, Pooling.MAX);
    }

    @Test
    void keepsTheContract() throws Exception {
      verify();
    }

    @Test
    void anEmptyListLeavesTheFeatures() throws Exception {
      DenseLayers.Parameters none = new DenseLayers.Parameters(" ", 0, Pooling.AVERAGE);
      ShapeNetwork.Outline outline =
          ShapeNetwork.outline(
              new int[] {5}, (network, features) -> algorithm().build(network, features, none));
      assertEquals(List.of(5), outline.outputShape());
      assertEquals(0, outline.parameterCount());
    }
  }

  @Nested
  class Convolutional extends FineTuningModelConformance<Convnet.Parameters> {
    @Override
    protected FineTuningModel<Convnet.Parameters> algorithm() {
      return new Convnet();
    }

    @Override
    protected Convnet.Parameters parameters() {
      return new Convnet.Parameters("4, r, p, d,5", 3, true, true, 0, Pooling.AVERAGE);
    }

    @Override
    protected boolean takesVectors() {
      return false;
    }

    @Test
    void keepsTheContract() throws Exception {
      verify();
    }

    @Test
    void listsHaveTheWidthOfTheirLastNumber() throws Exception {
      assertEquals(List.of(11), outline("10,p,11", 8).outputShape());
      assertEquals(List.of(13), outline("7,p,d,11,p,d,13", 8).outputShape());
      assertEquals(6 * 10 + 10 + 10 * 11 + 11, outline("10,p,11", 8).parameterCount());
    }

    @Test
    void aPoolTooManyIsNamed() {
      String message =
          assertThrows(TrainingException.class, () -> outline("4,p,p,p,p", 8)).getMessage();
      assertTrue(message.contains("Layer 5 (p)") && message.contains("1×1"), message);
    }

    private ShapeNetwork.Outline outline(String layers, int size) throws TrainingException {
      Convnet.Parameters parameters =
          new Convnet.Parameters(layers, 1, false, false, 0.5, Pooling.MAX);
      return ShapeNetwork.outline(
          new int[] {size, size, 6},
          (network, features) -> new Convnet().build(network, features, parameters));
    }

    /**
     * With all weights of the last convolution 0 a residual block is the identity, whatever else is
     * in it.
     */
    @Test
    void aResidualBlockAddsItsInput() throws Exception {
      Convnet.Parameters block = new Convnet.Parameters("r", 3, true, false, 0, Pooling.FLATTEN);
      ReferenceNetwork network = new ReferenceNetwork(1);
      double[] values = {1, -2, 3, -4, 5, 6, -7, 8};
      Node input = ReferenceValue.of(values, 1, 2, 2, 2);
      new Convnet().build(network, input, block);
      assertTrue(
          network
              .weights()
              .keySet()
              .containsAll(
                  List.of(
                      "residual1a/norm/gamma",
                      "residual1a/kernel",
                      "residual1b/norm/gamma",
                      "residual1b/kernel")));
      java.util.Arrays.fill(network.weights().get("residual1b/kernel").values(), 0);
      Node output = new Convnet().build(network, input, block);
      assertArrayEquals(values, ReferenceOps.value(output).values(), 1e-12);
    }

    /** The first batch norm must act: scaling its output to 0 leaves only biases behind. */
    @Test
    void theFirstNormOfAResidualBlockActs() throws Exception {
      Convnet.Parameters block = new Convnet.Parameters("r", 1, true, false, 0, Pooling.FLATTEN);
      ReferenceNetwork network = new ReferenceNetwork(1);
      double[] values = {1, 2, 3, 4};
      Node input = ReferenceValue.of(values, 1, 1, 2, 2);
      double[] before = ReferenceOps.value(new Convnet().build(network, input, block)).values();
      java.util.Arrays.fill(network.weights().get("residual1a/norm/gamma").values(), 0);
      double[] after = ReferenceOps.value(new Convnet().build(network, input, block)).values();
      assertArrayEquals(values, after, 1e-12);
      assertTrue(Math.abs(before[0] - values[0]) + Math.abs(before[3] - values[3]) > 1e-3);
    }

    @Test
    void aBadListHasPositionAndCure() {
      assertTrue(failure("128,x,3").contains("Layer 2 (column 5) is \"x\""), failure("128,x,3"));
      assertTrue(failure("128,,3").contains("Layer 2 (column 5"), failure("128,,3"));
      assertTrue(failure("128, -4").contains("Layer 2 (column 6) is \"-4\""), failure("128, -4"));
      assertTrue(failure("8.5").contains("p (pooling)"), failure("8.5"));
      assertTrue(failure("1,").contains("remove the comma"), failure("1,"));
    }

    private static String failure(String layers) {
      return assertThrows(
              IllegalArgumentException.class,
              () -> new Convnet.Parameters(layers, 1, false, false, 0, Pooling.MAX))
          .getMessage();
    }

    @Test
    void anEvenKernelIsRefused() {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Convnet.Parameters("8", 2, false, false, 0, Pooling.MAX));
    }
  }

  /** What all output models have in common. */
  abstract static class Output<P extends Record> extends OutputModelConformance<P> {
    private final OutputModel<P> model;
    private final Loss<?> loss;
    private final P normalizing;

    Output(OutputModel<P> model, Loss<?> loss, P normalizing) {
      this.model = model;
      this.loss = loss;
      this.normalizing = normalizing;
    }

    @Override
    protected OutputModel<P> algorithm() {
      return model;
    }

    @Override
    protected Loss<?> loss() {
      return loss;
    }

    @Test
    void keepsTheContract() {
      verify();
    }

    @Test
    void normalisingForgetsLengths() {
      ReferenceNetwork network = new ReferenceNetwork(1);
      Node x = ReferenceValue.of(new double[] {1, 2, 10, 20}, 2, 2);
      double[] p = ReferenceOps.value(model.build(network, x, 2, normalizing)).values();
      assertEquals(p[0], p[2], 1e-12);
      assertEquals(p[1], p[3], 1e-12);
    }
  }

  @Nested
  class Sigmoid extends Output<SigmoidOutput.Parameters> {
    Sigmoid() {
      super(
          new SigmoidOutput(),
          new MaskedBinaryCrossEntropy(),
          new SigmoidOutput.Parameters(true, 0));
    }

    @Test
    void tellsTheLossHowToSmooth() {
      assertEquals(
          Map.of("labelSmoothing", 0.1),
          algorithm().lossParameters(new SigmoidOutput.Parameters(false, 0.1)));
    }
  }

  @Nested
  class FocalSigmoid extends Output<FocalOutput.Parameters> {
    FocalSigmoid() {
      super(new FocalOutput(), new MaskedFocalLoss(), new FocalOutput.Parameters(true, 2));
    }

    @Test
    void tellsTheLossItsGamma() {
      assertEquals(
          Map.of("gamma", 3.0), algorithm().lossParameters(new FocalOutput.Parameters(false, 3)));
    }
  }

  @Nested
  class Softmax extends Output<SoftmaxOutput.Parameters> {
    Softmax() {
      super(new SoftmaxOutput(), new ExclusiveCrossEntropy(), new SoftmaxOutput.Parameters(true));
    }
  }

  @Nested
  class Cosine extends Output<CosineOutput.Parameters> {
    Cosine() {
      super(
          new CosineOutput(),
          new MaskedBinaryCrossEntropy(),
          new CosineOutput.Parameters(5, true, 3, 0));
    }

    @Test
    void isTheOracleWithoutScale() throws Exception {
      JsonNode oracle = Oracles.cases("cosine").get(0);
      ReferenceNetwork network = new ReferenceNetwork(1);
      CosineOutput.Parameters plain = new CosineOutput.Parameters(1, false, 2, 0);
      ReferenceValue x = Oracles.matrix(oracle.get("x"));
      algorithm().build(network, x, 2, plain);
      copy(Oracles.matrix(oracle.get("kernel")), network, "output/kernel");
      copy(Oracles.matrix(oracle.get("embedding")), network, "output/embedding");
      double[] p = ReferenceOps.value(algorithm().build(network, x, 2, plain)).values();
      assertArrayEquals(Oracles.matrix(oracle.get("expected")).values(), p, 1e-9);
    }

    /** Probabilities near 0 and 1 are within reach: pseudolabels need them. */
    @Test
    void theScaleReachesSureProbabilities() {
      ReferenceNetwork network = new ReferenceNetwork(1);
      Node x = ReferenceValue.of(new double[] {1, 2, -1, -2}, 2, 2);
      CosineOutput.Parameters sharp = new CosineOutput.Parameters(20, false, 2, 0);
      algorithm().build(network, x, 1, sharp);
      copy(ReferenceValue.of(new double[] {1, 0, 0, 1}, 2, 2), network, "output/kernel");
      copy(ReferenceValue.of(new double[] {1, 2}, 1, 2), network, "output/embedding");
      double[] p = ReferenceOps.value(algorithm().build(network, x, 1, sharp)).values();
      assertTrue(p[0] > 0.999 && p[1] < 0.001, p[0] + " " + p[1]);
    }

    private static void copy(ReferenceValue from, ReferenceNetwork network, String name) {
      double[] values = network.weights().get(name).values();
      System.arraycopy(from.values(), 0, values, 0, values.length);
    }
  }
}
