// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SavedModelSettings;
import org.patchwork.learn.conformance.ReferenceNetwork;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.ShapeNetwork;

/** Sizes of the architectures by the numbers of the specification and the papers. */
class NetworksTest {

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of(
            new WideResNet(), new WideResNet.Parameters(16, 1, 0), 32, 198128, List.of(4, 4, 64)),
        Arguments.of(
            new WideResNet(),
            new WideResNet.Parameters(28, 2, 0.5),
            32,
            1555936,
            List.of(4, 4, 128)),
        Arguments.of(
            new ConvMixer(),
            new ConvMixer.Parameters(7, 2, 9, 7, false),
            128,
            2366,
            List.of(18, 18, 7)),
        Arguments.of(
            new ConvMixer(),
            new ConvMixer.Parameters(64, 4, 9, 7, true),
            128,
            48256,
            List.of(18, 18, 64)),
        Arguments.of(
            new ConvNeXt(),
            new ConvNeXt.Parameters(ConvNeXt.Size.A, false),
            64,
            3372040,
            List.of(2, 2, 320)),
        Arguments.of(
            new ConvNeXt(),
            new ConvNeXt.Parameters(ConvNeXt.Size.A, true),
            64,
            3386760,
            List.of(2, 2, 320)),
        Arguments.of(
            new ConvNeXt(),
            new ConvNeXt.Parameters(ConvNeXt.Size.T, true),
            224,
            27864960,
            List.of(7, 7, 768)),
        // 9 · (3 · 32 + 32 · 64 + 64 · 128 + 128 · 256) kernels and 480 biases
        Arguments.of(
            new StridedNetwork(),
            new StridedNetwork.Parameters(32, 4, 0.5),
            64,
            388416,
            List.of(4, 4, 256)),
        Arguments.of(
            new SmallNetwork(),
            new SmallNetwork.Parameters(16, 3),
            32,
            302864,
            List.of(4, 4, 128)));
  }

  static Stream<Arguments> classics() {
    return Stream.of(
        // torchvision's ResNet-18 has 11,689,512 weights, 513,000 of them in its classifier
        Arguments.of(
            new ResNet18(), new ResNet18.Parameters(1, false), 224, 11176512, List.of(7, 7, 512)),
        // 21,797,672 and 25,557,032 with 513,000 and 2,049,000 in the classifiers
        Arguments.of(
            new ResNet34(), new ResNet34.Parameters(1, false), 224, 21284672, List.of(7, 7, 512)),
        Arguments.of(
            new ResNet50(),
            new ResNet50.Parameters(1, false, false),
            224,
            23508032,
            List.of(7, 7, 2048)),
        Arguments.of(
            new ResNet50(),
            new ResNet50.Parameters(1, false, true),
            128,
            23534464,
            List.of(4, 4, 2048)),
        Arguments.of(
            new ResNet50(),
            new ResNet50.Parameters(0.25, true, false),
            32,
            1479056,
            List.of(4, 4, 512)),
        Arguments.of(
            new BnAlexNet(), new BnAlexNet.Parameters(1), 128, 3749952, List.of(3, 3, 256)),
        Arguments.of(
            new ContextNetwork(),
            new ContextNetwork.Parameters(32, 5),
            64,
            2789792,
            List.of(2, 2, 512)));
  }

  @ParameterizedTest
  @MethodSource({"sizes", "classics"})
  <P extends Record> void hasTheSizeOfItsPaper(
      EncoderNetwork<P> network, P parameters, int side, long weights, List<Integer> shape)
      throws TrainingException {
    ShapeNetwork.Outline outline =
        ShapeNetwork.outline(
            new int[] {side, side, 3}, (n, images) -> network.build(n, images, parameters));
    assertEquals(weights, outline.parameterCount());
    assertEquals(shape, outline.outputShape());
  }

  @Test
  void everyNetworkHasDefaultsThatFit() throws TrainingException {
    for (var entry : BuiltInNetworks.catalog().all()) {
      outline(entry.instance());
    }
  }

  private static <P extends Record> void outline(EncoderNetwork<P> network)
      throws TrainingException {
    P defaults = network.defaults();
    int[] image = {64, 64, 3};
    assertEquals(
        3,
        ShapeNetwork.outline(image, (n, images) -> network.build(n, images, defaults))
            .outputShape()
            .size());
  }

  @Test
  void aSavedModelIsOfferedForPretrainingAlone() {
    EncoderNetwork<?> taken = BuiltInNetworks.forPretraining().require("saved-model").instance();
    assertTrue(taken instanceof SavedModelNetwork);
    assertEquals(
        BuiltInNetworks.catalog().all().size() + 1, BuiltInNetworks.forPretraining().all().size());
    assertTrue(
        assertThrows(TrainingException.class, () -> outline(taken))
            .getMessage()
            .contains("Name the folder"));
  }

  @Test
  void aSavedModelIsFoundFromTheFolderOfTheProject(@TempDir Path project) {
    SavedModelNetwork network = new SavedModelNetwork();
    SavedModelNetwork.Parameters relative =
        new SavedModelNetwork.Parameters(
            "models/mine", new SavedModelSettings("serve", "", 2, -1), false);
    SavedModelNetwork.Parameters found = network.inFolder(relative, project);
    assertEquals(project.resolve("models/mine").toString(), found.folder());
    assertEquals(found, network.inFolder(found, project));
    assertEquals(new SavedModelNetwork.Parameters(), network.inFolder(network.defaults(), project));
    String message =
        assertThrows(
                TrainingException.class,
                () ->
                    ShapeNetwork.outline(
                        new int[] {8, 8, 3}, (n, images) -> network.build(n, images, found)))
            .getMessage();
    assertTrue(message.contains("Take another network here"), message);
  }

  @Test
  void responsesAreNormalisedAsSpecified() {
    double[] x = {1.04, -1.35, 0.12, -0.71, -1.59, 0.34, 0.24, 1.33, 0.81, -0.12, -0.79, -0.77};
    ReferenceNetwork network = new ReferenceNetwork(1);
    network.weights().put("r/gamma", ReferenceValue.of(new double[] {0.5, 1, -1}, 3));
    network.weights().put("r/beta", ReferenceValue.of(new double[] {0.1, 0, 0.2}, 3));
    double[] y =
        ReferenceOps.value(ConvNeXt.responseNorm(network, "r", ReferenceValue.of(x, 1, 2, 2, 3)))
            .values();
    assertArrayEquals(
        new double[] {
          1.53704615992, -3.42904723858, 0.236430449385,
          -0.881060359176, -4.03865563655, 0.30321960659,
          0.431626036905, 3.37824653875, 0.445905533346,
          -0.0658130184524, -2.00662764332, -0.0337620502175
        },
        y,
        1e-5);
  }

  @Test
  void aWideNetworkHasWholeBlocks() {
    assertThrows(IllegalArgumentException.class, () -> new WideResNet.Parameters(17, 1, 0));
  }
}
