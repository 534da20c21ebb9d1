// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.LabelTable;

/**
 * Finds rows by path: a hash table of row numbers, 4 to 8 bytes a row, made when an import needs
 * it.
 */
public final class PathIndex {
  private final LabelTable table;
  private final int[] slots;
  private final int mask;

  public PathIndex(LabelTable table) {
    this.table = table;
    int size = Integer.highestOneBit(Math.max(4, table.rows()) * 2 - 1) * 2;
    this.slots = new int[size];
    this.mask = size - 1;
    for (int row = 0; row < table.rows(); row++) {
      int slot = slot(table.path(row));
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = row + 1;
    }
  }

  /** The row with this path, or −1. */
  public int row(String path) {
    int slot = slot(path);
    while (slots[slot] != 0) {
      if (table.path(slots[slot] - 1).equals(path)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int slot(String path) {
    int hash = path.hashCode() * 0x9e3779b9;
    return (hash ^ (hash >>> 15)) & mask;
  }
}
