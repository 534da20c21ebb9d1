// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import org.patchwork.cli.Command;
import org.patchwork.core.Catalog;
import org.patchwork.core.Contribution;

/** What the user may have meant. */
final class Suggestions {
  private static final int CLOSE = 2;

  private Suggestions() {}

  /** A sentence that follows "there is no command". */
  static String of(String typed, Catalog<Command<?>> commands) {
    List<String> close =
        commands.all().stream()
            .map(Contribution::shortId)
            .filter(name -> name.startsWith(typed) || distance(typed, name) <= CLOSE)
            .toList();
    return close.isEmpty()
        ? " All commands: patchwork help"
        : " Did you mean " + String.join(" or ", close) + "?";
  }

  /** Number of characters to insert, delete or replace (Levenshtein 1966). */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[b.length()];
  }
}
