// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.TileSheet;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.log.PictureLog;

/**
 * Members of the largest clusters, a row for each, so that one sees what a cluster is about.
 *
 * @param context where the images are
 */
record ClusterSheet(TrainerContext context) {
  private static final int CLUSTERS = 10;
  private static final int MEMBERS = 10;

  /**
   * Draws some members.
   *
   * @param rows rows of images
   * @param clusters the cluster of each
   */
  void log(String name, int[] rows, int[] clusters, PictureLog pictures) throws IOException {
    DrawnImages images = new DrawnImages(context);
    ImagePatch empty = images.patch(images.white());
    List<ImagePatch> tiles = new ArrayList<>();
    for (int cluster : largest(clusters)) {
      int[] members =
          IntStream.range(0, rows.length)
              .filter(i -> clusters[i] == cluster)
              .limit(MEMBERS)
              .map(i -> rows[i])
              .toArray();
      for (int i = 0; i < MEMBERS; i++) {
        tiles.add(i < members.length ? images.patch(images.image(members[i])) : empty);
      }
    }
    pictures.add(name, new TileSheet(MEMBERS).draw(tiles));
  }

  /** The clusters that have members, the largest first, of equal ones the first. */
  static int[] largest(int[] clusters) {
    int[] sizes = new int[Arrays.stream(clusters).max().orElse(-1) + 1];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    return IntStream.range(0, sizes.length)
        .filter(c -> sizes[c] > 0)
        .boxed()
        .sorted(Comparator.comparingInt(c -> -sizes[c]))
        .limit(CLUSTERS)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
