// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
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
    return draw(draw, new DrawData(labels, predictions, features), row -> false, monitor);
  }

  /**
   * Draws rows that were not seen before.
   *
   * @param data what there is; features and ensemble may be missing
   * @param seen true for a row that is not to come again
   * @throws IllegalArgumentException if the sampler or one of its parameters does not exist; lists
   *     what does
   * @throws TrainingException if the features cannot be read
   * @throws org.eclipse.core.runtime.OperationCanceledException on cancel
   */
  public Selection draw(Draw draw, DrawData data, IntPredicate seen, IProgressMonitor monitor)
      throws TrainingException {
    Contribution<Sampler<?>> sampler = samplers.require(draw.samplerId());
    int[] matching = draw.filter().select(data.labels(), data.predictions());
    if (matching.length == 0) {
      return Selection.empty(
          new EmptyDraw(draw.filter(), data.labels(), data.predictions(), className).reason());
    }
    int[] rows = without(matching, seen);
    if (rows.length == 0) {
      return Selection.empty("All " + matching.length + " matching images were shown already.");
    }
    DrawNeeds needs =
        new DrawNeeds(sampler.name(), sampler.instance().needs(), draw.classId(), data);
    String missing = needs.missing();
    if (missing != null) {
      return Selection.empty(missing);
    }
    int[] candidates = needs.met(rows, monitor);
    if (candidates.length == 0) {
      return Selection.empty(
          "None of the "
              + rows.length
              + " matching images has what "
              + sampler.name()
              + " needs, since they were added lately; compute features and train again.");
    }
    return sample(sampler.instance(), request(draw, data, pool(candidates, draw)), draw, monitor);
  }

  private SampleRequest request(Draw draw, DrawData data, int[] candidates) {
    return new SampleRequest(
        data.labels(),
        data.predictions(),
        data.features(),
        data.ensemble(),
        data.hidden(),
        candidates,
        draw.count(),
        draw.classId() == null ? -1 : data.labels().classIndex(draw.classId()),
        generator(draw.seed()),
        className);
  }

  /**
   * True if this sampler asks the members of an ensemble, which are worth reading for no other.
   *
   * @throws IllegalArgumentException if there is no such sampler
   */
  public static boolean asksMembers(Catalog<Sampler<?>> samplers, String samplerId) {
    return samplers.require(samplerId).instance().needs().contains(Sampler.Need.ENSEMBLE);
  }

  /**
   * True if this sampler looks at what the last layer of the model sees, which is worth reading for
   * no other.
   *
   * @throws IllegalArgumentException if there is no such sampler
   */
  public static boolean looksInside(Catalog<Sampler<?>> samplers, String samplerId) {
    return samplers.require(samplerId).instance().looksInside();
  }

  /** What a sampler gets as its source of chance in a draw with this seed. */
  public static RandomGenerator generator(long seed) {
    return new RandomStreams(seed).stream("sampler");
  }

  private static <P extends Record> Selection sample(
      Sampler<P> sampler, SampleRequest request, Draw draw, IProgressMonitor monitor)
      throws TrainingException {
    P values = ParameterSchema.of(sampler.parameterType()).create(draw.parameters());
    return sampler.sample(request, values, monitor);
  }

  /** The rows for which the condition does not hold. */
  static int[] without(int[] rows, IntPredicate left) {
    int[] kept = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (!left.test(row)) {
        kept[count++] = row;
      }
    }
    return count == rows.length ? rows : Arrays.copyOf(kept, count);
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
