// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Lists as users type them: with commas between the entries. */
public final class NameList {
  private NameList() {}

  /** The entries, without surrounding spaces and empty ones. */
  public static List<String> of(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Entries of the form {@code left=right}, in order. */
  public static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String entry : of(text)) {
      int equals = entry.lastIndexOf('=');
      if (equals < 1 || equals == entry.length() - 1) {
        throw new IllegalArgumentException("\"" + entry + "\" must have the form NAME=VALUE.");
      }
      pairs.put(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
    }
    return pairs;
  }

  /**
   * Row numbers: {@code 3}, {@code 0-9} or {@code all}, several with commas; checked against the
   * number of rows.
   */
  public static int[] rows(String text, int rows) {
    return of(text).stream().flatMapToInt(entry -> range(entry, rows)).distinct().toArray();
  }

  private static IntStream range(String entry, int rows) {
    if (entry.equals("all")) {
      return IntStream.range(0, rows);
    }
    try {
      int dash = entry.indexOf('-');
      int first = Integer.parseUnsignedInt(dash < 0 ? entry : entry.substring(0, dash));
      int last = dash < 0 ? first : Integer.parseUnsignedInt(entry.substring(dash + 1));
      if (last < rows && first <= last) {
        return IntStream.rangeClosed(first, last);
      }
      throw new IllegalArgumentException(
          "There is no row " + last + ": the project has the rows 0 to " + (rows - 1) + ".");
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + entry + "\" is no row; write numbers, ranges such as 0-9, or \"all\".", e);
    }
  }
}
