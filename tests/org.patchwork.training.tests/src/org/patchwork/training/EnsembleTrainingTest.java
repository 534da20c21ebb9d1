// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.learn.EnsembleKind;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Part;
import org.patchwork.learn.RunPredictions;

class EnsembleTrainingTest {
  private static final int MEMBERS = 4;

  private final LinearEngine engine = new LinearEngine();

  @TempDir private Path folder;

  private TrainingResult train(EnsembleKind kind, TrainingData data, String run, long seed)
      throws PatchworkException {
    Map<String, Object> settings =
        Map.of(
            "epochs",
            4,
            "batchesPerEpoch",
            40,
            "learningRate",
            .05,
            "members",
            MEMBERS,
            "memberDropout",
            .3,
            "ensemble",
            kind,
            "updatePredictions",
            true,
            "seed",
            seed);
    return new TrainingService(TestAlgorithms.with(engine))
        .run(
            TestData.direct(settings),
            data,
            folder.resolve(run),
            TrainingListener.NONE,
            new NullProgressMonitor());
  }

  @ParameterizedTest
  @EnumSource(names = {"SEEDS", "DROPOUT"})
  void predictsTheMeanOfMembersThatDiffer(EnsembleKind kind) throws Exception {
    TrainingData data = TestData.labeled(200);
    PredictionTable predictions = train(kind, data, "run", 1).predictions();

    EnsemblePredictions members = RunPredictions.members(folder.resolve("run")).orElseThrow();
    assertEquals(MEMBERS, members.members());
    double differences = 0;
    for (int row = 0; row < data.labels().rows(); row++) {
      double sum = 0;
      for (int m = 0; m < MEMBERS; m++) {
        sum += members.probability(m, row, 1);
        differences += Math.abs(members.probability(m, row, 1) - members.probability(0, row, 1));
      }
      assertEquals(sum / MEMBERS, predictions.probability(row, 1), 1e-6);
    }
    assertTrue(differences > 1, "members that agree everywhere are no ensemble");
    Evaluation held = Evaluation.of(data.labels(), predictions, Part.VALIDATION);
    assertTrue(held.accuracy().orElseThrow() > 0.9, held::toString);
  }

  @ParameterizedTest
  @EnumSource(names = {"SEEDS", "DROPOUT"})
  void sameSeedGivesTheSameMembers(EnsembleKind kind) throws Exception {
    TrainingData data = TestData.labeled(60);
    PredictionTable first = train(kind, data, "first", 3).predictions();
    PredictionTable second = train(kind, data, "second", 3).predictions();
    PredictionTable other = train(kind, data, "other", 4).predictions();
    assertEquals(first.probability(7, 0), second.probability(7, 0));
    assertTrue(first.probability(7, 0) != other.probability(7, 0));
  }

  @Test
  void rowsOfASingleModelHaveNoMembers() throws Exception {
    TrainingResult result = train(EnsembleKind.NONE, TestData.labeled(60), "single", 1);
    assertEquals("plain Java", result.record().software().get("trainer"));
    assertTrue(RunPredictions.members(folder.resolve("single")).isEmpty());
  }

  @Test
  void membersLearnFromFewLabelsOfEveryClass() throws Exception {
    TrainingData all = TestData.labeled(60);
    LabelTable few = all.labels();
    for (int row = 3; row < 48; row++) {
      for (int c = 0; c < 2; c++) {
        few = few.withLabels(c, new int[] {row}, new byte[] {LabelTable.UNKNOWN});
      }
    }
    TrainingResult result = train(EnsembleKind.SEEDS, all.withLabels(few), "few", 1);
    assertEquals(3, result.record().data().trainingRows());
    assertTrue(Double.isFinite(result.record().epochs().getLast().trainingLoss()));
  }
}
