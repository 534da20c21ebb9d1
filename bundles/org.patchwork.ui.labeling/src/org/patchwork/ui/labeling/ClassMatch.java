// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Classes by what one types of their names: those that start with it come first, then those with a
 * word that does, then those that contain it, then those that contain its letters in order.
 */
final class ClassMatch {
  private static final int NONE = 4;

  private ClassMatch() {}

  /** The classes that match, the best first; all in their order while nothing is typed. */
  static List<ClassStyle> of(List<ClassStyle> classes, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return classes.stream()
        .filter(each -> rank(each.name(), wanted) < NONE)
        .sorted(Comparator.comparingInt(each -> rank(each.name(), wanted)))
        .toList();
  }

  private static int rank(String name, String wanted) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith(wanted)) {
      return 0;
    } else if (lower.contains(" " + wanted)) {
      return 1;
    } else if (lower.contains(wanted)) {
      return 2;
    }
    return hasInOrder(lower, wanted) ? 3 : NONE;
  }

  private static boolean hasInOrder(String name, String letters) {
    int from = 0;
    for (int i = 0; i < letters.length(); i++) {
      from = name.indexOf(letters.charAt(i), from) + 1;
      if (from == 0) {
        return false;
      }
    }
    return true;
  }
}
