// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.EnsemblePredictions;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;

/** Checks what callers of a sampler rely on. */
public abstract class SamplerConformance<P extends Record>
    extends AlgorithmConformance<Sampler<P>, P> {
  private static final int ROWS = 200;
  private static final int CLASSES = 3;
  private static final int WIDTH = 5;
  private static final long SEED = 11;

  /**
   * Checks that the rows are distinct candidates, exactly as many as asked for or as there are
   * unless {@link #fillsThePage()} says otherwise; that scores and reasons are one per row; that
   * the same seed gives the same answer; that no candidates, and whatever {@link Sampler#needs()}
   * names when it is missing, give an empty selection with a reason; that rows without the data it
   * needs are left out; that cancel is honoured.
   */
  public final void verify() throws TrainingException {
    verifyAlgorithm();
    for (int count : new int[] {0, 1, 7, ROWS, 2 * ROWS}) {
      verifyDraw(request(everyThird(), count, SEED));
    }
    verifyDraw(request(new int[] {4}, 3, SEED));
    verifyEmpty(request(new int[0], 5, SEED), "no candidates");
    verifyMissing();
    verifyRowsWithoutData();
    verifyDuplicates();
    verifyCancel();
  }

  /**
   * False for a sampler that may choose fewer images than are asked for although there are more
   * candidates, for example because it leaves out what is labelled already.
   */
  protected boolean fillsThePage() {
    return true;
  }

  private void verifyDraw(SampleRequest request) throws TrainingException {
    Selection selection = sample(request);
    int[] rows = selection.rows();
    require(
        rows.length <= request.count(),
        rows.length + " rows were chosen of " + request.count() + " wanted");
    require(
        Arrays.stream(rows).distinct().count() == rows.length,
        "The rows must be distinct: " + Arrays.toString(rows));
    require(
        Arrays.stream(rows).allMatch(row -> Arrays.binarySearch(request.candidates(), row) >= 0),
        "Every row must be a candidate: " + Arrays.toString(rows));
    require(!selection.reason().isBlank(), "Every selection needs a reason");
    int possible = Math.min(request.count(), request.candidates().length);
    require(
        !fillsThePage() || rows.length == possible,
        rows.length + " rows were chosen although " + possible + " are possible");
    require(
        request.count() == 0 || rows.length > 0,
        "Something must be chosen from " + request.candidates().length + " candidates");
    int[] again = sample(request(request.candidates(), request.count(), SEED)).rows();
    require(Arrays.equals(rows, again), "The same seed must give the same rows");
  }

  private void verifyMissing() throws TrainingException {
    SampleRequest full = request(everyThird(), 5, SEED);
    if (algorithm().needs().contains(Sampler.Need.PREDICTIONS)) {
      verifyEmpty(with(full, null, full.features(), full.classIndex()), "no predictions");
    }
    if (algorithm().needs().contains(Sampler.Need.FEATURES)) {
      verifyEmpty(with(full, full.predictions(), null, full.classIndex()), "no features");
    }
    if (algorithm().needs().contains(Sampler.Need.ENSEMBLE)) {
      SampleRequest single = with(full, full.predictions(), full.features(), full.classIndex());
      verifyEmpty(single, "no ensemble");
    }
    if (algorithm().needs().contains(Sampler.Need.CLASS)) {
      verifyEmpty(with(full, full.predictions(), full.features(), -1), "no class");
    }
  }

  /**
   * Images that could not be read have NaN for features and predictions, those added lately have
   * none.
   */
  private void verifyRowsWithoutData() throws TrainingException {
    SampleRequest full = request(everyThird(), ROWS, SEED);
    int known = ROWS / 2;
    float[] features = new float[(ROWS - 10) * WIDTH];
    float[][] columns = new float[CLASSES][ROWS - 10];
    for (int row = 0; row < ROWS - 10; row++) {
      for (int j = 0; j < WIDTH; j++) {
        features[row * WIDTH + j] = row < known ? row * j : Float.NaN;
      }
      for (int c = 0; c < CLASSES; c++) {
        columns[c][row] = row < known ? (row % 7 + c) / 10f : Float.NaN;
      }
    }
    PredictionTable predictions =
        new PredictionTable(full.labels().classIds(), columns, "some", false);
    FeatureMatrix some = FeatureMatrix.of(new int[] {WIDTH}, features);
    SampleRequest request = with(full, predictions, some, full.classIndex());
    int[] rows = sample(request.with(ensemble(predictions))).rows();
    require(rows.length > 0, "Something must be chosen from the rows that have data");
    boolean needsData = algorithm().needs().stream().anyMatch(need -> need != Sampler.Need.CLASS);
    require(
        !needsData || Arrays.stream(rows).allMatch(row -> row < known),
        "Rows without what the sampler needs must be left out: " + Arrays.toString(rows));
  }

  /** Images that are all the same are no reason to fail or to draw one twice. */
  private void verifyDuplicates() throws TrainingException {
    SampleRequest full = request(everyThird(), 9, SEED);
    float[][] columns = new float[CLASSES][ROWS];
    Arrays.stream(columns).forEach(column -> Arrays.fill(column, 0.5f));
    PredictionTable same = new PredictionTable(full.labels().classIds(), columns, "same", false);
    FeatureMatrix flat = FeatureMatrix.of(new int[] {WIDTH}, new float[ROWS * WIDTH]);
    SampleRequest request = with(full, same, flat, full.classIndex());
    int[] rows = sample(request.with(ensemble(same))).rows();
    require(rows.length > 0, "Something must be chosen from images that are all the same");
    require(Arrays.stream(rows).distinct().count() == rows.length, "The rows must be distinct");
  }

  private void verifyEmpty(SampleRequest request, String what) throws TrainingException {
    Selection selection = sample(request);
    require(selection.rows().length == 0, "With " + what + " nothing can be chosen");
    require(!selection.reason().isBlank(), "With " + what + " the reason must say so");
  }

  private void verifyCancel() throws TrainingException {
    IProgressMonitor canceled = new NullProgressMonitor();
    canceled.setCanceled(true);
    try {
      algorithm().sample(request(everyThird(), 5, SEED), parameters(), canceled);
    } catch (OperationCanceledException e) {
      return; // as it should be; a sampler too quick to look is welcome as well
    }
  }

  private Selection sample(SampleRequest request) throws TrainingException {
    return algorithm().sample(request, parameters(), new NullProgressMonitor());
  }

  private static int[] everyThird() {
    return IntStream.range(0, ROWS).filter(row -> row % 3 == 0).toArray();
  }

  private static SampleRequest with(
      SampleRequest request, PredictionTable predictions, FeatureMatrix features, int classIndex) {
    return new SampleRequest(
        request.labels(),
        predictions,
        features,
        request.candidates(),
        request.count(),
        classIndex,
        new SplittableRandom(SEED));
  }

  /**
   * A request on 200 rows, 3 classes and features of width 5, in three groups; some rows are
   * labelled.
   */
  private static SampleRequest request(int[] candidates, int count, long seed) {
    SplittableRandom random = new SplittableRandom(99);
    float[] features = new float[ROWS * WIDTH];
    float[][] columns = new float[CLASSES][ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int j = 0; j < WIDTH; j++) {
        features[row * WIDTH + j] = (row % CLASSES == j ? 4 : 0) + (float) random.nextGaussian();
      }
      for (int c = 0; c < CLASSES; c++) {
        columns[c][row] = random.nextFloat();
      }
    }
    LabelTable labels = labels();
    PredictionTable predictions =
        new PredictionTable(labels.classIds(), columns, "reference", false);
    return new SampleRequest(
            labels,
            predictions,
            FeatureMatrix.of(new int[] {WIDTH}, features),
            candidates,
            count,
            1,
            new SplittableRandom(seed))
        .with(ensemble(predictions));
  }

  /** Three members: the predictions, their opposite, and undecided; NaN where those are. */
  private static EnsemblePredictions ensemble(PredictionTable predictions) {
    int classes = predictions.classIds().size();
    float[][] members = new float[3][predictions.rows() * classes];
    for (int i = 0; i < members[0].length; i++) {
      float p = predictions.probability(i / classes, i % classes);
      members[0][i] = p;
      members[1][i] = 1 - p;
      members[2][i] = 0.5f + 0 * p;
    }
    return new EnsemblePredictions(predictions.classIds(), members, predictions.source(), false);
  }

  private static LabelTable labels() {
    List<String> paths = IntStream.range(0, ROWS).mapToObj(row -> row + ".png").toList();
    List<String> subsets = new ArrayList<>(Collections.nCopies(ROWS, null));
    LabelTable labels =
        LabelTable.empty().withClasses(List.of("a", "b", "c")).withRows(paths, subsets);
    for (int c = 0; c < CLASSES; c++) {
      labels = labels.withLabels(c, new int[] {1, 2, 5}, new byte[] {1, 0, 1});
    }
    return labels;
  }
}
