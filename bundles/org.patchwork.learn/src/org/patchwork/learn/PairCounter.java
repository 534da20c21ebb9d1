// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;

/** Counts, class by class, on how many cells two voices gave which answers. */
final class PairCounter {
  private final int firstIndex;
  private final int secondIndex;
  private final Voice first;
  private final Voice second;
  private final List<long[]> counts = new ArrayList<>(); // per class, [2 * first + second]

  PairCounter(int firstIndex, int secondIndex, Voice first, Voice second) {
    this.firstIndex = firstIndex;
    this.secondIndex = secondIndex;
    this.first = first;
    this.second = second;
  }

  boolean self() {
    return first.annotator().equals(second.annotator());
  }

  void nextClass() {
    counts.add(new long[4]);
  }

  /** Counts the votes on one cell, if both answered; true if they differ. */
  boolean differs(byte[] votes) {
    byte one = votes[firstIndex];
    byte other = votes[secondIndex];
    if (one == LabelTable.UNKNOWN || other == LabelTable.UNKNOWN) {
      return false;
    }
    counts.get(counts.size() - 1)[2 * one + other]++;
    return one != other;
  }

  PairAgreement result() {
    List<Kappa> byClass =
        counts.stream().map(cell -> Kappa.cohen(cell[0], cell[2], cell[1], cell[3])).toList();
    return new PairAgreement(first, second, byClass, Kappa.pooled(byClass));
  }
}
