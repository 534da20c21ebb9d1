// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.awt.Color;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.patchwork.core.CsvField;
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

  /** Part of the images of a class that are taken for a class; 0 for a class without images. */
  float part(int truth, int answer) {
    return (float) counts[truth][answer] / Math.max(1, IntStream.of(counts[truth]).sum());
  }

  /** White for none, blue for right and red for wrong, the darker the larger the part. */
  static Color color(float part, boolean right) {
    return right
        ? new Color(1 - part, 1 - 0.7f * part, 1 - 0.2f * part)
        : new Color(1 - 0.2f * part, 1 - 0.7f * part, 1 - part);
  }

  /** A square for each pair, classes downwards and predictions to the right, without names. */
  ImagePatch picture() {
    int side = counts.length * SIDE;
    float[] values = new float[side * side * 3];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int row = y / SIDE;
        int column = x / SIDE;
        boolean edge = y % SIDE == 0 || x % SIDE == 0;
        Color color = edge ? Color.LIGHT_GRAY : color(part(row, column), row == column);
        System.arraycopy(color.getRGBColorComponents(null), 0, values, (y * side + x) * 3, 3);
      }
    }
    return new ImagePatch(side, side, 3, values);
  }

  /** The counts with the names of the classes before and above them. */
  String csv(List<String> names) {
    StringBuilder text = new StringBuilder("class");
    names.forEach(name -> text.append(',').append(CsvField.of(name)));
    text.append('\n');
    for (int row = 0; row < counts.length; row++) {
      text.append(CsvField.of(names.get(row))).append(',');
      text.append(
          IntStream.of(counts[row]).mapToObj(Integer::toString).collect(Collectors.joining(",")));
      text.append('\n');
    }
    return text.toString();
  }
}
