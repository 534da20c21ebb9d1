// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import org.patchwork.core.LabelTable;

/** Numbers of the byte columns in the database. */
public final class Columns {
  /** The exclude flags. */
  public static final int EXCLUDED = 0;

  /** The validation flags. */
  public static final int VALIDATION = 1;

  /** The first class; class numbers count upwards from here. */
  public static final int FIRST_CLASS = 2;

  private Columns() {}

  /** The value of cells that were never written. */
  static byte initial(int column) {
    return column < FIRST_CLASS ? 0 : LabelTable.UNKNOWN;
  }
}
