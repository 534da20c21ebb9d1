// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.util.List;
import org.patchwork.cli.Command;

/**
 * A command about one project. Its folder is typed first, and nothing behind it unless the command
 * says otherwise.
 *
 * @param <P> parameter record, with a component {@code project}
 */
public interface ProjectCommand<P extends Record> extends Command<P> {
  /** Help of the component {@code project}. */
  String PROJECT = "Folder of the project.";

  @Override
  default List<String> positionals() {
    return List.of("project");
  }
}
