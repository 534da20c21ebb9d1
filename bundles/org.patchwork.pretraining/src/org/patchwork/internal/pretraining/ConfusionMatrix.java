// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchwork.image.ImagePatch;

/**
 * How often images of a class are taken for each class.
 *
 * @param counts images by class, then by predicted class
 */
record ConfusionMatrix(int[][] counts) {
  private static final int SIDE = 24;

  static ConfusionMatrix of(int[] classes, int[] predicted, int count) {
    int[][] counts = new int[count][count];
    for (int i = 0; i < classes.length; i++) {
      counts[classes[i]][predicted[i]]++;
    }
    return new ConfusionMatrix(counts);
  }

  /**
   * A square for each pair, classes downwards and predictions to the right: white for none, blue
   * for right and red for wrong, the darker the larger the part of the class.
   */
  ImagePatch picture() {
    int side = counts.length * SIDE;
    float[] values = new float[side * side * 3];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int row = y / SIDE;
        int column = x / SIDE;
        int all = Math.max(1, IntStream.of(counts[row]).sum());
        float part = (float) counts[row][column] / all;
        int at = (y * side + x) * 3;
        boolean edge = y % SIDE == 0 || x % SIDE == 0;
        values[at] = edge ? 0.8f : 1 - (row == column ? part : 0.2f * part);
        values[at + 1] = edge ? 0.8f : 1 - 0.7f * part;
        values[at + 2] = edge ? 0.8f : 1 - (row == column ? 0.2f * part : part);
      }
    }
    return new ImagePatch(side, side, 3, values);
  }

  /** The counts with the names of the classes before and above them. */
  String csv(List<String> names) {
    StringBuilder text = new StringBuilder("class");
    names.forEach(name -> text.append(',').append(quoted(name)));
    text.append('\n');
    for (int row = 0; row < counts.length; row++) {
      text.append(quoted(names.get(row))).append(',');
      text.append(
          IntStream.of(counts[row]).mapToObj(Integer::toString).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }

  private static String quoted(String name) {
    return name.matches("[^\",\\n\\r]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
