// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Locale;
import org.patchwork.pretraining.PretrainingEpoch;
import org.patchwork.pretraining.PretrainingRecord;

/** What is said when a run of pre-training is finished. */
final class PretrainingOutcome {
  private PretrainingOutcome() {}

  /** The last epoch, what its features are worth, and what could not be read. */
  static String text(PretrainingRecord record) {
    PretrainingEpoch last = record.epochs().getLast();
    Double before = record.epochs().getFirst().check().probeAccuracy();
    Double after = last.check().probeAccuracy();
    String worth =
        before == null || after == null
            ? ""
            : String.format(
                Locale.ENGLISH,
                ": linear probe %.1f %%, untrained %.1f %%",
                100 * after,
                100 * before);
    int skipped = record.skipped().size();
    return "Finished. Epoch "
        + last.epoch()
        + worth
        + (skipped == 0 ? "." : "; " + skipped + " images could not be read.");
  }
}
