// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import org.patchwork.project.designs.Designs;

/** {@code patchwork designs use}: trains this design from now on. */
public final class UseDesignCommand extends NamedDesignCommand {

  @Override
  void change(Designs designs, String name) {
    designs.use(name);
  }
}
