// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import java.nio.file.Path;
import java.util.List;
import org.patchwork.core.LabelTable;

/**
 * One line of the Explorer. Nodes are equal by kind and key, so that a refreshed tree keeps what
 * was expanded.
 *
 * @param kind what it is
 * @param key identity within its kind
 * @param text what is shown
 * @param detail shown behind it in a quieter colour; may be empty
 * @param rows which images it stands for, or null
 * @param folder where it lies on disk, or null
 * @param children lines below it
 */
record ExplorerNode(
    Kind kind,
    String key,
    String text,
    String detail,
    Rows rows,
    Path folder,
    List<ExplorerNode> children) {

  /** Chooses images; O(images), so never on the display thread. */
  @FunctionalInterface
  interface Rows {
    /** The rows, ascending. */
    int[] select(LabelTable table);
  }

  /** Kinds of lines. */
  enum Kind {
    GROUP("images"),
    SOURCE("source"),
    SUBSET("subset"),
    CLASS("subset"),
    FEATURES("features"),
    DESIGN("design"),
    RUN("run"),
    EXTRACTOR("extractor");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }

    String icon() {
      return icon;
    }
  }

  static ExplorerNode group(String text, String detail, Rows rows, List<ExplorerNode> children) {
    return new ExplorerNode(Kind.GROUP, text, text, detail, rows, null, children);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExplorerNode node && node.kind == kind && node.key.equals(key);
  }

  @Override
  public int hashCode() {
    return kind.hashCode() * 31 + key.hashCode();
  }
}
