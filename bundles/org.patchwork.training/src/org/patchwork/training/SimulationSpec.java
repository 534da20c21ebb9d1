// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.util.List;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;

/**
 * What to simulate.
 *
 * @param samplers contributions to {@code org.patchwork.learn.samplers}, by id or short id; at
 *     least one
 * @param start number of images labelled before the first training, at least 1
 * @param batch number of images labelled between two trainings, at least 1
 * @param budget number of images labelled in the end; more than there are means all
 * @param seeds the repetitions: one run per sampler and seed
 * @param classId the class that samplers of one class draw for, or null
 * @param hidden chance of a cell never to be answered, in [0, 1); see {@link HiddenCells}
 * @param design the model
 * @param training its training parameters; their seed is replaced
 */
public record SimulationSpec(
    List<String> samplers,
    int start,
    int batch,
    int budget,
    List<Long> seeds,
    String classId,
    double hidden,
    ModelDesignSpec design,
    TrainingParameters training) {

  public SimulationSpec {
    samplers = List.copyOf(samplers);
    seeds = List.copyOf(seeds);
    if (samplers.isEmpty() || seeds.isEmpty()) {
      throw new IllegalArgumentException("A simulation needs at least one sampler and one seed.");
    }
    if (start < 1 || batch < 1 || budget < start) {
      throw new IllegalArgumentException(
          "Start ("
              + start
              + ") and batch ("
              + batch
              + ") must be at least 1 and the budget ("
              + budget
              + ") not less than the start.");
    }
  }

  /** Without a class to draw for, with every cell answered. */
  public SimulationSpec(
      List<String> samplers,
      int start,
      int batch,
      int budget,
      List<Long> seeds,
      ModelDesignSpec design,
      TrainingParameters training) {
    this(samplers, start, batch, budget, seeds, null, 0, design, training);
  }
}
