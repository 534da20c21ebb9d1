// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.LinearEngine;
import org.patchwork.training.TestAlgorithms;
import org.patchwork.training.TestData;
import org.patchwork.training.TrainingListener;
import org.patchwork.training.TrainingService;
import org.patchwork.training.runs.RunComparison.Figure;

class RunComparisonTest {
  @TempDir private Path folder;

  @BeforeEach
  void train() throws Exception {
    TrainingService service = new TrainingService(TestAlgorithms.with(new LinearEngine()));
    for (int i = 1; i <= 2; i++) {
      TrainingSpec spec =
          TestData.direct(Map.of("epochs", i, "batchesPerEpoch", 20, "learningRate", .05));
      service.run(
          spec,
          TestData.labeled(100),
          folder.resolve("run" + i),
          TrainingListener.NONE,
          new NullProgressMonitor());
    }
  }

  private List<TrainedRun> runs() throws Exception {
    return List.of(
        TrainedRun.read(folder.resolve("run1")), TrainedRun.read(folder.resolve("run2")));
  }

  @Test
  void showsOnlySettingsThatDiffer() throws Exception {
    RunComparison comparison = RunComparison.of(runs());
    assertEquals(Map.of("epochs", List.of("1", "2")), comparison.differences());
    assertEquals(Map.of("a", "cat", "b", "dog"), comparison.classes());
    List<Double> figures = comparison.figures(Figure.AUC, "a");
    assertTrue(figures.get(1) >= figures.get(0), figures::toString);
    assertEquals(2, comparison.figures(Figure.ACCURACY).size());
    assertTrue(Double.isNaN(comparison.figures(Figure.AUC, "unknown").get(0)));
  }

  @Test
  void tellsWhichImagesChangedSides() {
    LabelTable labels =
        LabelTable.empty()
            .withClasses(List.of("a"))
            .withRows(List.of("0", "1", "2", "3", "4", "5"), java.util.Collections.nCopies(6, ""))
            .withLabels(0, new int[] {0, 1, 2}, new byte[] {1, 0, 1})
            .withExcluded(new int[] {5}, new byte[] {1});
    SideChanges changes =
        SideChanges.of(
                labels, table(.1f, .2f, .9f, .4f, .6f, .1f), table(.8f, .7f, .9f, .6f, .3f, .9f))
            .get(0);
    assertEquals(set(0), changes.corrected());
    assertEquals(set(1), changes.spoiled());
    assertEquals(set(3), changes.gained());
    assertEquals(set(4), changes.lost());
    assertEquals(4, changes.total());
  }

  private static PredictionTable table(float... column) {
    return new PredictionTable(List.of("a"), new float[][] {column}, "run", false);
  }

  private static BitSet set(int row) {
    BitSet set = new BitSet();
    set.set(row);
    return set;
  }

  @Test
  void writesAnMlflowFileStoreThatGrows() throws Exception {
    Path store = folder.resolve("mlruns");
    List<MlflowRun> runs = runs().stream().map(MlflowRun::of).toList();
    MlflowTracking tracking = MlflowTracking.at("mlruns", folder);
    assertEquals(1, tracking.add("cats", runs.subList(0, 1), new NullProgressMonitor()));
    assertEquals(
        1, tracking.add("cats", runs, new NullProgressMonitor()), "the first is there already");

    Path experiment = only(store);
    assertTrue(Files.readString(experiment.resolve("meta.yaml")).contains("name: 'cats'"));
    try (Stream<Path> entries = Files.list(experiment)) {
      List<Path> written = entries.filter(Files::isDirectory).toList();
      assertEquals(2, written.size());
      Path run = written.get(0);
      assertEquals("0.05", Files.readString(run.resolve("params/learningRate")));
      assertTrue(
          Files.readString(run.resolve("metrics/loss")).matches("(?s)\\d+ [0-9.E-]+ 20\n.*"));
      assertTrue(Files.exists(run.resolve("metrics/val_auc_cat")));
      assertTrue(Files.readString(run.resolve("meta.yaml")).contains("status: 3"));
    }
    assertFalse(MlflowRun.name("a/b:c").contains("/"));
  }

  private static Path only(Path store) throws Exception {
    try (Stream<Path> entries = Files.list(store)) {
      return entries.findFirst().orElseThrow();
    }
  }
}
