// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import org.patchwork.model.LabelClass;

/**
 * What a class has to do with others.
 *
 * @param id stable id
 * @param name as the user called it, for messages
 * @param group name of its exclusion group, or empty
 * @param parent id of the class of which it is a kind, or empty
 */
public record ClassRelation(String id, String name, String group, String parent) {
  static ClassRelation of(LabelClass model) {
    return new ClassRelation(
        model.getId(),
        model.getName(),
        model.getExclusionGroup() == null ? "" : model.getExclusionGroup(),
        model.getParent() == null ? "" : model.getParent());
  }
}
