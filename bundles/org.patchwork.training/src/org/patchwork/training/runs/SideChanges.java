// SPDX-License-Identifier: MIT
package org.patchwork.training.runs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

/**
 * The images that a later run sees on the other side of one half than an earlier one, for one
 * class.
 *
 * @param classId stable id of the class
 * @param gained unlabelled images that only the later run says have the class
 * @param lost unlabelled images that only the earlier run says have it
 * @param corrected labelled images that the earlier run had wrong and the later has right
 * @param spoiled labelled images that the earlier run had right and the later has wrong
 */
public record SideChanges(
    String classId, BitSet gained, BitSet lost, BitSet corrected, BitSet spoiled) {
  private static final float MIDDLE = 0.5f;

  /** Number of images that changed sides. */
  public int total() {
    return gained.cardinality()
        + lost.cardinality()
        + corrected.cardinality()
        + spoiled.cardinality();
  }

  /**
   * Compares two runs class by class, for the classes both know and the table still has. Excluded
   * images are passed over, and those that one of the runs did not predict.
   *
   * @param labels as they are now
   */
  public static List<SideChanges> of(
      LabelTable labels, PredictionTable earlier, PredictionTable later) {
    List<SideChanges> changes = new ArrayList<>();
    for (int c = 0; c < labels.classes(); c++) {
      String id = labels.classIds().get(c);
      if (earlier.classIndex(id) >= 0 && later.classIndex(id) >= 0) {
        changes.add(of(labels, c, earlier, later));
      }
    }
    return changes;
  }

  private static SideChanges of(
      LabelTable labels, int column, PredictionTable earlier, PredictionTable later) {
    String id = labels.classIds().get(column);
    int before = earlier.classIndex(id);
    int after = later.classIndex(id);
    SideChanges changes =
        new SideChanges(id, new BitSet(), new BitSet(), new BitSet(), new BitSet());
    for (int row = 0; row < labels.rows(); row++) {
      float p = earlier.probability(row, before);
      float q = later.probability(row, after);
      boolean known = !Float.isNaN(p) && !Float.isNaN(q) && !labels.excluded(row);
      if (known && p >= MIDDLE != q >= MIDDLE) {
        changes.part(labels.label(row, column), q >= MIDDLE).set(row);
      }
    }
    return changes;
  }

  private BitSet part(byte label, boolean nowPresent) {
    if (label == LabelTable.UNKNOWN) {
      return nowPresent ? gained : lost;
    }
    return nowPresent == (label == LabelTable.PRESENT) ? corrected : spoiled;
  }
}
