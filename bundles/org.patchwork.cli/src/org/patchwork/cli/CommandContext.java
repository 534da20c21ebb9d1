// SPDX-License-Identifier: MIT
package org.patchwork.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import org.patchwork.core.Catalog;
import org.patchwork.image.ImageLoader;
import org.patchwork.learn.Algorithms;

/** What the product offers a command. Everything costly is made when it is first asked for. */
public interface CommandContext {
  /** Everything installed to learn with. */
  Algorithms algorithms();

  /** The way from files to pixels. */
  ImageLoader images();

  /** All commands. */
  Catalog<Command<?>> commands();

  /** Version of the product. */
  String version();

  /** The folder the user stands in. */
  Path directory();

  /** A path as the user wrote it, from the folder the user stands in. */
  default Path path(String text) {
    return directory().resolve(text).normalize();
  }

  /** Name of the person whose answers labels are; that of the user unless said otherwise. */
  default String annotator() {
    return System.getProperty("user.name", "");
  }

  /** The time of day. */
  InstantSource clock();
}
