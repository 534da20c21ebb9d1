// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.pretraining.PretrainingBenchmark;

/** The benchmark on the engine, as short as can be. */
class PretrainingBenchmarkTest {
  @Test
  void allFiguresArePositiveAndRatiosAreOfTheRound() throws Exception {
    Map<String, Object> figures =
        new PretrainingBenchmark(Waves.simClr())
            .run(
                new Waves(70),
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
