// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.model.LabelClass;
import org.patchwork.model.LabelSchema;

/** Which classes exclude each other. */
public final class ExclusionGroups {
  private ExclusionGroups() {}

  /**
   * Ids of the classes of each group of which at most one is present, in order. Groups of one class
   * are left out. Where all classes of the project exclude each other they are one group.
   */
  public static List<List<String>> of(LabelSchema schema) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (LabelClass each : schema.getClasses()) {
      String name = schema.isExclusive() ? "" : ClassRelation.of(each).group();
      if (schema.isExclusive() || !name.isEmpty()) {
        groups.computeIfAbsent(name, group -> new ArrayList<>()).add(each.getId());
      }
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }
}
