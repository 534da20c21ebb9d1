// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * What a sampler needs against what there is.
 *
 * @param name of the sampler, for messages
 * @param needs what it cannot do without
 * @param classId class to draw for, or null
 * @param data what there is
 */
record DrawNeeds(String name, Set<Sampler.Need> needs, String classId, DrawData data) {

  /** What is missing and what to do, in a sentence, or null. */
  String missing() {
    if (needs.contains(Sampler.Need.CLASS) && noClass() != null) {
      return noClass();
    }
    if (needs.contains(Sampler.Need.PREDICTIONS) && data.predictions() == null) {
      return name + " needs predictions; label some images and train a model first.";
    }
    if (needs.contains(Sampler.Need.ENSEMBLE) && data.ensemble().isEmpty()) {
      return name + " asks several models; train with an ensemble of 5 first.";
    }
    return needs.contains(Sampler.Need.FEATURES) && data.features() == null
        ? name + " needs features; compute them first."
        : null;
  }

  private String noClass() {
    if (classId == null) {
      return name + " draws for one class; choose the class.";
    } else if (data.labels().classIndex(classId) < 0) {
      return "The project has no class "
          + classId
          + "; choose one of "
          + String.join(", ", data.labels().classIds())
          + ".";
    }
    return data.predictions() != null
            && needs.contains(Sampler.Need.PREDICTIONS)
            && data.predictions().classIndex(classId) < 0
        ? "The model was trained before this class was added; train again."
        : null;
  }

  /** Those of the rows, ascending, that have what the sampler needs. */
  int[] met(int[] rows, IProgressMonitor monitor) {
    int[] usable = rows;
    if (needs.contains(Sampler.Need.PREDICTIONS)) {
      int[] classes = IntStream.range(0, data.predictions().classIds().size()).toArray();
      usable = PredictedRows.of(data.predictions(), classes, usable, monitor);
    }
    IntPredicate added = row -> row >= data.features().rows();
    return needs.contains(Sampler.Need.FEATURES) ? DrawService.without(usable, added) : usable;
  }
}
