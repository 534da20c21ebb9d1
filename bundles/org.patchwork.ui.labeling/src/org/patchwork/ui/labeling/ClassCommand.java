// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.Consumer;

/** The commands of plugin.xml that change classes, as the menu of the Class Toggles shows them. */
enum ClassCommand implements PluginCommand {
  EDIT("editClass", "Edit Class…", true, ClassActions::edit),
  MOVE_UP("moveClassUp", "Move Up", true, actions -> actions.move(-1)),
  MOVE_DOWN("moveClassDown", "Move Down", true, actions -> actions.move(1)),
  USE_AS_EXAMPLES(
      "useAsExamples",
      "Use Selected Images as Examples",
      true,
      actions -> actions.examples().use()),
  SHOW_EXAMPLES(
      "showExamples", "Show Examples in the Grid", true, actions -> actions.examples().show()),
  CLEAR_EXAMPLES("clearExamples", "Clear Examples", true, actions -> actions.examples().clear()),
  COPY("copyClass", "Copy Class", true, ClassActions::copy),
  SPLIT("splitClass", "Split Selected Images Off…", true, ClassActions::split),
  MERGE("mergeClass", "Merge into Another Class…", true, ClassActions::merge),
  TRASH("removedClasses", "Removed Classes…", false, ClassActions::showTrash),
  CONTRADICTIONS(
      "contradictions",
      "Contradictions and Implied Labels…",
      false,
      ClassActions::showContradictions);

  private final String name;
  private final String text;
  private final boolean needsClass;
  private final Consumer<ClassActions> action;

  ClassCommand(String name, String text, boolean needsClass, Consumer<ClassActions> action) {
    this.name = name;
    this.text = text;
    this.needsClass = needsClass;
    this.action = action;
  }

  @Override
  public String id() {
    return PREFIX + name;
  }

  String text() {
    return text;
  }

  /** True if it works on the class of the row that is selected. */
  boolean needsClass() {
    return needsClass;
  }

  /** True if it changes the project, and not only shows something. */
  boolean changes() {
    return switch (this) {
      case SHOW_EXAMPLES, TRASH, CONTRADICTIONS -> false;
      default -> true;
    };
  }

  /** Runs the command, or says what is missing. */
  void run(ClassActions actions) {
    if (actions.ready(this)) {
      action.accept(actions);
    }
  }
}
