// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.RowFilter;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawData;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.RandomRows;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.training.SimulationSpec;

/**
 * Draws images as a user would and labels them from the truth. Rows outside the pool are excluded
 * in the tables it gives out, so that no sampler and no training sees them. Immutable and
 * thread-safe.
 */
public final class SimulatedLabeler {
  private final LabelTable truth;
  private final int[] pool;
  private final String classId;
  private final Catalog<Sampler<?>> samplers;
  private final DrawService draws;
  private final LabelTable unlabeled;

  /**
   * Prepares draws.
   *
   * @param truth what the user answers; unknown cells stay unknown
   * @param pool rows that can be labelled
   * @param classId the class that samplers of one class draw for, or null
   */
  public SimulatedLabeler(
      LabelTable truth, BitSet pool, String classId, Catalog<Sampler<?>> samplers) {
    this.truth = truth;
    this.pool = pool.stream().toArray();
    this.classId = classId;
    this.samplers = samplers;
    this.draws = new DrawService(samplers);
    this.unlabeled = hideLabels(truth, pool);
  }

  private static LabelTable hideLabels(LabelTable truth, BitSet pool) {
    LabelTable table = truth.withClasses(List.of()).withClasses(truth.classIds());
    int[] rows = IntStream.range(0, truth.rows()).toArray();
    byte[] excluded = new byte[rows.length];
    for (int row : rows) {
      excluded[row] = (byte) (pool.get(row) ? 0 : 1);
    }
    return table.withExcluded(rows, excluded).withValidation(rows, new byte[rows.length]);
  }

  /** Number of trainings of one run. */
  public int rounds(SimulationSpec spec) {
    int start = Math.min(spec.start(), pool.length);
    int rest = Math.min(spec.budget(), pool.length) - start;
    return 1 + (rest + spec.batch() - 1) / spec.batch();
  }

  /** The table before the first label. */
  LabelTable unlabeled() {
    return unlabeled;
  }

  /** Number of rows that can be labelled. */
  int poolSize() {
    return pool.length;
  }

  /**
   * The first rows. A sampler that needs no predictions chooses them itself; all others start from
   * the rows that the random sampler would choose, so that their curves begin alike.
   */
  int[] first(
      String samplerId,
      int count,
      RandomStreams random,
      FeatureMatrix features,
      IProgressMonitor monitor)
      throws TrainingException {
    Set<Sampler.Need> needs = samplers.require(samplerId).instance().needs();
    long seed = random.seedOf("draw 0");
    boolean needsModel =
        needs.contains(Sampler.Need.PREDICTIONS) || needs.contains(Sampler.Need.ENSEMBLE);
    if (count < pool.length && !needsModel) {
      return draw(samplerId, count, seed, new DrawData(unlabeled, null, features), monitor);
    }
    return RandomRows.withoutReplacement(pool, count, DrawService.generator(seed));
  }

  /** Further rows. */
  int[] draw(String samplerId, int count, long seed, DrawData data, IProgressMonitor monitor)
      throws TrainingException {
    Draw draw =
        new Draw(RowFilter.UNLABELED, samplerId, Map.of(), aboutClass(samplerId), count, seed, 0);
    Selection selection = draws.draw(draw, data, row -> false, monitor);
    if (selection.rows().length == 0) {
      throw new TrainingException(
          "The sampler " + samplerId + " chose nothing. " + selection.reason());
    }
    return selection.rows();
  }

  private String aboutClass(String samplerId) {
    boolean ofOneClass =
        samplers.require(samplerId).instance().needs().contains(Sampler.Need.CLASS);
    return ofOneClass ? classId : null;
  }

  /** True if a sampler looks at what the last layer of the model sees. */
  boolean looksInside(String samplerId) {
    return DrawService.looksInside(samplers, samplerId);
  }

  /** Number of rows labelled so far that contain each class. */
  List<Integer> positives(LabelTable labels) {
    return IntStream.range(0, labels.classes())
        .mapToObj(c -> labels.count(c, LabelTable.PRESENT, false))
        .toList();
  }

  /** The table with the true labels of these rows. */
  LabelTable label(LabelTable labels, int[] rows) {
    LabelTable labeled = labels;
    for (int c = 0; c < truth.classes(); c++) {
      byte[] values = new byte[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = truth.label(rows[i], c);
      }
      labeled = labeled.withLabels(c, rows, values);
    }
    return labeled;
  }
}
