// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.classes;

/** What the options of all commands that edit classes have in common. */
interface ClassEditOptions {
  /** The project folder. */
  String project();

  /** True if nothing is to be changed. */
  boolean dryRun();
}
