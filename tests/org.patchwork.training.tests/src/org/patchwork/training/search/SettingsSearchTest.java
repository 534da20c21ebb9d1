// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.training.LinearEngine;
import org.patchwork.training.TestAlgorithms;
import org.patchwork.training.TestData;
import org.patchwork.training.TrainingData;
import org.patchwork.training.TrainingService;

class SettingsSearchTest {
  private static final int EPOCHS = 9;

  private final TrainingService service =
      new TrainingService(TestAlgorithms.with(new LinearEngine()));
  private final NullProgressMonitor monitor = new NullProgressMonitor();
  private final TrainingSpec start =
      TestData.direct(Map.of("epochs", EPOCHS, "batchesPerEpoch", 5, "learningRate", 1e-6));

  private static SearchParameters parameters(Map<String, Object> values) {
    return ParameterSchema.of(SearchParameters.class).create(values);
  }

  private List<Trial> search(
      Map<String, Object> values, TrainingData data, SearchListener listener, int threads)
      throws TrainingException {
    return new SettingsSearch(service, threads)
        .run(start, List.of(), parameters(values), data, listener, monitor);
  }

  @Test
  void findsWhatIsBetterThanTheSettingsToBeginWith() throws Exception {
    List<Trial> trials =
        search(Map.of("trials", 8, "folds", 3), TestData.labeled(80), SearchListener.NONE, 2);
    assertEquals(8, trials.size());
    Trial first = trials.stream().filter(trial -> trial.number() == 1).findFirst().orElseThrow();
    assertEquals(start, first.spec());
    assertTrue(trials.get(0).score() > first.score() + .05, trials::toString);
    for (int i = 1; i < trials.size(); i++) {
      assertTrue(trials.get(i - 1).score() >= trials.get(i).score());
    }
    for (Trial trial : trials.subList(0, 7)) {
      double rate = trial.spec().parameters().learningRate();
      assertTrue(trial.number() == 1 || rate >= 1e-4 && rate <= .1, "rate " + rate);
    }
  }

  @Test
  void trialsAtOnceGiveWhatTrialsInTurnGive() throws Exception {
    Map<String, Object> values = Map.of("trials", 6, "folds", 0);
    TrainingData data = TestData.labeled(80);
    assertEquals(
        scores(search(values, data, SearchListener.NONE, 1)),
        scores(search(values, data, SearchListener.NONE, 4)));
  }

  private static Map<Integer, Double> scores(List<Trial> trials) {
    return trials.stream().collect(Collectors.toMap(Trial::number, Trial::score));
  }

  @Test
  void halvingTrainsTheBestThirdForLonger() throws Exception {
    List<Trial> heard = new ArrayList<>();
    List<Trial> trials =
        search(
            Map.of("trials", 18, "folds", 0, "method", SearchMethod.HALVING),
            TestData.labeled(80),
            heard::add,
            2);
    assertEquals(18, trials.size());
    assertEquals(18 + 6 + 2, heard.size());
    assertEquals(List.of(9, 9, 3, 3), trials.stream().limit(4).map(Trial::epochs).toList());
    assertTrue(trials.get(0).inFull());
    assertEquals(1, trials.get(17).epochs());
  }

  @Test
  void withoutValidationImagesItSaysWhatToDo() {
    TrainingData data = TestData.labeled(40);
    LabelTable open = data.labels();
    for (int row = 0; row < 40; row++) {
      open = open.withValidation(new int[] {row}, new byte[1]);
    }
    TrainingData none = data.withLabels(open);
    String message =
        assertThrows(
                TrainingException.class,
                () -> search(Map.of("trials", 2, "folds", 0), none, SearchListener.NONE, 1))
            .getMessage();
    assertTrue(message.contains("choose folds"), message);
  }

  @Test
  void cancelEndsAllTrials() {
    assertThrows(
        OperationCanceledException.class,
        () ->
            search(
                Map.of("trials", 50, "folds", 3),
                TestData.labeled(80),
                trial -> monitor.setCanceled(true),
                2));
  }

  @Test
  void oneFoldIsRefusedAndSoIsARangeTheWrongWayRound() {
    assertThrows(IllegalArgumentException.class, () -> parameters(Map.of("folds", 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> parameters(Map.of("lowestRate", .1, "highestRate", .01)));
  }
}
