// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.pretraining.PretrainingBenchmark;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.tensorflow.TensorFlowEngine;

/** The benchmark on the engine, as short as can be. */
class PretrainingBenchmarkTest {
  private static final ImageSource NOISE =
      new ImageSource() {
        @Override
        public int size() {
          return 70;
        }

        @Override
        public String path(int index) {
          return index + ".jpg";
        }

        @Override
        public void read(int index, InputSpec input, float[] target, int offset) {
          for (int i = 0; i < input.values(); i++) {
            target[offset + i] = (float) Math.abs(Math.sin(index + i * .37));
          }
        }
      };

  @Test
  void allFiguresArePositiveAndRatiosAreOfTheRound() throws Exception {
    Algorithms algorithms =
        new Algorithms(
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            new Catalog<>(List.of()),
            Catalog.of(Map.of("tensorflow", new TensorFlowEngine())),
            BuiltInAugmentations.catalog(),
            new Catalog<>(List.of()),
            Catalog.<Trainer<?>>of(Map.of("simclr", new SimClr())));
    Map<String, Object> figures =
        new PretrainingBenchmark(algorithms)
            .run(
                NOISE,
                new PretrainingBenchmark.Extent(1, 1),
                Optional.of((uncounted, steps) -> 2),
                new NullProgressMonitor());
    assertEquals(
        List.of(
            "stepsPerSecond",
            "readyStepsPerSecond",
            "ofReady",
            "inputImagesPerSecond",
            "peerStepsPerSecond",
            "ofPeer"),
        List.copyOf(figures.keySet()));
    assertTrue(figures.values().stream().allMatch(value -> (double) value > 0), "" + figures);
    assertEquals((double) figures.get("stepsPerSecond") / 2, (double) figures.get("ofPeer"), 1e-9);
  }
}
