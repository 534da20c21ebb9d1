// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.patchwork.core.LabelTable;

/** Numbers that were worked out apart from this code, and tables for tests. */
final class Oracles {
  private Oracles() {}

  /** The cases under a name in {@code oracles.json}. */
  static List<JsonNode> cases(String name) throws IOException {
    try (InputStream stream = Oracles.class.getResourceAsStream("oracles.json")) {
      JsonNode found = new ObjectMapper().readTree(stream).get(name);
      return StreamSupport.stream(found.spliterator(), false).toList();
    }
  }

  static double[] doubles(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }

  static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  /** A table of unlabelled rows and classes named {@code c0}, {@code c1}, … */
  static LabelTable table(int rows, int classes) {
    List<String> paths = IntStream.range(0, rows).mapToObj(row -> "image" + row + ".png").toList();
    return LabelTable.empty()
        .withClasses(IntStream.range(0, classes).mapToObj(c -> "c" + c).toList())
        .withRows(paths, new ArrayList<>(Collections.nCopies(rows, null)));
  }

  /** The table with labels, one array per class, −1 for unknown. */
  static LabelTable labeled(int[]... columns) {
    LabelTable table = table(columns[0].length, columns.length);
    int[] rows = IntStream.range(0, table.rows()).toArray();
    for (int c = 0; c < columns.length; c++) {
      byte[] values = new byte[rows.length];
      for (int row : rows) {
        values[row] = (byte) columns[c][row];
      }
      table = table.withLabels(c, rows, values);
    }
    return table;
  }

  static LabelTable excluding(LabelTable table, int... rows) {
    return table.withExcluded(rows, ones(rows.length));
  }

  static LabelTable holdingOut(LabelTable table, int... rows) {
    return table.withValidation(rows, ones(rows.length));
  }

  private static byte[] ones(int count) {
    byte[] ones = new byte[count];
    java.util.Arrays.fill(ones, (byte) 1);
    return ones;
  }
}
