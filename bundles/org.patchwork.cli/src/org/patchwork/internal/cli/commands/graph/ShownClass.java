// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.graph;

import org.patchwork.internal.cli.Projects;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;

/** The class a command is about. */
final class ShownClass {
  private ShownClass() {}

  /** The class with this name, or the first if the name is empty. */
  static LabelClass of(ProjectSession session, String name) {
    if (!name.isEmpty()) {
      return Projects.classNamed(session, name);
    } else if (session.classes().isEmpty()) {
      throw new IllegalArgumentException(
          "The project has no class yet; add one with: patchwork classes "
              + session.folder()
              + " --add NAME");
    }
    return session.classes().get(0);
  }
}
