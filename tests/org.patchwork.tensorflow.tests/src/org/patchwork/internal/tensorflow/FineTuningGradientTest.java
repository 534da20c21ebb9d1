// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.algorithms.Convnet;
import org.patchwork.learn.algorithms.DenseLayers;
import org.patchwork.learn.algorithms.GlobalPooling;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every fine-tuning model that we ship, as a whole, in the engine and in training mode: the
 * gradients by its input and by each of its weights are those of finite differences.
 */
class FineTuningGradientTest {
  private static final Path ALGORITHMS = Path.of("../../bundles/org.patchwork.learn.algorithms");
  private static final int[] MAP = {3, 4, 4, 3};
  private static final int[] VECTOR = {3, 5};
  private static final List<String> POOLINGS = List.of("max", "average", "flatten");

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  static Stream<GradientTest.Case> models() {
    List<GradientTest.Case> cases = new ArrayList<>();
    cases.add(of(new GlobalPooling(), VECTOR, Map.of()));
    for (String pooling : POOLINGS) {
      cases.add(of(new GlobalPooling(), MAP, Map.of("pooling", pooling)));
      cases.add(of(new DenseLayers(), MAP, Map.of("pooling", pooling, "hiddenLayers", "4,3")));
    }
    cases.add(of(new DenseLayers(), VECTOR, Map.of("hiddenLayers", "6", "dropout", 0.4)));
    cases.add(of(new DenseLayers(), VECTOR, Map.of("hiddenLayers", "", "dropout", 0.4)));
    for (boolean batchNorm : new boolean[] {false, true}) {
      for (boolean separable : new boolean[] {false, true}) {
        for (String layers : List.of("4,p", "r", "2,p,d,r")) {
          cases.add(
              of(
                  new Convnet(),
                  MAP,
                  Map.of(
                      "layers",
                      layers,
                      "kernelSize",
                      layers.equals("r") ? 3 : 1,
                      "batchNorm",
                      batchNorm,
                      "separable",
                      separable,
                      "pooling",
                      POOLINGS.get(cases.size() % POOLINGS.size()))));
        }
      }
    }
    return cases.stream();
  }

  private static <P extends Record> GradientTest.Case of(
      FineTuningModel<P> model, int[] shape, Map<String, Object> settings) {
    P parameters = ParameterSchema.of(model.parameterType()).create(settings);
    return new GradientTest.Case(
        parameters.getClass().getDeclaringClass().getSimpleName() + " " + parameters,
        0,
        shape,
        (network, x) -> {
          try {
            return network.negate(model.build(network, x, parameters)); // pooling may do nothing
          } catch (TrainingException e) {
            throw new AssertionError(e);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("models")
  void gradientIsThatOfFiniteDifferences(GradientTest.Case model) throws TrainingException {
    try (GradientCheck check = new GradientCheck(model)) {
      check.run();
    }
  }

  @Test
  void everyModelWeShipIsAmongThem() throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(ALGORITHMS.resolve("plugin.xml").toFile())
            .getElementsByTagName("fineTuningModel");
    Set<String> shipped = new HashSet<>();
    for (int i = 0; i < found.getLength(); i++) {
      String name = ((Element) found.item(i)).getAttribute("class");
      shipped.add(name.substring(name.lastIndexOf('.') + 1));
    }
    Set<String> checked = new HashSet<>();
    models().forEach(each -> checked.add(each.name().substring(0, each.name().indexOf(' '))));
    assertEquals(shipped, checked);
  }
}
