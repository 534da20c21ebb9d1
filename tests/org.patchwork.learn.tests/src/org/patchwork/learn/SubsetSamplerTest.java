// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

class SubsetSamplerTest {

  @Test
  void drawsSubsetsAlikeAndRowsAlikeWithinThem() throws Exception {
    for (JsonNode oracle : Oracles.cases("stratifiedSubsetSampling")) {
      double[] wanted = Oracles.doubles(oracle.get("rowProbabilities"));
      SubsetSampler sampler = SubsetSampler.of(table(oracle), row -> true);
      assertArrayEquals(wanted, sampler.rowProbabilities(wanted.length), 1e-9);
      int draws = 100_000;
      int[] rows = new int[draws];
      int[] subsets = new int[draws];
      sampler.draw(new SplittableRandom(2), rows, subsets);
      for (int row = 0; row < wanted.length; row++) {
        int drawn = row;
        double share = IntStream.of(rows).filter(r -> r == drawn).count() / (double) draws;
        assertEquals(wanted[row], share, 5 * Math.sqrt(.25 / draws), "row " + row);
      }
      for (int i = 0; i < draws; i++) {
        assertEquals(
            sampler.subsets().get(subsets[i]), oracle.get("subsets").get(rows[i]).asText());
      }
    }
  }

  @Test
  void oneSubsetIsNotEnough() {
    LabelTable table = LabelTable.empty().withRows(List.of("a", "b", "c"), List.of("x", "x", "x"));
    String message =
        assertThrows(TrainingException.class, () -> SubsetSampler.of(table, row -> true))
            .getMessage();
    assertTrue(message.contains("only those of x"), message);
  }

  private static LabelTable table(JsonNode oracle) {
    List<String> paths = new ArrayList<>();
    List<String> subsets = new ArrayList<>();
    for (JsonNode subset : oracle.get("subsets")) {
      paths.add("image" + paths.size());
      subsets.add(subset.isNull() ? null : subset.asText());
    }
    LabelTable table = LabelTable.empty().withRows(paths, subsets);
    return Oracles.holdingOut(
        Oracles.excluding(table, ones(oracle.get("excluded"))), ones(oracle.get("heldOut")));
  }

  private static int[] ones(JsonNode flags) {
    int[] values = Oracles.ints(flags);
    return IntStream.range(0, values.length).filter(i -> values[i] == 1).toArray();
  }
}
