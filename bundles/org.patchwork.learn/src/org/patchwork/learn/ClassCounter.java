// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.BitSet;
import java.util.List;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;

/** Counts the votes on one class, for all annotators together and for each pair. */
final class ClassCounter implements VoteTable.CellVisitor {
  private final List<Voice> voices;
  private final List<PairCounter> pairs;
  private final long[] answers;
  private final FleissKappa fleiss = new FleissKappa();
  private final BitSet disagreements = new BitSet();
  private final BitSet secondThoughts = new BitSet();

  ClassCounter(List<Voice> voices, List<PairCounter> pairs) {
    this.voices = voices;
    this.pairs = pairs;
    this.answers = new long[voices.size()];
    pairs.forEach(PairCounter::nextClass);
  }

  @Override
  public void cell(int row, byte[] votes) {
    int answered = 0;
    int present = 0;
    for (int v = 0; v < votes.length; v++) {
      if (votes[v] != LabelTable.UNKNOWN) {
        answers[v]++;
        if (!voices.get(v).secondLook()) {
          answered++;
          present += votes[v];
        }
      }
    }
    fleiss.add(answered, present);
    if (present > 0 && present < answered) {
      disagreements.set(row);
    }
    for (PairCounter pair : pairs) {
      if (pair.differs(votes) && pair.self()) {
        secondThoughts.set(row);
      }
    }
  }

  ClassAgreement result(String classId) {
    return new ClassAgreement(classId, fleiss.kappa(), answers, disagreements, secondThoughts);
  }
}
