// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asked for on the command line: {@code patchwork [PROJECT]} opens the project in
 * that folder, {@code demo [FOLDER]} (or {@code --demo}) makes the sample project if it is not
 * there and opens it. Options of the platform that arrive here are ignored.
 *
 * @param project folder of the project to open, absolute, if one was named
 * @param demo true if the sample project is wanted
 * @param demoFolder where to make the sample project, absolute; empty for the default place
 */
record LaunchArguments(Optional<Path> project, boolean demo, Optional<Path> demoFolder) {
  private static final Set<String> DEMO = Set.of("demo", "--demo");

  static final LaunchArguments NONE =
      new LaunchArguments(Optional.empty(), false, Optional.empty());

  static LaunchArguments parse(String... arguments) {
    boolean demo = false;
    Optional<Path> folder = Optional.empty();
    for (String argument : arguments) {
      if (!demo && DEMO.contains(argument)) {
        demo = true;
      } else if (!argument.startsWith("-") && folder.isEmpty()) {
        folder = Optional.of(Path.of(argument).toAbsolutePath().normalize());
      }
    }
    return demo
        ? new LaunchArguments(Optional.empty(), true, folder)
        : new LaunchArguments(folder, false, Optional.empty());
  }
}
