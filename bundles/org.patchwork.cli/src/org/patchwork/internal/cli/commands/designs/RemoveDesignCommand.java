// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import org.patchwork.project.designs.Designs;

/** {@code patchwork designs remove}: removes a design; the runs made with it stay. */
public final class RemoveDesignCommand extends NamedDesignCommand {

  @Override
  void change(Designs designs, String name) {
    designs.remove(name);
  }
}
