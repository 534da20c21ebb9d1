// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
  private final UnaryOperator<String> className;

  /** For callers without names: reasons call classes by their ids. */
  public DrawService(Catalog<Sampler<?>> samplers) {
    this(samplers, UnaryOperator.identity());
  }

  /**
   * Draws with these samplers.
   *
   * @param className name of a class by its stable id, or null for a class that is gone; called on
   *     the thread that draws
   */
  public DrawService(Catalog<Sampler<?>> samplers, UnaryOperator<String> className) {
    this.samplers = samplers;
    this.className = className;
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
    int[] matching = draw.filter().select(labels, predictions);
    if (matching.length == 0) {
      return Selection.empty(new EmptyDraw(draw.filter(), labels, predictions, className).reason());
    }
    int[] rows = without(matching, seen);
    if (rows.length == 0) {
      return Selection.empty("All " + matching.length + " matching images were shown already.");
    }
    Set<Sampler.Need> needs = sampler.instance().needs();
    String missing = missing(sampler.name(), needs, draw, labels, predictions, features);
    if (missing != null) {
      return Selection.empty(missing);
    }
    int[] candidates = withWhatIsNeeded(rows, needs, predictions, features, monitor);
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
            generator(draw.seed()),
            className);
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

  private static int[] without(int[] rows, IntPredicate left) {
    int[] kept = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (!left.test(row)) {
        kept[count++] = row;
      }
    }
    return count == rows.length ? rows : Arrays.copyOf(kept, count);
  }

  private static int[] withWhatIsNeeded(
      int[] rows,
      Set<Sampler.Need> needs,
      PredictionTable predictions,
      FeatureMatrix features,
      IProgressMonitor monitor) {
    int[] usable = rows;
    if (needs.contains(Sampler.Need.PREDICTIONS)) {
      int[] classes = IntStream.range(0, predictions.classIds().size()).toArray();
      usable = PredictedRows.of(predictions, classes, usable, monitor);
    }
    return needs.contains(Sampler.Need.FEATURES)
        ? without(usable, row -> row >= features.rows())
        : usable;
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
