// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.conformance.ReferenceNetwork;
import org.patchwork.learn.conformance.ReferenceOps;
import org.patchwork.learn.conformance.ReferenceValue;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.ShapeNetwork;

/** Networks that draw, by the numbers of the specification, and what is covered. */
class DrawingTest {

  @Test
  void decoderAndAdversaryHaveTheSizesOfTheSpecification() throws TrainingException {
    int[] image = {64, 64, 3};
    ShapeNetwork.Outline decoder =
        ShapeNetwork.outline(
            new int[] {2, 2, 512},
            (network, maps) -> ContextNetworks.decoder(32).draw(network, "d", maps, image));
    assertEquals(6983427, decoder.parameterCount());
    assertEquals(List.of(64, 64, 3), decoder.outputShape());
    ShapeNetwork.Outline adversary =
        ShapeNetwork.outline(
            image, (network, images) -> ContextNetworks.discriminate(network, images, 32));
    assertEquals(2758977, adversary.parameterCount());
    assertEquals(List.of(1), adversary.outputShape());
    assertTrue(adversary.weights().stream().allMatch(w -> ContextNetworks.ofAdversary(w.name())));
    assertTrue(decoder.weights().stream().noneMatch(w -> ContextNetworks.ofAdversary(w.name())));
  }

  /** Encoders that pad come out even; others are stretched a little. */
  @ParameterizedTest
  @CsvSource({"28, 4, 3", "28, 7, 2", "32, 4, 3", "33, 5, 3", "128, 3, 6", "64, 64, 0", "40, 3, 4"})
  void picturesAreAsLargeAsTheImages(int side, int maps, int doublings) throws TrainingException {
    int[] image = {side, side, 2};
    ShapeNetwork.Outline outline =
        ShapeNetwork.outline(
            new int[] {maps, maps, 5},
            (network, x) -> {
              assertEquals(doublings, PictureDecoder.doublings(x, image));
              return new PictureDecoder(4, 3, false).draw(network, "d", x, image);
            });
    assertEquals(List.of(side, side, 2), outline.outputShape());
    assertEquals(2 + 2 * doublings, outline.weights().size());
  }

  @Test
  void picturesHaveValuesFromZeroToOne() {
    double[] values = new SplittableRandom(1).doubles(2 * 2 * 2 * 3, -50, 50).toArray();
    Node drawn =
        new PictureDecoder(2, 4, true)
            .draw(
                new ReferenceNetwork(1),
                "d",
                ReferenceValue.of(values, 2, 2, 2, 3),
                new int[] {5, 6, 1});
    assertArrayEquals(new int[] {2, 5, 6, 1}, drawn.shape());
    for (double value : ReferenceOps.value(drawn).values()) {
      assertTrue(value >= 0 && value <= 1);
    }
  }

  /** Of 8×8 pixels the rows and columns 2 to 5. */
  @Test
  void theMiddleIsThatOfTheSpecification() {
    float[] mask = new float[64];
    CoveredPart.middle(8, 8).write(8, mask, 0);
    float[] image = new float[128];
    java.util.Arrays.fill(image, 0.5f);
    CoveredPart.middle(8, 8).blacken(8, 2, image);
    for (int i = 0; i < 64; i++) {
      boolean inside = i / 8 >= 2 && i / 8 < 6 && i % 8 >= 2 && i % 8 < 6;
      assertEquals(inside ? 1 : 0, mask[i], "pixel " + i);
      assertEquals(inside ? 0 : 0.5f, image[2 * i + 1], "pixel " + i);
    }
    assertEquals(new CoveredPart(7, 7, 14, 14), CoveredPart.middle(28, 28));
  }

  @Test
  void aQuarterIsCoveredAnywhere() {
    int most = 0;
    for (long seed = 0; seed < 200; seed++) {
      CoveredPart part = CoveredPart.random(9, 12, new SplittableRandom(seed));
      assertEquals(4, part.height());
      assertEquals(6, part.width());
      assertTrue(part.top() >= 0 && part.top() < 4 && part.left() >= 0 && part.left() < 6);
      most = Math.max(most, part.left());
    }
    assertEquals(5, most);
  }

  @Test
  void aContextEncoderWithoutAnyWeightIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ContextEncoder.Parameters(0, 0, 1, true, 8));
  }
}
