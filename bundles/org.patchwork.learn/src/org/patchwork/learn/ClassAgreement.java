// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How well all annotators agree on one class.
 *
 * @param classId stable id of the class
 * @param fleiss Fleiss' κ over all annotators, second looks left out
 * @param answers number of images each voice answered, in the order of the voices
 * @param disagreements rows on which annotators said different things, second looks left out; to be
 *     read only
 * @param secondThoughts rows on which a second look differs from the first of the same person; to
 *     be read only
 */
public record ClassAgreement(
    String classId, Kappa fleiss, long[] answers, BitSet disagreements, BitSet secondThoughts) {

  /** Number of answers of all annotators. */
  public long answersInAll() {
    return Arrays.stream(answers).sum();
  }
}
