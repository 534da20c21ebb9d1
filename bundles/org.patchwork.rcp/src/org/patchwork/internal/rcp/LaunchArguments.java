// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What the user asked for on the command line: {@code patchwork [PROJECT]} opens the project in
 * that folder, {@code demo [--full] [FOLDER]} (or {@code --demo}) makes the sample project if it is
 * not there and opens it. Options of the platform that arrive here are ignored.
 *
 * @param project folder of the project to open, absolute, if one was named
 * @param demo true if the sample project is wanted
 * @param full true if the sample is to have all 70,000 images instead of 2,000
 * @param demoFolder where to make the sample project, absolute; empty for the default place
 */
record LaunchArguments(
    Optional<Path> project, boolean demo, boolean full, Optional<Path> demoFolder) {
  private static final Set<String> DEMO = Set.of("demo", "--demo");

  private static final String FULL = "--full";

  static final LaunchArguments NONE =
      new LaunchArguments(Optional.empty(), false, false, Optional.empty());

  static LaunchArguments parse(String... arguments) {
    boolean demo = false;
    boolean full = false;
    Optional<Path> folder = Optional.empty();
    for (String argument : arguments) {
      if (!demo && DEMO.contains(argument)) {
        demo = true;
      } else if (demo && FULL.equals(argument)) {
        full = true;
      } else if (!argument.startsWith("-") && folder.isEmpty()) {
        folder = Optional.of(Path.of(argument).toAbsolutePath().normalize());
      }
    }
    return demo
        ? new LaunchArguments(Optional.empty(), true, full, folder)
        : new LaunchArguments(folder, false, false, Optional.empty());
  }
}
