// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.BiConsumer;
import org.patchwork.core.LabelTable;

/**
 * The commands of plugin.xml that label: what each does with the key its binding names, or null.
 */
enum LabelCommand implements PluginCommand {
  PRESENT("present", (actions, key) -> actions.press(actions.classOfKey(key))),
  ABSENT("absent", (actions, key) -> actions.setLabel(actions.classOfKey(key), LabelTable.ABSENT)),
  ALL_ABSENT("allAbsent", (actions, key) -> actions.allAbsent()),
  FORGET("forget", (actions, key) -> actions.forget()),
  EXCLUDE("exclude", (actions, key) -> actions.toggleExcluded()),
  VALIDATION("validation", (actions, key) -> actions.toggleValidation()),
  COPY_TO_PAGE("copyToPage", (actions, key) -> actions.copyToPage()),
  REST_ABSENT("restAbsent", (actions, key) -> actions.restAbsent(true)),
  REST_ABSENT_ALL("restAbsentAll", (actions, key) -> actions.restAbsent(false)),
  SET_IMPLIED("setImplied", (actions, key) -> actions.setImplied()),
  CYCLE("cycle", (actions, key) -> actions.cycleFocusClass()),
  NEXT_CLASS("nextClass", (actions, key) -> actions.moveFocus(1)),
  PREVIOUS_CLASS("previousClass", (actions, key) -> actions.moveFocus(-1));

  /** Parameter of {@link #PRESENT} and {@link #ABSENT}: the key of the class. */
  static final String KEY = "org.patchwork.commands.key";

  private final String name;
  private final BiConsumer<LabelActions, String> action;

  LabelCommand(String name, BiConsumer<LabelActions, String> action) {
    this.name = name;
    this.action = action;
  }

  @Override
  public String id() {
    return PREFIX + name;
  }

  void run(LabelActions actions, String key) {
    action.accept(actions, key);
  }
}
