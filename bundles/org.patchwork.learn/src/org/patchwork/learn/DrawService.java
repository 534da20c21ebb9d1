// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;

/**
 * Answers a {@link Draw}: filters the rows, checks what the sampler needs, takes the pool, asks the
 * sampler. An empty answer always says which condition emptied it. Stateless and thread-safe.
 */
public final class DrawService {
  private final Catalog<Sampler<?>> samplers;

  public DrawService(Catalog<Sampler<?>> samplers) {
    this.samplers = samplers;
  }

  /**
   * Draws rows.
   *
   * @param predictions or null if no model is trained
   * @param features one row per row of the table, rows added lately may be missing; or null if
   *     there are none
   * @throws IllegalArgumentException if the sampler or one of its parameters does not exist; lists
   *     what does
   * @throws TrainingException if the features cannot be read
   * @throws org.eclipse.core.runtime.OperationCanceledException on cancel
   */
  public Selection draw(
      Draw draw,
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features,
      IProgressMonitor monitor)
      throws TrainingException {
    return draw(draw, labels, predictions, features, row -> false, monitor);
  }

  /**
   * As the other method, but leaves out rows that were seen before.
   *
   * @param seen true for a row that is not to come again
   */
  public Selection draw(
      Draw draw,
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features,
      IntPredicate seen,
      IProgressMonitor monitor)
      throws TrainingException {
    Contribution<Sampler<?>> sampler = samplers.require(draw.samplerId());
    int[] matching = draw.filter().select(labels);
    if (matching.length == 0) {
      return Selection.empty(EmptyDraw.reason(draw.filter(), labels));
    }
    int[] rows = Arrays.stream(matching).filter(seen.negate()).toArray();
    if (rows.length == 0) {
      return Selection.empty("All " + matching.length + " matching images were shown already.");
    }
    Set<Sampler.Need> needs = sampler.instance().needs();
    String missing = missing(sampler.name(), needs, draw, labels, predictions, features);
    if (missing != null) {
      return Selection.empty(missing);
    }
    int[] candidates = withWhatIsNeeded(rows, needs, predictions, features);
    if (candidates.length == 0) {
      return Selection.empty(
          "None of the "
              + rows.length
              + " matching images has what "
              + sampler.name()
              + " needs, since they were added lately; compute features and train again.");
    }
    candidates = pool(candidates, draw);
    int classIndex = draw.classId() == null ? -1 : labels.classIndex(draw.classId());
    SampleRequest request =
        new SampleRequest(
            labels,
            predictions,
            features,
            candidates,
            draw.count(),
            classIndex,
            generator(draw.seed()));
    return sample(sampler.instance(), request, draw.parameters(), monitor);
  }

  /** What a sampler gets as its source of chance in a draw with this seed. */
  public static RandomGenerator generator(long seed) {
    return new RandomStreams(seed).stream("sampler");
  }

  private static <P extends Record> Selection sample(
      Sampler<P> sampler,
      SampleRequest request,
      Map<String, Object> parameters,
      IProgressMonitor monitor)
      throws TrainingException {
    P values = ParameterSchema.of(sampler.parameterType()).create(parameters);
    return sampler.sample(request, values, monitor);
  }

  private static String missing(
      String name,
      Set<Sampler.Need> needs,
      Draw draw,
      LabelTable labels,
      PredictionTable predictions,
      FeatureMatrix features) {
    if (needs.contains(Sampler.Need.CLASS)) {
      if (draw.classId() == null) {
        return name + " draws for one class; choose the class.";
      } else if (labels.classIndex(draw.classId()) < 0) {
        return "The project has no class "
            + draw.classId()
            + "; choose one of "
            + String.join(", ", labels.classIds())
            + ".";
      } else if (predictions != null
          && needs.contains(Sampler.Need.PREDICTIONS)
          && predictions.classIndex(draw.classId()) < 0) {
        return "The model was trained before this class was added; train again.";
      }
    }
    if (needs.contains(Sampler.Need.PREDICTIONS) && predictions == null) {
      return name + " needs predictions; label some images and train a model first.";
    }
    return needs.contains(Sampler.Need.FEATURES) && features == null
        ? name + " needs features; compute them first."
        : null;
  }

  private static int[] withWhatIsNeeded(
      int[] rows, Set<Sampler.Need> needs, PredictionTable predictions, FeatureMatrix features) {
    IntPredicate usable = row -> true;
    if (needs.contains(Sampler.Need.PREDICTIONS)) {
      usable = predictions::has;
    }
    if (needs.contains(Sampler.Need.FEATURES)) {
      usable = usable.and(row -> row < features.rows());
    }
    return Arrays.stream(rows).filter(usable).toArray();
  }

  private static int[] pool(int[] candidates, Draw draw) {
    if (draw.poolSize() == 0 || draw.poolSize() >= candidates.length) {
      return candidates;
    }
    int[] pool =
        RandomRows.withoutReplacement(
            candidates, draw.poolSize(), new RandomStreams(draw.seed()).stream("pool"));
    Arrays.sort(pool);
    return pool;
  }
}
