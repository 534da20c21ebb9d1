// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/**
 * Any sequence of changes of classes, undos, redos and reopenings gives what a plain model gives.
 */
class RandomClassEditsTest {
  private static final int STEPS = 220;

  @TempDir Path folder;

  private Random random;
  private ProjectSession session;
  private PlainClasses plain = new PlainClasses();
  private final Deque<PlainClasses> undo = new ArrayDeque<>();
  private final Deque<PlainClasses> redo = new ArrayDeque<>();
  private int names;
  private int refused;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void equalsThePlainModel(long seed) throws Exception {
    random = new Random(seed);
    session = Projects.create(folder, PlainClasses.ROWS);
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        assertEquals(plain.text(), PlainClasses.text(session), "after step " + step);
      }
    } finally {
      session.close();
    }
    assertEquals(true, refused < STEPS / 3, "most edits are possible");
  }

  private void step() throws Exception {
    int choice = random.nextInt(20);
    if (choice < 4) {
      if (!undo.isEmpty()) { // the images stay
        session.undo().join();
        travel(undo, redo);
      }
    } else if (choice < 7) {
      assertEquals(!redo.isEmpty(), session.redo().join().changed());
      travel(redo, undo);
    } else if (choice == 7) {
      session.close();
      session = Projects.open(folder);
    } else {
      edit();
    }
  }

  private void travel(Deque<PlainClasses> from, Deque<PlainClasses> to) {
    if (!from.isEmpty()) {
      int made = plain.made;
      to.push(plain);
      plain = from.pop().copy();
      plain.made = made; // ids are never given twice
    }
  }

  private void edit() throws Exception {
    PlainClasses next = plain.copy();
    Edit edit = next.classes.size() < 3 ? add(next) : any(next);
    EditPreview preview;
    try {
      preview = session.preview(edit);
    } catch (ProjectFormatException e) {
      refused++;
      return; // relations that contradict each other, or nothing to split
    }
    EditResult result = session.apply(edit, Projects.ANNA);
    assertEquals(!next.text().equals(plain.text()), result.changed(), edit::toString);
    assertArrayEquals(preview.rows(), result.rows(), "the preview says what is done");
    if (result.changed()) {
      undo.push(plain);
      redo.clear();
      plain = next;
    }
  }

  private Edit any(PlainClasses next) {
    PlainClasses.Entry one = entry(next);
    PlainClasses.Entry other = entry(next);
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> labels(one);
      case 4 -> add(next);
      case 5 -> {
        next.remove(one.id, "");
        yield new Edit.RemoveClass(one.id);
      }
      case 6, 7 -> restore(next);
      case 8 -> {
        ConflictRule rule = ConflictRule.values()[random.nextInt(ConflictRule.values().length)];
        if (one != other) {
          next.merge(one.id, other.id, rule);
        }
        yield new Edit.MergeClasses(one.id, other.id, rule);
      }
      case 9 -> split(next, one);
      case 10 -> {
        PlainClasses.Entry copy = next.make("class " + names++, next.classes.indexOf(one) + 1);
        copy.labels = one.labels.clone();
        copy.parent = one.parent;
        copy.examples = one.examples;
        yield new Edit.CopyClass(one.id, copy.name);
      }
      case 11 -> {
        one.group = random.nextBoolean() ? "" : "group " + random.nextInt(2);
        yield new Edit.SetExclusionGroup(List.of(one.id), one.group);
      }
      case 12 -> {
        one.parent = random.nextInt(3) == 0 ? "" : other.id;
        yield new Edit.SetParent(one.id, one.parent);
      }
      default -> {
        one.examples = rows().boxed().distinct().toList();
        yield new Edit.SetExamples(one.id, one.examples.stream().mapToInt(i -> i).toArray());
      }
    };
  }

  private PlainClasses.Entry entry(PlainClasses next) {
    return next.classes.get(random.nextInt(next.classes.size()));
  }

  private IntStream rows() {
    return random.ints(random.nextInt(6), 0, PlainClasses.ROWS);
  }

  private Edit add(PlainClasses next) {
    return new Edit.AddClass(next.make("class " + names++, next.classes.size()).name);
  }

  private Edit labels(PlainClasses.Entry entry) {
    int[] rows = rows().toArray();
    byte value = (byte) (random.nextInt(3) - 1);
    for (int row : rows) {
      entry.labels[row] = value;
    }
    return new Edit.SetLabels(rows, Map.of(entry.id, value));
  }

  private Edit restore(PlainClasses next) {
    if (next.trash.isEmpty()) {
      return labels(entry(next));
    }
    String id = List.copyOf(next.trash.keySet()).get(random.nextInt(next.trash.size()));
    next.restore(id);
    return new Edit.RestoreClass(id);
  }

  private Edit split(PlainClasses next, PlainClasses.Entry one) {
    boolean kind = random.nextBoolean();
    boolean restAbsent = random.nextBoolean();
    List<Integer> rows = rows().boxed().toList();
    PlainClasses.Entry fresh = next.make("class " + names++, next.classes.indexOf(one) + 1);
    fresh.parent = kind ? one.id : one.parent;
    fresh.group = kind ? "" : one.group;
    for (int row = 0; row < PlainClasses.ROWS; row++) {
      boolean present = one.labels[row] == LabelTable.PRESENT;
      boolean rest = present && !rows.contains(row);
      fresh.labels[row] =
          rest && !restAbsent && fresh.group.isEmpty()
              ? LabelTable.UNKNOWN
              : rest ? LabelTable.ABSENT : one.labels[row];
    }
    if (!kind) {
      rows.stream()
          .filter(row -> one.labels[row] == LabelTable.PRESENT)
          .forEach(row -> one.labels[row] = LabelTable.ABSENT);
    }
    int[] chosen = rows.stream().mapToInt(i -> i).toArray();
    return new Edit.SplitClass(one.id, fresh.name, chosen, kind, restAbsent);
  }
}
