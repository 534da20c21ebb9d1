// SPDX-License-Identifier: MIT
package org.patchwork.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PretrainingRunTest {
  private static PretrainingEpoch epoch(int number, Double seconds, Double probe) {
    FeatureCheck check = new FeatureCheck(10, probe, probe, 0, 0, 0, 0.5, 4);
    Map<String, Double> measures = number == 0 ? Map.of() : Map.of("loss", 1.5);
    return new PretrainingEpoch(number, 10L * number, seconds, measures, check);
  }

  private static PretrainingRun run(PretrainingEpoch... epochs) {
    PretrainingRecord record =
        new PretrainingRecord(
            PretrainingRecord.FORMAT,
            "simclr",
            Map.of(),
            "small",
            Map.of(),
            Map.of(),
            10,
            "",
            "",
            1,
            List.of(1, 1, 1),
            "",
            List.of(epochs),
            List.of(),
            false);
    return PretrainingRun.of(Path.of("pretraining", "simclr"), record);
  }

  @Test
  void anEpochWithABreakTakesAsLongAsTheOthers() {
    PretrainingRun run = run(epoch(0, null, .5), epoch(1, 4.0, .6), epoch(2, null, .7));
    assertArrayEquals(new double[] {0, 4, 8}, run.elapsed());
  }

  @Test
  void timeIsUnknownWhereNoEpochTellsIt() {
    double[] elapsed = run(epoch(0, null, .5), epoch(1, null, .6)).elapsed();
    assertEquals(0, elapsed[0]);
    assertTrue(Double.isNaN(elapsed[1]));
  }

  @Test
  void theBestEpochIsThatOfTheProbe() {
    PretrainingRun run = run(epoch(0, null, .5), epoch(1, 4.0, .8), epoch(2, 4.0, .7));
    assertEquals(1, run.best().orElseThrow().epoch());
    assertEquals("simclr-epoch2", run.featureSetName());
    assertEquals(2, run.epochOf("simclr-epoch2").orElseThrow());
    assertTrue(run.epochOf("simclr-epoch2-old").isEmpty());
    assertTrue(run.epochOf("kmeans").isEmpty());
    assertTrue(run(epoch(0, null, null)).best().isEmpty());
    assertFalse(run(epoch(0, null, .5)).trained(), "the untrained network has learned nothing");
  }

  @Test
  void anEpochIsToldInALine() {
    assertEquals(
        "Epoch 1, loss 1.5000: linear probe 80.0 %, neighbours 80.0 % of 10 labelled images;"
            + " spread 0.50, rank 4.0",
        epoch(1, 4.0, .8).text());
    assertEquals("Untrained; spread 0.50, rank 4.0", epoch(0, null, null).text());
  }

  @Test
  void theGainIsSaidOverTheUntrainedNetworkAndThePixels() {
    PretrainingEpoch first = epoch(0, null, .5);
    PretrainingEpoch asked =
        new PretrainingEpoch(0, 0, null, Map.of(PretrainingEpoch.PIXELS_PROBE, .72), first.check());
    ProbeGain gain = ProbeGain.of(List.of(asked, epoch(1, 4.0, .7))).orElseThrow();
    assertEquals(
        "linear probe 70.0 %, 20.0 points above the start and 2.0 points below raw" + " pixels",
        gain.text());
    assertEquals(-.02, gain.overPixels(), 1e-12);
    ProbeGain old = ProbeGain.of(List.of(first, epoch(1, 4.0, .4))).orElseThrow();
    assertEquals("linear probe 40.0 %, 10.0 points below the start", old.text());
    assertTrue(ProbeGain.of(List.of(asked)).isEmpty(), "nothing was trained");
    assertTrue(ProbeGain.of(List.of(epoch(0, null, null), epoch(1, 4.0, null))).isEmpty());
  }

  @Test
  void fewLabelsAskForCaution() {
    assertEquals(
        "72 labelled images: differences below 19 points are chance",
        new FeatureCheck(72, .714, .7, 0, 0, 0, .5, 4).caution().orElseThrow());
    assertTrue(new FeatureCheck(1500, .714, .7, 0, 0, 0, .5, 4).caution().isEmpty());
    assertTrue(new FeatureCheck(0, null, null, 0, 0, 0, .5, 4).caution().isEmpty());
  }
}
