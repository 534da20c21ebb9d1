// SPDX-License-Identifier: MIT
package org.patchwork.training.graph;

import org.patchwork.core.Param;

/**
 * How the neighbours of images are found.
 *
 * @param neighbours number of neighbours of each image
 * @param search whether all pairs are compared
 */
public record GraphParameters(
    @Param(
            label = "Neighbours",
            help = "Number of most similar images each image is connected to.",
            min = 1,
            max = 200)
        int neighbours,
    @Param(
            label = "Search",
            help =
                "Exact compares all pairs; approximate walks a graph (HNSW, Malkov and Yashunin"
                    + " 2018) and says how many true neighbours it found. Auto is exact up to"
                    + " 200,000 images.")
        Search search) {

  /** How neighbours are searched. */
  public enum Search {
    /** Exact up to {@link #MOST_EXACT} images. */
    AUTO,
    EXACT,
    APPROXIMATE
  }

  /** Up to so many images {@link Search#AUTO} compares all pairs. */
  public static final int MOST_EXACT = 200_000;

  /** Ten neighbours. */
  public GraphParameters() {
    this(10, Search.AUTO);
  }

  /** True if all pairs of so many images are to be compared. */
  public boolean exact(int images) {
    return search == Search.EXACT || search == Search.AUTO && images <= MOST_EXACT;
  }
}
