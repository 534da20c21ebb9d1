// SPDX-License-Identifier: MIT
package org.patchwork.learn;

/**
 * Collects Fleiss' κ of one class over any number of voices (Fleiss, "Measuring nominal scale
 * agreement among many raters", Psychological Bulletin 76(5), 1971).
 *
 * <p>Fleiss asks for the same number of answers m on each image. Here some images have more than
 * others, so the form for a varying number is used (Fleiss, Levin and Paik, "Statistical Methods
 * for Rates and Proportions", 3rd ed. 2003, section 18.3): with xᵢ of mᵢ answers "present" on image
 * i, n images, m̄ the mean of mᵢ and p the share of "present" among all answers,
 *
 * <pre>κ = 1 − Σ xᵢ(mᵢ − xᵢ)/mᵢ / (n (m̄ − 1) p (1 − p)).</pre>
 *
 * With mᵢ = m for all it is the formula of 1971. Images with fewer than two answers say nothing
 * about agreement and are left out, also of p.
 */
final class FleissKappa {
  private long items;
  private long answers;
  private long present;
  private double within; // Σ x(m − x)/m

  /** Takes one image. */
  void add(int answersOnImage, int presentOnImage) {
    if (answersOnImage < 2) {
      return;
    }
    items++;
    answers += answersOnImage;
    present += presentOnImage;
    within += (double) presentOnImage * (answersOnImage - presentOnImage) / answersOnImage;
  }

  Kappa kappa() {
    if (items == 0) {
      return Kappa.NONE;
    }
    double p = (double) present / answers;
    double observed = 1 - 2 * within / (answers - items); // n (m̄ − 1) = answers − items
    return new Kappa(items, observed, 1 - 2 * p * (1 - p));
  }
}
