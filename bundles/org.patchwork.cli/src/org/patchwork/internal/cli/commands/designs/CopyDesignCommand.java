// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import org.patchwork.project.designs.Designs;

/** {@code patchwork designs copy}: duplicates a design under a new name. */
public final class CopyDesignCommand extends RenamedDesignCommand {

  @Override
  void change(Designs designs, String name, String newName) {
    designs.add(designs.require(name).withName(newName));
  }
}
