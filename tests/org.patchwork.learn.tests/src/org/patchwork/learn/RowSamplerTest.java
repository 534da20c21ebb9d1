// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;

class RowSamplerTest {

  @Test
  void drawsWithTheExactMarginals() throws Exception {
    for (JsonNode oracle : Oracles.cases("stratifiedSampling")) {
      RowSampler sampler = RowSampler.of(table(oracle), strategy(oracle));
      assertArrayEquals(
          Oracles.doubles(oracle.get("cellProbabilities")), sampler.cellProbabilities(), 1e-9);
      assertArrayEquals(
          Oracles.doubles(oracle.get("rowProbabilities")), sampler.rowProbabilities(5), 1e-9);
    }
  }

  @Test
  void drawsFollowTheMarginals() throws Exception {
    int draws = 200_000;
    for (JsonNode oracle : Oracles.cases("stratifiedSampling")) {
      RowSampler sampler = RowSampler.of(table(oracle), strategy(oracle));
      int[] rows = new int[draws];
      sampler.draw(new SplittableRandom(1), rows);
      double[] wanted = Oracles.doubles(oracle.get("rowProbabilities"));
      for (int row = 0; row < wanted.length; row++) {
        int drawn = row;
        double share = IntStream.of(rows).filter(r -> r == drawn).count() / (double) draws;
        double fiveSigma = 5 * Math.sqrt(wanted[row] * (1 - wanted[row]) / draws);
        assertEquals(wanted[row], share, fiveSigma + 1e-12, "row " + row);
      }
    }
  }

  @Test
  void leavesOutExcludedAndValidationRowsAndThoseThatCannotBeUsed() throws Exception {
    LabelTable table = Oracles.labeled(new int[] {1, 1, 1, 1, 0});
    table = Oracles.holdingOut(Oracles.excluding(table, 0), 1);
    double[] p = RowSampler.of(table, SamplingStrategy.CLASS, row -> row != 2).rowProbabilities(5);
    assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.5}, p, 1e-12);
  }

  @Test
  void balancedSubsetsAreDrawnAlikeAndClassesWithinThem() throws Exception {
    LabelTable table =
        LabelTable.empty()
            .withClasses(List.of("c"))
            .withRows(
                List.of("0", "1", "2", "3", "4", "5"), Arrays.asList("x", "x", "x", "y", null, "z"))
            .withLabels(0, new int[] {0, 1, 2, 3, 4}, new byte[] {1, 1, 0, 0, 1});
    RowSampler sampler = RowSampler.of(table, SamplingStrategy.CLASS, true, row -> true);
    double third = 1 / 3.0;
    assertArrayEquals(
        new double[] {third / 4, third / 4, third / 2, third, third, 0},
        sampler.rowProbabilities(6),
        1e-12);
  }

  @Test
  void aBootstrapSampleKeepsTheSizesOfTheCells() throws Exception {
    RowSampler sampler =
        RowSampler.of(
            Oracles.labeled(new int[] {1, 0, 1, 0, 1, 1, 1, 0}), SamplingStrategy.INSTANCE);
    RowSampler sample = sampler.bootstrap(new SplittableRandom(4));
    assertArrayEquals(sampler.cellSizes(), sample.cellSizes());
    assertArrayEquals(sampler.cellProbabilities(), sample.cellProbabilities());
    long rows = Arrays.stream(sample.rowProbabilities(8)).filter(p -> p > 0).count();
    assertTrue(rows < 8, "some rows are drawn twice, so others are missing");
  }

  @Test
  void drawsTheSameWithTheSameSeed() throws Exception {
    RowSampler sampler =
        RowSampler.of(Oracles.labeled(new int[] {1, 0, 1, 0, 1}), SamplingStrategy.SQUARE_ROOT);
    int[] first = new int[100];
    int[] second = new int[100];
    sampler.draw(new SplittableRandom(8), first);
    sampler.draw(new SplittableRandom(8), second);
    assertArrayEquals(first, second);
  }

  @Test
  void saysWhatToDoWithoutLabels() {
    LabelTable unlabeled = Oracles.table(3, 2);
    assertTrue(failure(unlabeled).contains("Label a few images of each class"));
    assertTrue(failure(Oracles.holdingOut(unlabeled, 0, 1, 2)).contains("out of validation"));
    assertTrue(failure(Oracles.table(3, 0)).contains("Add a class"));
  }

  private static String failure(LabelTable table) {
    return assertThrows(TrainingException.class, () -> RowSampler.of(table, SamplingStrategy.CLASS))
        .getMessage();
  }

  private static SamplingStrategy strategy(JsonNode oracle) {
    return switch (oracle.get("strategy").asText()) {
      case "class" -> SamplingStrategy.CLASS;
      case "instance" -> SamplingStrategy.INSTANCE;
      default -> SamplingStrategy.SQUARE_ROOT;
    };
  }

  private static LabelTable table(JsonNode oracle) {
    int[][] columns = new int[2][5];
    for (int c = 0; c < 2; c++) {
      for (int row = 0; row < 5; row++) {
        JsonNode label = oracle.get("labels").get(c).get(row);
        columns[c][row] = label.isNull() ? -1 : label.asInt();
      }
    }
    int[] excluded = Oracles.ints(oracle.get("excluded"));
    return Oracles.excluding(
        Oracles.labeled(columns), IntStream.range(0, 5).filter(r -> excluded[r] == 1).toArray());
  }
}
