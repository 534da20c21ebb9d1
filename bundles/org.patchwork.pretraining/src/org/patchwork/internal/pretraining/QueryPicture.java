// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.TileSheet;
import org.patchwork.learn.linear.Vectors;

/**
 * One row for each class: its first labelled image, and behind it the labelled images that are
 * nearest to it by the cosine of their features.
 */
final class QueryPicture {
  private QueryPicture() {}

  /**
   * Draws it.
   *
   * @param labelled by row
   * @param neighbours images beside each example; fewer if there are fewer
   */
  static ImagePatch draw(CheckedFeatures.Labelled[] labelled, int neighbours, SomeImages images) {
    float[][] units =
        Geometry.units(
            Arrays.stream(labelled)
                .map(CheckedFeatures.Labelled::features)
                .toArray(float[][]::new));
    int shown = Math.min(neighbours, labelled.length - 1);
    List<ImagePatch> tiles = new ArrayList<>();
    for (int example : examples(labelled)) {
      tiles.add(read(labelled[example].row(), images));
      for (int other : nearest(units, example, shown)) {
        tiles.add(read(labelled[other].row(), images));
      }
    }
    return new TileSheet(1 + shown).draw(tiles);
  }

  /** The first image of each class, by class. */
  static int[] examples(CheckedFeatures.Labelled[] labelled) {
    int[] types = Arrays.stream(labelled).mapToInt(CheckedFeatures.Labelled::type).toArray();
    return Arrays.stream(types).distinct().sorted().map(type -> first(types, type)).toArray();
  }

  private static int first(int[] values, int wanted) {
    int i = 0;
    while (values[i] != wanted) {
      i++;
    }
    return i;
  }

  /** The places nearest to one, nearest first, itself left out. */
  static List<Integer> nearest(float[][] units, int place, int count) {
    double[] cosines =
        Arrays.stream(units).mapToDouble(u -> Vectors.dot(u, units[place])).toArray();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      if (i != place) {
        others.add(i);
      }
    }
    others.sort(Comparator.comparingDouble(other -> -cosines[other]));
    return others.subList(0, count);
  }

  private static ImagePatch read(int row, SomeImages images) {
    try {
      return images.plain(row);
    } catch (ImageFormatException e) { // training has named it already
      return new ImagePatch(
          images.input().height(),
          images.input().width(),
          images.input().channels(),
          new float[images.width()]);
    }
  }
}
