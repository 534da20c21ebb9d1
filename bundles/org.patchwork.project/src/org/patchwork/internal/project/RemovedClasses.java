// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.Arrays;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** The classes in the trash, and where their labels are. */
interface RemovedClasses {
  /** Any thread may ask. */
  List<TrashedClass> entries();

  /**
   * One label per row of a class in the trash; on the writer thread.
   *
   * @throws ProjectFormatException if they cannot be read
   */
  byte[] labels(int number, int rows) throws ProjectFormatException;

  /** Entries without labels, for a look ahead on any thread. */
  static RemovedClasses named(List<TrashedClass> entries) {
    return new RemovedClasses() {
      @Override
      public List<TrashedClass> entries() {
        return entries;
      }

      @Override
      public byte[] labels(int number, int rows) {
        byte[] unknown = new byte[rows];
        Arrays.fill(unknown, LabelTable.UNKNOWN);
        return unknown;
      }
    };
  }

  /**
   * The definition of a class in the trash.
   *
   * @throws ProjectFormatException if it is not there; says what to do
   */
  default ClassDefinition find(String id) throws ProjectFormatException {
    for (TrashedClass each : entries()) {
      if (each.definition().id().equals(id)) {
        return each.definition();
      }
    }
    throw new ProjectFormatException(
        "There is no removed class with the id \""
            + id
            + "\"; it was restored in the meantime, or its making was undone.");
  }

  /** The name of a class in the trash; its id if it is not there. */
  default String name(String id) {
    return entries().stream()
        .map(TrashedClass::definition)
        .filter(each -> each.id().equals(id))
        .map(ClassDefinition::name)
        .findFirst()
        .orElse(id);
  }
}
