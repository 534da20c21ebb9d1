// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.List;

/**
 * What an edit would do to the labels of this moment, worked out by the code that would do it.
 *
 * @param description as the undo step would be called
 * @param rows rows whose labels or flags would change, ascending and distinct
 * @param columns what would change class by class, in order; classes and flags without changes are
 *     left out
 * @param addedClasses names of classes that would be new
 * @param removedClasses names of classes that would go to the trash
 * @param addedRows number of images that would be new
 */
public record EditPreview(
    String description,
    int[] rows,
    List<Column> columns,
    List<String> addedClasses,
    List<String> removedClasses,
    int addedRows) {

  /**
   * Changes of one class or flag.
   *
   * @param name of the class after the edit, or {@code exclude}, {@code validation}
   * @param present number of images in which it would become present, or the flag be set
   * @param absent number of images in which it would become absent, or the flag be taken away
   * @param unknown number of images whose label would be forgotten
   */
  public record Column(String name, int present, int absent, int unknown) {
    /** Number of cells that would change. */
    public int cells() {
      return present + absent + unknown;
    }
  }

  public EditPreview {
    columns = List.copyOf(columns);
    addedClasses = List.copyOf(addedClasses);
    removedClasses = List.copyOf(removedClasses);
  }

  /** Number of labels and flags that would change. */
  public int cells() {
    return columns.stream().mapToInt(Column::cells).sum();
  }
}
