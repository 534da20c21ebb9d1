// SPDX-License-Identifier: MIT
package org.patchwork.learn.split;

import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.RandomStreams;

/** What belongs together when images are shared out between training and judging. */
public record SplitSettings(
    @Param(
            label = "Keep together",
            help =
                "Images that stay on one side: those of one subset, windows of one image, or none;"
                    + " by default subsets if there are at least ten, else images.")
        Grouping groups,
    @Param(
            label = "Near duplicates",
            help =
                "Images whose features are at least so similar (cosine) stay on one side, too; 1 for"
                    + " identical ones only, 0 to look for none.",
            min = 0,
            max = 1,
            step = 0.01)
        double duplicates,
    @Param(label = "Split seed", help = "Seed of the split; the same seed gives the same split.")
        long splitSeed) {

  /** In fewer dimensions, different images are similar by chance. */
  private static final int FEWEST_FEATURES = 16;

  /** By subset or image, with near duplicates at a cosine of .98. */
  public SplitSettings() {
    this(Grouping.AUTO, 0.98, 0);
  }

  /**
   * The groups these settings make of a table.
   *
   * @param features to find near duplicates by; null to look for none, and with fewer than 16
   *     features of an image none are looked for either
   * @param rows rows that are going to be shared out
   */
  public RowGroups groups(
      LabelTable labels, FeatureMatrix features, int[] rows, IProgressMonitor monitor) {
    RowGroups groups = RowGroups.of(labels, this.groups);
    return features == null || features.width() < FEWEST_FEATURES || duplicates == 0
        ? groups
        : groups.joined(
            NearDuplicates.find(
                features,
                rows,
                duplicates,
                new RandomStreams(splitSeed).stream("near duplicates"),
                monitor));
  }
}
