// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;

/**
 * Any sequence of answers, undos, redos, reopenings and changes of the rule gives the labels that
 * follow from a plain list of the answers that hold.
 */
class RandomVotesTest {
  private static final int STEPS = 100;
  private static final int ROWS = 6;
  private static final List<String> PEOPLE = List.of("anna", "ben", "cara");

  /** One step that can be undone: answers, or a rule. */
  private record Step(String person, int[] rows, byte value, VotePolicy policy) {}

  @TempDir Path folder;

  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private Random random;
  private ProjectSession session;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void labelsFollowFromTheAnswersThatHold(long seed) throws Exception {
    random = new Random(seed);
    session = Projects.create(folder, ROWS, "cat");
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        check("after step " + step);
      }
    } finally {
      session.close();
    }
  }

  private void step() throws Exception {
    int choice = random.nextInt(12);
    if (choice == 0) {
      session.close();
      session = Projects.open(folder);
    } else if (choice < 3 && !done.isEmpty()) {
      session.undo().join();
      undone.push(done.pop());
    } else if (choice < 5 && !undone.isEmpty()) {
      session.redo().join();
      done.push(undone.pop());
    } else {
      edit(choice == 5);
    }
  }

  private void edit(boolean rule) throws Exception {
    Step step =
        new Step(
            PEOPLE.get(random.nextInt(PEOPLE.size())),
            random.ints(1 + random.nextInt(3), 0, ROWS).toArray(),
            (byte) (random.nextInt(3) - 1),
            rule ? VotePolicy.values()[random.nextInt(2)] : null);
    Edit edit =
        rule
            ? new Edit.SetVotePolicy(step.policy())
            : new Edit.SetLabels(
                step.rows(), Map.of(session.classes().get(0).getId(), step.value()));
    if (session.apply(edit, new EditOrigin(step.person(), "test")).changed()) {
      done.push(step);
      undone.clear();
    }
  }

  private void check(String when) throws Exception {
    Map<Integer, Map<String, Byte>> votes = new TreeMap<>();
    VotePolicy policy = VotePolicy.LAST_WINS;
    for (Step step : done.reversed()) {
      policy = step.policy() == null ? policy : step.policy();
      for (int row : step.policy() == null ? step.rows() : new int[0]) {
        Map<String, Byte> ofRow = votes.computeIfAbsent(row, r -> new LinkedHashMap<>());
        byte before = ofRow.getOrDefault(step.person(), LabelTable.UNKNOWN);
        if (policy == VotePolicy.LAST_WINS || before != step.value()) { // else it says nothing new
          ofRow.remove(step.person());
          ofRow.put(step.person(), step.value());
        }
      }
    }
    assertEquals(policy, session.annotators().policy(), when);
    VoteTable stored = session.annotators().votes(new NullProgressMonitor());
    for (int row = 0; row < ROWS; row++) {
      Map<String, Byte> ofRow = votes.getOrDefault(row, Map.of());
      for (String person : PEOPLE) {
        int voice = stored.voices().indexOf(Voice.of(person));
        byte vote = voice < 0 ? LabelTable.UNKNOWN : stored.vote(voice, row, 0);
        assertEquals(ofRow.getOrDefault(person, LabelTable.UNKNOWN), vote, when);
      }
      byte counts = policy == VotePolicy.MAJORITY ? majority(ofRow) : last(ofRow);
      assertEquals(counts, session.labels().label(row, 0), when);
    }
  }

  private static byte last(Map<String, Byte> votes) {
    return votes.values().stream().reduce(LabelTable.UNKNOWN, (before, after) -> after);
  }

  private static byte majority(Map<String, Byte> votes) {
    long present = votes.values().stream().filter(v -> v == LabelTable.PRESENT).count();
    long absent = votes.values().stream().filter(v -> v == LabelTable.ABSENT).count();
    if (present == absent) {
      return LabelTable.UNKNOWN;
    }
    return present > absent ? LabelTable.PRESENT : LabelTable.ABSENT;
  }
}
