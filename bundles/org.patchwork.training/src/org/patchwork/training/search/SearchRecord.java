// SPDX-License-Identifier: MIT
package org.patchwork.training.search;

import java.time.Instant;
import java.util.List;

/**
 * A search that was made, as it is kept in the project.
 *
 * @param started when it began
 * @param features id of the feature set it trained on
 * @param labelledImages number of images with at least one label at that time
 * @param parameters what was tried, and how it was judged
 * @param trials best first; at least one
 */
public record SearchRecord(
    Instant started,
    String features,
    int labelledImages,
    SearchParameters parameters,
    List<Trial> trials) {

  public SearchRecord {
    trials = List.copyOf(trials);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("A search has at least one trial.");
    }
  }

  /** The trial to train by. */
  public Trial best() {
    return trials.getFirst();
  }

  /** True if only the settings of that time were judged. */
  public boolean judgesPresentSettings() {
    return parameters.trials() == 1;
  }
}
