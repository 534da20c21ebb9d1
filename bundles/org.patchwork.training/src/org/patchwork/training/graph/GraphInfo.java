// SPDX-License-Identifier: MIT
package org.patchwork.training.graph;

/**
 * What is known of a neighbour graph: the content of {@code graph.json}.
 *
 * @param format version of this format, {@link #FORMAT}
 * @param featureSet id of the feature set
 * @param featureHash fingerprint of the features
 * @param rows number of rows, those without features included
 * @param vertices number of rows with features
 * @param neighbours neighbours of each
 * @param exact true if all pairs were compared
 * @param width number of features of an image, averaged over its places
 * @param dimensions number of dimensions that were compared: {@code width}, or fewer where memory
 *     was short, then the directions of largest second moment
 * @param recall share of the true neighbours that were found; 1 if all pairs were compared in all
 *     dimensions, else measured on {@code recallRows} images by comparing them with all others
 * @param recallRows number of images behind {@code recall}, 0 if nothing had to be measured
 * @param seconds time it took
 */
public record GraphInfo(
    int format,
    String featureSet,
    String featureHash,
    int rows,
    int vertices,
    int neighbours,
    boolean exact,
    int width,
    int dimensions,
    double recall,
    int recallRows,
    double seconds) {

  /** The format written by this version. */
  public static final int FORMAT = 1;

  /** One sentence for the user: {@code 60,000 images, 10 neighbours each, exact, 12.3 s}. */
  public String text() {
    String how =
        recallRows == 0
            ? "exact"
            : String.format(
                "%s, %.1f %% of the true neighbours found (measured on %,d images)",
                exact ? "all pairs in " + dimensions + " dimensions" : "approximate",
                100 * recall,
                recallRows);
    return String.format(
        "%,d images, %d neighbours each, %s, %.1f s", vertices, neighbours, how, seconds);
  }
}
