// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;

/** Any sequence of edits, undos, redos and reopenings gives what a plain model gives. */
class RandomEditsTest {
  private static final int STEPS = 250;

  @TempDir Path folder;

  private Random random;
  private ProjectSession session;
  private PlainProject plain = new PlainProject();
  private final Deque<PlainProject> undo = new ArrayDeque<>();
  private final Deque<PlainProject> redo = new ArrayDeque<>();
  private int names;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void equalsThePlainModel(long seed) throws Exception {
    random = new Random(seed);
    session = Projects.create(folder, 0);
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        assertEquals(plain.text(), PlainProject.text(session), "after step " + step);
      }
    } finally {
      session.close();
    }
  }

  private void step() throws Exception {
    int choice = random.nextInt(20);
    if (choice < 3) {
      travel(undo, redo, session.undo().join());
    } else if (choice < 5) {
      travel(redo, undo, session.redo().join());
    } else if (choice == 5) {
      session.close();
      session = Projects.open(folder);
    } else {
      edit();
    }
  }

  private void travel(Deque<PlainProject> from, Deque<PlainProject> to, EditResult result) {
    assertEquals(!from.isEmpty(), result.changed());
    if (!from.isEmpty()) {
      to.push(plain);
      plain = from.pop();
    }
  }

  private void edit() throws Exception {
    PlainProject next = plain.copy();
    List<Edit> parts = new ArrayList<>();
    List<Runnable> later = new ArrayList<>();
    int count = random.nextInt(4) == 0 ? 3 : 1;
    for (int i = 0; i < count; i++) {
      parts.add(part(next, later, count > 1));
    }
    Edit edit = count == 1 ? parts.get(0) : new Edit.Composite("several", parts);
    EditResult result = session.apply(edit, Projects.ANNA);
    for (String id : result.addedClassIds()) {
      next.addClass(id, session.classById(id).getName());
    }
    later.forEach(Runnable::run);
    assertEquals(!next.text().equals(plain.text()), result.changed(), edit::toString);
    if (result.changed()) {
      undo.push(plain);
      redo.clear();
      plain = next;
    }
  }

  private Edit part(PlainProject next, List<Runnable> later, boolean composite) {
    int choice = random.nextInt(composite ? 5 : 9);
    if (choice < 3 && !next.classIds.isEmpty()) {
      return labels(next);
    }
    return switch (choice) {
      case 3 -> flag(next, true);
      case 4 -> flag(next, false);
      case 5 -> new Edit.AddClass("class " + names++);
      case 6 -> next.classIds.isEmpty() ? images(next) : changeClass(next);
      case 7 -> importLabels(next, later);
      default -> images(next);
    };
  }

  private int[] rows(PlainProject next) {
    int size = next.paths.size();
    return size == 0 ? new int[0] : random.ints(random.nextInt(5), 0, size).toArray();
  }

  private Edit labels(PlainProject next) {
    int[] rows = rows(next);
    Map<String, Byte> values = new HashMap<>();
    for (String id : next.classIds) {
      if (random.nextBoolean()) {
        int value = random.nextInt(3) - 1;
        values.put(id, (byte) value);
        for (int row : rows) {
          next.set(id, row, value, LabelTable.UNKNOWN);
        }
      }
    }
    return new Edit.SetLabels(rows, values);
  }

  private Edit flag(PlainProject next, boolean exclude) {
    int[] rows = rows(next);
    boolean on = random.nextBoolean();
    for (int row : rows) {
      next.set(exclude ? "exclude" : "validation", row, on ? 1 : 0, 0);
    }
    return exclude ? new Edit.SetExcluded(rows, on) : new Edit.SetValidation(rows, on);
  }

  private Edit changeClass(PlainProject next) {
    String id = next.classIds.get(random.nextInt(next.classIds.size()));
    return switch (random.nextInt(3)) {
      case 0 -> {
        next.removeClass(id);
        yield new Edit.RemoveClass(id);
      }
      case 1 -> {
        String name = "class " + names++;
        next.names.put(id, name);
        yield new Edit.UpdateClass(id, name, null, null, null);
      }
      default -> {
        int position = random.nextInt(next.classIds.size());
        next.classIds.remove(id);
        next.classIds.add(position, id);
        yield new Edit.MoveClass(id, position);
      }
    };
  }

  /** Now and then more rows than fit into one chunk of the store. */
  private Edit images(PlainProject next) {
    List<ImageEntry> entries = new ArrayList<>();
    int count = random.nextInt(12) == 0 ? 2500 : random.nextInt(5);
    for (int i = 0; i < count; i++) {
      boolean excluded = random.nextInt(50) == 0;
      String path = "image " + random.nextInt(10_000);
      entries.add(new ImageEntry(path, null, null, excluded, false));
      if (!next.paths.contains(path)) {
        next.set("exclude", next.paths.size(), excluded ? 1 : 0, 0);
        next.paths.add(path);
      }
    }
    return new Edit.AddImages(entries);
  }

  private Edit importLabels(PlainProject next, List<Runnable> later) {
    String path = "image " + random.nextInt(10_000);
    String name =
        next.classIds.isEmpty() || random.nextBoolean()
            ? "class " + names++
            : next.names.get(next.classIds.get(0));
    if (!next.paths.contains(path)) {
      next.paths.add(path);
    }
    int row = next.paths.indexOf(path);
    later.add(
        () -> {
          String id =
              next.names.entrySet().stream()
                  .filter(e -> e.getValue().equals(name))
                  .findFirst()
                  .orElseThrow()
                  .getKey();
          next.set(id, row, 1, LabelTable.UNKNOWN);
        });
    return new Edit.ImportLabels(
        "import", List.of(new ImageEntry(path)), List.of(name), new byte[][] {{1}});
  }
}
