// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.training.TestSplit;

/** Options of {@code patchwork simulate}. */
public record SimulateParameters(
    @Param(label = "Images", help = "Folder of the images.") String images,
    @Param(
            label = "Labels",
            help =
                "Where the true labels are: \"folders\" for one folder per class, or a CSV file.")
        String labels,
    @Param(label = "Sampler", help = "Samplers to compare, by id, with commas between them.")
        String sampler,
    @Param(
            label = "Start",
            help = "Images labelled before the first training, or \"all\" to train once on all.")
        String start,
    @Param(label = "Batch", help = "Images labelled between two trainings.", min = 1, max = 1e6)
        int batch,
    @Param(label = "Budget", help = "Images labelled in the end, or \"all\".") String budget,
    @Param(
            label = "Test fraction",
            help =
                "Share of the images that is held out to measure on; no training and no sampling"
                    + " sees them.",
            min = 0.01,
            max = 0.99)
        double testFraction,
    @Param(
            label = "Group by",
            help =
                "\"subset\" to hold out whole subsets of the CSV, such as all windows of one image;"
                    + " \"none\" to hold out single images, the same share of each combination of"
                    + " labels.")
        String groupBy,
    @Param(
            label = "Seeds",
            help = "Repetitions per sampler, with seeds 0, 1, ….",
            min = 1,
            max = 1000)
        int seeds,
    @Param(
            label = "Find",
            help =
                "The class that samplers of one class draw for; how many labels it takes to find 90"
                    + " % of its images is told for all samplers.")
        String find,
    @Param(
            label = "Hide",
            help =
                "Share of the labels that are never given, as when people leave classes"
                    + " unanswered; images without any are left out of the pool.",
            min = 0,
            max = 0.99)
        double hide,
    @Param(label = "Split seed", help = "Seed of the test part, the same for all repetitions.")
        long splitSeed,
    @Param(
            label = "Measure on",
            help =
                "\"test\" to measure on the test part; \"development\" to leave the test part out"
                    + " altogether and measure on as large a share of the rest, to choose settings"
                    + " on.")
        String measureOn,
    @Param(
            label = "Jobs",
            help = "Repetitions at once; 0 for one per processor. The curves do not depend on it.",
            min = 0,
            max = 256)
        int jobs,
    @Param(
            label = "Cache",
            help =
                "Folder in which features are kept for the next time; else they are kept in the"
                    + " output folder.")
        String cache,
    @Param(label = "Out", help = "Folder for curve.csv, curve.png and report.html.") String out) {

  private static final String ALL = "all";
  private static final String SUBSET = "subset";
  private static final String TEST = "test";
  private static final String DEVELOPMENT = "development";

  public SimulateParameters() {
    this("", "folders", "default", "20", 20, "500", 0.3, "none", 5, "", 0, 0, TEST, 0, "", "");
  }

  /** Checks what ranges cannot say. */
  public SimulateParameters {
    number("--start", start);
    number("--budget", budget);
    if (!groupBy.equals(SUBSET) && !groupBy.equals("none")) {
      throw new IllegalArgumentException(
          "--group-by is \"" + groupBy + "\", but must be subset or none.");
    }
    if (!measureOn.equals(TEST) && !measureOn.equals(DEVELOPMENT)) {
      throw new IllegalArgumentException(
          "--measure-on is \"" + measureOn + "\", but must be test or development.");
    }
  }

  /** Id of the class to draw for, or null. */
  String classId(LabelTable labels) {
    if (find.isEmpty()) {
      return null;
    } else if (labels.classIndex(find) < 0) {
      throw new IllegalArgumentException(
          "There is no class \""
              + find
              + "\"; there are "
              + String.join(", ", labels.classIds())
              + ".");
    }
    return find;
  }

  private static int number(String option, String text) {
    if (text.equals(ALL)) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          option + " is \"" + text + "\", but must be a whole number or \"all\".", e);
    }
  }

  List<String> samplers() {
    return Arrays.stream(sampler.split(","))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .toList();
  }

  int startCount() {
    return number("--start", start);
  }

  /** At least the start. */
  int budgetCount() {
    return Math.max(startCount(), number("--budget", budget));
  }

  private boolean bySubset() {
    return groupBy.equals(SUBSET);
  }

  /** What is labelled and what is measured on. */
  TestSplit split(LabelTable labels) throws TrainingException {
    TestSplit split = TestSplit.of(labels, testFraction, bySubset(), splitSeed);
    return measureOn.equals(TEST)
        ? split
        : split.development(labels, testFraction, bySubset(), splitSeed);
  }

  List<Long> seedList() {
    return LongStream.range(0, seeds).boxed().toList();
  }

  int threads() {
    return jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors();
  }
}
