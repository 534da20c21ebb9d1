// SPDX-License-Identifier: MIT
package org.patchwork.training.map;

import org.patchwork.core.Param;

/**
 * Which images a map shows and how it is laid out.
 *
 * @param images which images
 * @param most at most so many, drawn at random
 * @param perplexity number of neighbours whose nearness matters
 * @param iterations steps of the layout
 * @param seed for the draw and the start of the layout
 */
public record MapParameters(
    @Param(
            label = "Images",
            help =
                "Those held out for validation, on which errors mean something; all that have a"
                    + " label; or all.")
        Images images,
    @Param(
            label = "At most",
            help = "More images than this are drawn at random, since the layout takes time.",
            min = 10,
            max = 20_000)
        int most,
    @Param(
            label = "Perplexity",
            help =
                "About how many neighbours of an image stay near it: small values show small"
                    + " groups (van der Maaten and Hinton 2008). Lowered for few images.",
            min = 2,
            max = 200)
        double perplexity,
    @Param(
            label = "Iterations",
            help = "Steps of the layout; fewer leave groups untidy.",
            min = 300,
            max = 5000)
        int iterations,
    @Param(label = "Seed", help = "Another seed gives another layout of the same images.")
        int seed) {

  /** The images a map may show. */
  public enum Images {
    /** Held out, not excluded. */
    VALIDATION,
    /** With a label for at least one class, not excluded. */
    LABELED,
    /** Not excluded. */
    ALL
  }

  /** Up to 2,000 validation images, perplexity 30, 1,000 iterations. */
  public MapParameters() {
    this(Images.VALIDATION, 2000, 30, 1000, 0);
  }
}
