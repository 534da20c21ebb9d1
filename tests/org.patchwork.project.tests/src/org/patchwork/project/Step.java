// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.project.classes.RemovedClass;

/**
 * One thing a person may do. Rows and classes are numbers that are taken modulo what there is, so
 * that a sequence stays a sequence when steps are left out of it.
 */
sealed interface Step {
  /** The newest edit is taken back. */
  record Undo() implements Step {}

  /** What was taken back last is done again. */
  record Redo() implements Step {}

  /** The project is closed and opened. */
  record Reopen() implements Step {}

  /** Something that is an edit. */
  sealed interface Editing extends Step {
    /** The edit for a project as it is; null if there is nothing it could apply to. */
    Edit edit(Shape shape);
  }

  /** What there is when a step is taken. */
  record Shape(int rows, List<String> classIds, List<String> removedIds) {
    static Shape of(ProjectSession session) {
      return new Shape(
          session.labels().rows(),
          session.labels().classIds(),
          session.removedClasses().stream().map(RemovedClass::id).toList());
    }

    /** The class of a number, or null if there are none. */
    String classId(int number) {
      return classIds.isEmpty() ? null : classIds.get(number % classIds.size());
    }
  }

  record Label(int[] rows, Map<Integer, Byte> values) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      int count = shape.rows();
      List<String> classIds = shape.classIds();
      if (count == 0 || classIds.isEmpty()) {
        return null;
      }
      Map<String, Byte> byId = new HashMap<>();
      valuesByPlace(classIds.size())
          .forEach((place, value) -> byId.put(classIds.get(place), value));
      return new Edit.SetLabels(rowsOf(rows, count), byId);
    }

    /** Of two numbers that mean the same class, the larger one counts. */
    Map<Integer, Byte> valuesByPlace(int classes) {
      Map<Integer, Byte> byPlace = new HashMap<>();
      values.keySet().stream()
          .sorted()
          .forEach(number -> byPlace.put(number % classes, values.get(number)));
      return byPlace;
    }

    @Override
    public String toString() {
      return "Label[rows=" + shown(rows) + ", values=" + values + "]";
    }
  }

  /** Excludes rows, or holds them out. */
  record Flag(boolean exclude, int[] rows, boolean on) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      int[] chosen = rowsOf(rows, shape.rows());
      return exclude ? new Edit.SetExcluded(chosen, on) : new Edit.SetValidation(chosen, on);
    }

    @Override
    public String toString() {
      return (exclude ? "Exclude" : "HoldOut") + "[rows=" + shown(rows) + ", on=" + on + "]";
    }
  }

  record AddClass(String name) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      return new Edit.AddClass(name);
    }
  }

  record RenameClass(int number, String name) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String id = shape.classId(number);
      return id == null ? null : new Edit.UpdateClass(id, name, null, null, null);
    }
  }

  record MoveClass(int number, int position) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String id = shape.classId(number);
      return id == null ? null : new Edit.MoveClass(id, position % shape.classIds().size());
    }
  }

  record RemoveClass(int number) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String id = shape.classId(number);
      return id == null ? null : new Edit.RemoveClass(id);
    }
  }

  /** Brings a class back from the trash. */
  record RestoreClass(int number) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      List<String> removed = shape.removedIds();
      return removed.isEmpty() ? null : new Edit.RestoreClass(removed.get(number % removed.size()));
    }
  }

  record CopyClass(int number, String name) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String id = shape.classId(number);
      return id == null ? null : new Edit.CopyClass(id, name);
    }
  }

  record MergeClasses(int from, int into, ConflictRule rule) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String fromId = shape.classId(from);
      String intoId = shape.classId(into);
      return fromId == null || fromId.equals(intoId)
          ? null
          : new Edit.MergeClasses(fromId, intoId, rule);
    }
  }

  /** Refused if the class is present in none of the rows. */
  record SplitClass(int number, String name, int[] rows, boolean restAbsent) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      String id = shape.classId(number);
      int[] chosen = rowsOf(rows, shape.rows());
      return id == null ? null : new Edit.SplitClass(id, name, chosen, false, restAbsent);
    }

    @Override
    public String toString() {
      return "SplitClass[" + number + ", " + name + ", rows=" + shown(rows) + "]";
    }
  }

  record AddImages(List<ImageEntry> images) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      return new Edit.AddImages(images);
    }

    @Override
    public String toString() {
      return images.size() > 5 ? "AddImages[" + images.size() + " images]" : "AddImages" + images;
    }
  }

  /** One image of one class that may both be new. */
  record ImportLabels(String path, String className, byte value) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      return new Edit.ImportLabels(
          "import", List.of(new ImageEntry(path)), List.of(className), new byte[][] {{value}});
    }
  }

  /** Several labels and flags at once; all of them mean the rows and classes there are before. */
  record Several(List<Editing> parts) implements Editing {
    @Override
    public Edit edit(Shape shape) {
      List<Edit> edits = new ArrayList<>();
      for (Editing part : parts) {
        Edit edit = part.edit(shape);
        if (edit != null) {
          edits.add(edit);
        }
      }
      return new Edit.Composite("several", edits);
    }
  }

  /** Numbers of rows that are there; none if there are none. */
  static int[] rowsOf(int[] numbers, int count) {
    return count == 0 ? new int[0] : Arrays.stream(numbers).map(row -> row % count).toArray();
  }

  private static String shown(int[] rows) {
    return rows.length > 10
        ? rows.length + " rows"
        : Arrays.stream(rows).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }
}
