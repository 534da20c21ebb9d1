// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.function.BiConsumer;

/** The commands of plugin.xml for quick tag and question mode. */
enum ModeCommand implements PluginCommand {
  ANSWER("modeAnswer", (mode, key) -> mode.answer()),
  SKIP("modeSkip", (mode, key) -> mode.skip()),
  BACK("modeBack", (mode, key) -> mode.back()),
  CYCLE("modeCycle", (mode, key) -> mode.cycle()),
  EXCLUDE("modeExclude", (mode, key) -> mode.exclude()),
  OPEN("modeOpen", (mode, key) -> mode.leaveOpen()),
  REST("modeRest", (mode, key) -> mode.boundary(false)),
  UP_TO_HERE("modeUpToHere", (mode, key) -> mode.boundary(true)),
  PRESS("modePress", (mode, key) -> mode.press(key.charAt(0))),
  NEXT_CLASS("modeNextClass", (mode, key) -> mode.moveClass(1)),
  PREVIOUS_CLASS("modePreviousClass", (mode, key) -> mode.moveClass(-1)),
  KEYS("modeKeys", (mode, key) -> mode.showKeys());

  /** The keys work in these views only. */
  static final String CONTEXT = "org.patchwork.ui.labeling.modes.context";

  private final String name;
  private final BiConsumer<ModeActions, String> action;

  ModeCommand(String name, BiConsumer<ModeActions, String> action) {
    this.name = name;
    this.action = action;
  }

  @Override
  public String id() {
    return PREFIX + name;
  }

  /**
   * Runs it.
   *
   * @param key what the binding names as {@link LabelCommand#KEY}; null for all but {@link #PRESS}
   */
  void run(ModeActions mode, String key) {
    action.accept(mode, key);
  }
}
