// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.util.Arrays;
import java.util.List;
import org.patchwork.core.Param;

/** Options of {@code patchwork bench user}. */
public record UserParameters(
    @Param(
            label = "Labels",
            help =
                "Benchmark \"user\": where the answers to --images are, \"folders\" for one folder"
                    + " per class, or a CSV file.")
        String labels,
    @Param(
            label = "Modes",
            help =
                "Benchmark \"user\": modes to compare, of page, quick-tag, question,"
                    + " question-any, mixed and mixed-any.")
        String modes,
    @Param(
            label = "Start",
            help = "Benchmark \"user\": labels given before the counting starts.",
            min = 1,
            max = 1e6)
        int start,
    @Param(label = "Budget", help = "Benchmark \"user\": labels in the end, or \"all\".")
        String budget,
    @Param(
            label = "Retrain",
            help = "Benchmark \"user\": labels between two trainings.",
            min = 1,
            max = 1e6)
        int retrain,
    @Param(
            label = "Page",
            help = "Benchmark \"user\": images on a page of page mode.",
            min = 1,
            max = 400)
        int page,
    @Param(label = "Tiles", help = "Benchmark \"user\": tiles of quick tag.", min = 1, max = 25)
        int tiles,
    @Param(label = "Strip", help = "Benchmark \"user\": images of a question.", min = 1, max = 400)
        int strip,
    @Param(
            label = "Columns",
            help = "Benchmark \"user\": images in a row on the screen, for the way of the cursor.",
            min = 1,
            max = 40)
        int columns,
    @Param(
            label = "Decision",
            help = "Benchmark \"user\": seconds to decide on one image.",
            min = 0,
            max = 60)
        double decision,
    @Param(label = "Key", help = "Benchmark \"user\": seconds to press one key.", min = 0, max = 60)
        double key,
    @Param(
            label = "Test fraction",
            help = "Benchmark \"user\": share of the images that is held out to measure the model.",
            min = 0.01,
            max = 0.99)
        double testFraction,
    @Param(
            label = "Group by",
            help = "Benchmark \"user\": \"subset\" to hold out whole subsets, or \"none\".")
        String groupBy,
    @Param(label = "Seed", help = "Benchmark \"user\": seed of all draws and trainings.") long seed,
    @Param(
            label = "Cache",
            help = "Benchmark \"user\": folder in which features are kept for the next time.")
        String cache) {
  private static final String ALL = "all";

  public UserParameters() {
    this(
        "folders",
        "page,quick-tag,question,question-any,mixed",
        500,
        "1500",
        250,
        24,
        9,
        48,
        8,
        1.0,
        0.15,
        0.2,
        "none",
        0,
        "");
  }

  /** Checks what ranges cannot say. */
  public UserParameters {
    if (!budget.equals(ALL)) {
      try {
        Integer.parseUnsignedInt(budget);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "--budget is \"" + budget + "\", but must be a whole number or \"all\".", e);
      }
    }
    if (!groupBy.equals("subset") && !groupBy.equals("none")) {
      throw new IllegalArgumentException(
          "--group-by is \"" + groupBy + "\", but must be subset or none.");
    }
  }

  public boolean bySubset() {
    return groupBy.equals("subset");
  }

  /** Labels in the end; {@link Integer#MAX_VALUE} for all. */
  int budgetCount() {
    return budget.equals(ALL) ? Integer.MAX_VALUE : Integer.parseUnsignedInt(budget);
  }

  List<String> modeNames() {
    return Arrays.stream(modes.split(",")).map(String::strip).filter(m -> !m.isEmpty()).toList();
  }
}
