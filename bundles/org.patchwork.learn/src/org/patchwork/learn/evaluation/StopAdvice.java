// SPDX-License-Identifier: MIT
package org.patchwork.learn.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.patchwork.core.LabelTable;
import org.patchwork.learn.Part;
import org.patchwork.learn.split.HoldOut;

/**
 * Whether more labels are worth their time: what the next page is expected to bring, what it costs,
 * and whether the model still changes its mind. It advises; it stops nothing.
 *
 * @param verdict the advice
 * @param gainNextPage by how much the next page is expected to raise the figure; empty before there
 *     are three points of a learning curve
 * @param gainNextTen the same for the next ten pages
 * @param secondsPerPage what a page has cost so far; empty if that was not measured
 * @param stability agreement of the last two models, see {@link PredictionStability}; empty before
 *     there are two
 * @param reasons one sentence each
 */
public record StopAdvice(
    Verdict verdict,
    OptionalDouble gainNextPage,
    OptionalDouble gainNextTen,
    OptionalDouble secondsPerPage,
    OptionalDouble stability,
    List<String> reasons) {
  /** At this agreement of models answers hardly change any more (Bloodgood, Vijay-Shanker). */
  public static final double STABLE = 0.99;

  private static final double LITTLE = 0.005; // over ten pages
  private static final double MUCH = 0.02;
  private static final double MILLIS = 1000; // of a second
  private static final int TEN = 10;
  private static final int FEWEST = 3;

  /** What is advised. */
  public enum Verdict {
    /** Too little is known yet. */
    UNKNOWN("Too early to tell"),
    /** The next pages still bring much. */
    GO_ON("Go on"),
    /** Each page brings a little. */
    SLOWING("Slowing down"),
    /** Nothing is gained by more labels of this kind. */
    STOP("Enough");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** In two or three words. */
    public String text() {
      return text;
    }
  }

  public StopAdvice {
    reasons = List.copyOf(reasons);
  }

  /**
   * Advises on a project.
   *
   * @param curve learning curve so far, in any order; points as 1 − figure
   * @param labels all labels now
   * @param page number of images of a page
   * @param activeMillis milliseconds worked on the labels; 0 if not measured
   * @param runs the models so far
   */
  public static StopAdvice of(
      List<PowerLaw.Point> curve, LabelTable labels, int page, long activeMillis, RunsSoFar runs) {
    int[] labeled = HoldOut.labeled(labels);
    int training =
        (int) Arrays.stream(labeled).filter(row -> Part.TRAINING.contains(labels, row)).count();
    OptionalDouble secondsPerImage =
        activeMillis == 0 || labeled.length == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(activeMillis / MILLIS / labeled.length);
    return of(curve, Math.max(1, training), page, secondsPerImage, runs.stability());
  }

  /**
   * Advises.
   *
   * @param curve learning curve so far, in any order; points as 1 − figure
   * @param labeled number of images labelled now
   * @param page number of images of a page
   * @param secondsPerImage time worked on an image so far, if measured
   * @param stability agreement of the last two models, if there are two
   */
  public static StopAdvice of(
      List<PowerLaw.Point> curve,
      int labeled,
      int page,
      OptionalDouble secondsPerImage,
      OptionalDouble stability) {
    List<String> reasons = new ArrayList<>();
    OptionalDouble next = OptionalDouble.empty();
    OptionalDouble ten = OptionalDouble.empty();
    if (curve.stream().mapToInt(PowerLaw.Point::labels).distinct().count() >= FEWEST) {
      PowerLaw law = PowerLaw.fit(curve);
      next = OptionalDouble.of(law.error(labeled) - law.error(labeled + page));
      ten = OptionalDouble.of(law.error(labeled) - law.error(labeled + TEN * page));
      reasons.add(gains(page, next.getAsDouble(), ten.getAsDouble()));
    } else {
      reasons.add(
          "The learning curve has fewer than three points; train a few times while you label, with"
              + " some labelled images held out.");
    }
    OptionalDouble seconds =
        secondsPerImage.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(secondsPerImage.getAsDouble() * page);
    if (seconds.isPresent()) {
      reasons.add(cost(seconds.getAsDouble(), next));
    }
    stability.ifPresent(kappa -> reasons.add(agreement(kappa)));
    return new StopAdvice(verdict(ten, stability), next, ten, seconds, stability, reasons);
  }

  private static Verdict verdict(OptionalDouble ten, OptionalDouble stability) {
    if (ten.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    boolean stable = stability.isEmpty() || stability.getAsDouble() >= STABLE;
    if (ten.getAsDouble() < LITTLE && stable) {
      return Verdict.STOP;
    }
    return ten.getAsDouble() >= MUCH ? Verdict.GO_ON : Verdict.SLOWING;
  }

  private static String gains(int page, double next, double ten) {
    return String.format(
        Locale.ENGLISH,
        "The next %d images are expected to bring %.2f points, the next %d %.1f.",
        page,
        100 * next,
        TEN * page,
        100 * ten);
  }

  private static String cost(double seconds, OptionalDouble next) {
    String cost = String.format(Locale.ENGLISH, "A page takes you about %.0f s", seconds);
    return next.isEmpty() || next.getAsDouble() <= 0
        ? cost + "."
        : cost
            + String.format(
                Locale.ENGLISH,
                ": about %s of labelling for a point.",
                duration(0.01 / next.getAsDouble() * seconds));
  }

  private static String duration(double seconds) {
    if (seconds < 90) {
      return String.format(Locale.ENGLISH, "%.0f s", seconds);
    }
    return seconds < 5400
        ? String.format(Locale.ENGLISH, "%.0f min", seconds / 60)
        : String.format(Locale.ENGLISH, "%.1f h", seconds / 3600);
  }

  private static String agreement(double kappa) {
    return String.format(
        Locale.ENGLISH,
        "The last two models agree on all images with a kappa of %.3f; %s.",
        kappa,
        kappa >= STABLE ? "new labels hardly change answers" : "answers still change");
  }
}
