// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Arrays;
import java.util.Optional;

/** A command of plugin.xml; each group of them is an enum, and has one handler. */
interface PluginCommand {
  /** What the ids begin with. */
  String PREFIX = "org.patchwork.commands.";

  /** Id in plugin.xml. */
  String id();

  /** The command of a group with this id. */
  static <C extends Enum<C> & PluginCommand> Optional<C> find(Class<C> group, String id) {
    return Arrays.stream(group.getEnumConstants())
        .filter(command -> command.id().equals(id))
        .findFirst();
  }
}
