// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Colours and hot keys for classes for which the user chose none. */
final class ClassDefaults {
  /**
   * Okabe and Ito (2008) without black, then Tol's "muted" scheme (2021): told apart by
   * colour-blind eyes, too.
   */
  private static final List<String> COLORS =
      List.of(
          "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442", "#882255",
          "#44aa99", "#332288", "#ddcc77", "#117733", "#88ccee", "#aa4499", "#999933", "#cc6677");

  /** Digits, then letters; x and v are the workbench's own for exclude and validation. */
  private static final String HOT_KEYS = "123456789qwertyuiopasdfghjklzcbnm";

  private ClassDefaults() {}

  static String color(List<ClassDefinition> classes) {
    Set<String> used = classes.stream().map(ClassDefinition::color).collect(Collectors.toSet());
    return COLORS.stream()
        .filter(color -> !used.contains(color))
        .findFirst()
        .orElse(COLORS.get(classes.size() % COLORS.size()));
  }

  static String hotKey(List<ClassDefinition> classes) {
    Set<String> used = classes.stream().map(ClassDefinition::hotKey).collect(Collectors.toSet());
    return HOT_KEYS
        .chars()
        .mapToObj(Character::toString)
        .filter(key -> !used.contains(key))
        .findFirst()
        .orElse("");
  }
}
