// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.swt.graphics.RGB;
import org.patchwork.model.LabelClass;
import org.patchwork.ui.Palette;

/**
 * A class as the views show it: a copy, so that what is drawn does not change while it is drawn.
 *
 * @param id stable id
 * @param name as the user called it
 * @param description may be empty
 * @param color its colour
 * @param key the key that labels it, or 0 if all keys are taken
 */
record ClassStyle(String id, String name, String description, RGB color, char key) {
  /**
   * Keys that label classes, in the order in which they are given out; the other letters are
   * commands.
   */
  static final String KEYS = "123456789qwetyuiodghjklbm";

  private static final int SHORT_NAME = 12;

  /**
   * The classes in order; a key that is taken twice or belongs to a command is replaced by a free
   * one.
   */
  static List<ClassStyle> of(List<LabelClass> classes) {
    Set<Character> taken = new HashSet<>();
    List<Character> keys = new ArrayList<>();
    for (LabelClass each : classes) {
      char wanted = wantedKey(each);
      keys.add(wanted != 0 && taken.add(wanted) ? wanted : (char) 0);
    }
    List<ClassStyle> styles = new ArrayList<>();
    for (int i = 0; i < classes.size(); i++) {
      LabelClass each = classes.get(i);
      char key = keys.get(i) != 0 ? keys.get(i) : nextFree(taken);
      String description = each.getDescription() == null ? "" : each.getDescription();
      styles.add(
          new ClassStyle(
              each.getId(), each.getName(), description, Palette.rgb(each.getColor()), key));
    }
    return List.copyOf(styles);
  }

  /** The name, cut where a chip has no room for more. */
  String shortName() {
    return name.codePointCount(0, name.length()) <= SHORT_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME - 1)) + "…";
  }

  /** The key as it is written on the row, or an empty text. */
  String keyText() {
    return key == 0 ? "" : String.valueOf(Character.toUpperCase(key));
  }

  private static char wantedKey(LabelClass each) {
    String key = each.getHotKey();
    return key != null && key.length() == 1 && KEYS.contains(key) ? key.charAt(0) : 0;
  }

  private static char nextFree(Set<Character> taken) {
    for (char key : KEYS.toCharArray()) {
      if (taken.add(key)) {
        return key;
      }
    }
    return 0;
  }
}
