// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.Algorithms;

/**
 * A context in which somebody said who they are.
 *
 * @param context everything else
 * @param annotator the name
 */
record NamedContext(CommandContext context, String annotator) implements CommandContext {
  @Override
  public Algorithms algorithms() {
    return context.algorithms();
  }

  @Override
  public ImageLoader images() {
    return context.images();
  }

  @Override
  public Catalog<Command<?>> commands() {
    return context.commands();
  }

  @Override
  public String version() {
    return context.version();
  }

  @Override
  public Path directory() {
    return context.directory();
  }

  @Override
  public InstantSource clock() {
    return context.clock();
  }
}
