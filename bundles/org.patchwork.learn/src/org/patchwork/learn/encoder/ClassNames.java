// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.Collections;
import java.util.List;
import org.patchwork.core.LabelTable;

/**
 * What a trainer may know of the classes of a project beside their labels.
 *
 * @param names their names, in the order of the label table
 * @param groups for each class the name of the group of which at most one is present in an image;
 *     empty for a class of no group
 */
public record ClassNames(List<String> names, List<String> groups) {
  public ClassNames {
    names = List.copyOf(names);
    groups = List.copyOf(groups);
    if (names.size() != groups.size()) {
      throw new IllegalArgumentException(
          names.size() + " names of classes, but groups of " + groups.size());
    }
  }

  /** Classes of no group that are named as their ids. */
  public static ClassNames of(LabelTable labels) {
    return new ClassNames(labels.classIds(), Collections.nCopies(labels.classes(), ""));
  }

  /** The name of a class; its number where it has none. */
  public String name(int column) {
    return column < names.size() ? names.get(column) : "class " + column;
  }

  /** The group of a class, empty for none. */
  public String group(int column) {
    return column < groups.size() ? groups.get(column) : "";
  }
}
