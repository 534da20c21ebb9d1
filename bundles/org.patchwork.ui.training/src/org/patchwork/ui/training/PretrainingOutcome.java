// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.patchwork.pretraining.PretrainingRecord;
import org.patchwork.pretraining.ProbeGain;

/** What is said when a run of pre-training is finished. */
final class PretrainingOutcome {
  private PretrainingOutcome() {}

  /** The last epoch, what its features are worth, and what could not be read. */
  static String text(PretrainingRecord record) {
    String worth = ProbeGain.of(record.epochs()).map(gain -> ": " + gain.text()).orElse("");
    int skipped = record.skipped().size();
    return "Finished. Epoch "
        + record.epochs().getLast().epoch()
        + worth
        + (skipped == 0 ? "." : "; " + skipped + " images could not be read.");
  }
}
