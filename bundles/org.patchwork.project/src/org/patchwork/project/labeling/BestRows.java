// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

/**
 * The rows with the highest keys among all that are offered, in bounded memory: a heap with the
 * worst on top. Of equal keys the row offered first is better.
 */
final class BestRows {
  private final int[] rows;
  private final float[] keys;
  private int size;

  BestRows(int capacity) {
    rows = new int[capacity];
    keys = new float[capacity];
  }

  int size() {
    return size;
  }

  /** Takes the row in if it is among the best so far; rows come in ascending order. */
  void offer(int row, float key) {
    if (size < rows.length) {
      place(size, row, key);
      up(size++);
    } else if (size > 0 && key > keys[0]) {
      place(0, row, key);
      down();
    }
  }

  /** The rows in no particular order. */
  int[] rows() {
    return java.util.Arrays.copyOf(rows, size);
  }

  private void up(int from) {
    int child = from;
    while (child > 0 && worse(child, (child - 1) / 2)) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void down() {
    int parent = 0;
    while (2 * parent + 1 < size) {
      int child = 2 * parent + 1;
      if (child + 1 < size && worse(child + 1, child)) {
        child++;
      }
      if (!worse(child, parent)) {
        return;
      }
      swap(child, parent);
      parent = child;
    }
  }

  private boolean worse(int a, int b) {
    return keys[a] < keys[b] || (keys[a] == keys[b] && rows[a] > rows[b]);
  }

  private void swap(int a, int b) {
    int row = rows[a];
    float key = keys[a];
    place(a, rows[b], keys[b]);
    place(b, row, key);
  }

  private void place(int index, int row, float key) {
    rows[index] = row;
    keys[index] = key;
  }
}
