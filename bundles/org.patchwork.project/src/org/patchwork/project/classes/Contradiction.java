// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;

/**
 * Images whose labels break one rule. Excluded images do not count.
 *
 * @param rule the rule they break
 * @param description the broken rule in words
 * @param rows ascending, never empty
 */
public record Contradiction(ClassRule rule, String description, int[] rows) {
  private static final int BLOCK = 1 << 16;

  /**
   * All contradictions of a table, in the order of the rules. Takes time proportional to the rows.
   *
   * @throws OperationCanceledException if the monitor was cancelled
   */
  public static List<Contradiction> find(
      LabelTable labels, Implications implications, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Looking for contradictions", labels.rows() / BLOCK + 1);
    List<ClassRule> rules = implications.rules();
    List<List<Integer>> rulesOf = rulesByFirst(labels, rules);
    Map<Integer, IntStream.Builder> broken = new TreeMap<>();
    for (int row = 0; row < labels.rows(); row++) {
      if (row % BLOCK == 0) {
        progress.split(1);
      }
      for (int c = 0; c < rulesOf.size(); c++) {
        if (!rulesOf.get(c).isEmpty()
            && labels.label(row, c) == LabelTable.PRESENT
            && !labels.excluded(row)) {
          for (int r : rulesOf.get(c)) {
            int other = labels.classIndex(rules.get(r).otherId());
            if (rules.get(r).broken(LabelTable.PRESENT, labels.label(row, other))) {
              broken.computeIfAbsent(r, key -> IntStream.builder()).add(row);
            }
          }
        }
      }
    }
    return broken.entrySet().stream()
        .map(each -> contradiction(rules.get(each.getKey()), implications, each.getValue()))
        .toList();
  }

  private static Contradiction contradiction(
      ClassRule rule, Implications implications, IntStream.Builder rows) {
    return new Contradiction(rule, implications.describe(rule), rows.build().toArray());
  }

  /** Numbers of the rules by their first class; those of classes that are gone are left out. */
  private static List<List<Integer>> rulesByFirst(LabelTable labels, List<ClassRule> rules) {
    List<List<Integer>> rulesOf = new ArrayList<>();
    for (int c = 0; c < labels.classes(); c++) {
      rulesOf.add(new ArrayList<>());
    }
    for (int r = 0; r < rules.size(); r++) {
      int first = labels.classIndex(rules.get(r).classId());
      if (first >= 0 && labels.classIndex(rules.get(r).otherId()) >= 0) {
        rulesOf.get(first).add(r);
      }
    }
    return rulesOf;
  }
}
