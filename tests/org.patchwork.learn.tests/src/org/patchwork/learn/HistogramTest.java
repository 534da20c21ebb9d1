// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

class HistogramTest {
  private static final float[] SCORES = {0, .05f, .5f, .99f, 1, .7f, .7f, Float.NaN};
  private static final int[] LABELS = {0, 0, -1, 1, 1, 1, -1, 1};

  @Test
  void edgesAreTheOracle() throws Exception {
    List<JsonNode> edges = Oracles.cases("histogramEdges");
    assertEquals(Histogram.BINS + 1, edges.size());
    for (int i = 0; i < edges.size(); i++) {
      assertEquals(edges.get(i).asDouble(), Histogram.edge(i), 1e-9);
    }
  }

  @Test
  void everyEdgeBelongsToTheBinItBegins() {
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      assertEquals(bin, Histogram.bin(Histogram.edge(bin)));
      assertEquals(
          Math.max(0, bin - 1), Histogram.bin(Math.max(0, Math.nextDown(Histogram.edge(bin)))));
    }
    assertEquals(Histogram.BINS - 1, Histogram.bin(1));
  }

  @Test
  void panelsLeaveOutExcludedRowsAndValidationHasNoUnlabeled() {
    LabelTable labels = Oracles.excluding(Oracles.holdingOut(Oracles.labeled(LABELS), 4, 6), 0);
    Histogram histogram = Histogram.of(labels, predictions(), "c0");
    assertEquals(1, histogram.training().negatives().total());
    assertEquals(2, histogram.training().positives().total());
    assertEquals(1, histogram.training().unlabeled().total());
    assertEquals(1, histogram.validation().positives().total());
    assertEquals(0, histogram.validation().unlabeled().total());
    assertTrue(histogram.validation().metrics().auc().isEmpty());
    assertEquals(1, histogram.training().metrics().auc().getAsDouble());
  }

  @Test
  void binsKnowTheirRowsAndDensitiesHaveAreaOne() {
    Histogram.Series positives =
        Histogram.of(Oracles.labeled(LABELS), predictions(), "c0").training().positives();
    assertArrayEquals(new int[] {3, 4}, positives.rows().get(13));
    assertArrayEquals(new int[] {5}, positives.rows().get(9));
    assertEquals(3, positives.total());
    assertEquals(1, Arrays.stream(positives.densities()).sum() / Histogram.BINS, 1e-12);
    assertEquals(2 * 14 / 3.0, positives.densities()[13], 1e-12);
  }

  @Test
  void aClassTheModelDoesNotKnowGivesEmptyPanels() {
    LabelTable labels = Oracles.labeled(LABELS, LABELS);
    assertEquals(0, Histogram.of(labels, predictions(), "c1").training().positives().total());
    assertThrows(IllegalArgumentException.class, () -> Histogram.of(labels, predictions(), "x"));
  }

  private static PredictionTable predictions() {
    return new PredictionTable(List.of("c0"), new float[][] {SCORES}, "test", false);
  }
}
