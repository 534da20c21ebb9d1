// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import org.patchwork.project.designs.Designs;

/** {@code patchwork designs rename}: gives a design another name. */
public final class RenameDesignCommand extends RenamedDesignCommand {

  @Override
  void change(Designs designs, String name, String newName) {
    designs.rename(name, newName);
  }
}
