// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import org.patchwork.core.Param;
import org.patchwork.core.RowFilter;
import org.patchwork.internal.cli.ProjectCommand;

/** Options of {@code patchwork sample}. */
record SampleParameters(
    @Param(label = "Project", help = ProjectCommand.PROJECT) String project,
    @Param(label = "Status", help = "Images with this label status.") RowFilter.LabelStatus status,
    @Param(label = "Exclude status", help = "Images with this exclude status.")
        RowFilter.ExcludeStatus excludeStatus,
    @Param(
            label = "Where",
            help =
                "Images for which all of these hold, with commas between them: present=CLASS,"
                    + " absent=CLASS, unknown=CLASS, subset=NAME, predicted:MIN:MAX=CLASS, for"
                    + " example predicted:0.2:0.8=cat. Put a name with a comma in double quotes.")
        String where,
    @Param(label = "Subset", help = "Draw from this subset only; as --where subset=NAME.")
        String subset,
    @Param(
            label = "Filter",
            help =
                "Start from the filter saved under this name, in the place of --status and"
                    + " --exclude-status; other conditions narrow it.")
        String filter,
    @Param(label = "Save filter", help = "Save the filter in the project under this name.")
        String saveFilter,
    @Param(
            label = "List",
            help =
                "sampled draws by the sampler; the others list what the filter lets through in this"
                    + " order, without chance.")
        Listing list,
    @Param(label = "Descending", help = "With --list: the largest first.") boolean descending,
    @Param(
            label = "Class",
            help = "The class to draw for or to order by, where the sampler or order wants one.")
        String className,
    @Param(label = "Count", help = "How many images at most.", min = 1, max = 1e8) int count,
    @Param(label = "Pool", help = "Score only so many random candidates; 0 scores all.", min = 0)
        int pool,
    @Param(label = "Seed", help = "The same seed chooses the same images.") long seed,
    @Param(
            label = "New only",
            help =
                "Leave out the images of earlier pages, here and in the workbench, and remember"
                    + " this page as one.")
        boolean newOnly,
    @Param(label = "Forget", help = "Forget the earlier pages first.") boolean forget) {

  /** What is listed. */
  enum Listing {
    SAMPLED,
    ROW,
    PATH,
    PROBABILITY,
    ENTROPY,
    MARGIN
  }

  public SampleParameters() {
    this(
        "",
        RowFilter.LabelStatus.UNLABELED,
        RowFilter.ExcludeStatus.TRAINING,
        "",
        "",
        "",
        "",
        Listing.SAMPLED,
        false,
        "",
        24,
        0,
        0,
        false,
        false);
  }

  SampleParameters {
    if (newOnly && list != Listing.SAMPLED) {
      throw new IllegalArgumentException(
          "--new-only is about pages that are drawn; leave it out, or leave out --list.");
    }
  }

  /** True if the project is changed. */
  boolean writes() {
    return newOnly || forget || !saveFilter.isEmpty();
  }
}
