// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchwork.core.LabelTable;

/**
 * Everything there is in a plain project at one moment; never changed.
 *
 * @param trash removed classes, the oldest class first
 */
record PlainState(
    List<String> paths,
    List<String> subsets,
    List<PlainClass> classes,
    List<PlainClass> trash,
    byte[] excluded,
    byte[] validation) {

  /**
   * A class.
   *
   * @param age larger than that of all classes before
   * @param answers what the one annotator said; imported labels are nobody's answer
   */
  record PlainClass(int age, String name, byte[] labels, byte[] answers) {
    static PlainClass unknown(int age, String name, int rows) {
      return new PlainClass(
          age, name, column(rows, LabelTable.UNKNOWN), column(rows, LabelTable.UNKNOWN));
    }

    PlainClass named(String other) {
      return new PlainClass(age, other, labels, answers);
    }

    PlainClass with(byte[] newLabels, byte[] newAnswers) {
      return new PlainClass(age, name, newLabels, newAnswers);
    }

    PlainClass set(int[] numbers, byte value) {
      return with(PlainState.set(labels, numbers, value), PlainState.set(answers, numbers, value));
    }

    PlainClass grown(int more) {
      return with(
          PlainState.grown(labels, more, LabelTable.UNKNOWN),
          PlainState.grown(answers, more, LabelTable.UNKNOWN));
    }
  }

  static PlainState empty() {
    return new PlainState(List.of(), List.of(), List.of(), List.of(), column(0, 0), column(0, 0));
  }

  /** The state after an edit. */
  PlainState after(Step.Editing step) {
    if (step instanceof Step.Several several) {
      PlainState after = this;
      for (Step.Editing part : several.parts()) {
        after = after.after(part); // labels and flags: rows and classes stay as many as they are
      }
      return after;
    }
    return switch (step) {
      case Step.Flag s -> flagged(s);
      case Step.AddClass s ->
          withClasses(added(PlainClass.unknown(nextAge(), s.name(), paths.size())));
      case Step.AddImages s -> withImages(s.images());
      case Step.ImportLabels s -> imported(s);
      case Step.RestoreClass s -> trash.isEmpty() ? this : restored(s.number() % trash.size());
      default -> classes.isEmpty() ? this : afterClassStep(step);
    };
  }

  private PlainState afterClassStep(Step.Editing step) {
    int size = classes.size();
    return switch (step) {
      case Step.Label s -> labelled(s);
      case Step.RenameClass s ->
          replaced(s.number() % size, classes.get(s.number() % size).named(s.name()));
      case Step.MoveClass s -> moved(s.number() % size, s.position() % size);
      case Step.RemoveClass s -> removed(s.number() % size);
      case Step.CopyClass s -> copied(s.number() % size, s.name());
      case Step.MergeClasses s -> merged(s.from() % size, s.into() % size, s.rule());
      case Step.SplitClass s -> split(s, s.number() % size);
      default -> throw new IllegalArgumentException(step.toString());
    };
  }

  private PlainState withClasses(List<PlainClass> changed) {
    return withClasses(changed, trash);
  }

  private PlainState withClasses(List<PlainClass> changed, List<PlainClass> changedTrash) {
    return new PlainState(paths, subsets, changed, changedTrash, excluded, validation);
  }

  private List<PlainClass> added(PlainClass fresh) {
    List<PlainClass> changed = new ArrayList<>(classes);
    changed.add(fresh);
    return changed;
  }

  private int nextAge() {
    return 1
        + Stream.concat(classes.stream(), trash.stream()).mapToInt(PlainClass::age).max().orElse(0);
  }

  private PlainState replaced(int place, PlainClass changed) {
    List<PlainClass> all = new ArrayList<>(classes);
    all.set(place, changed);
    return withClasses(all);
  }

  private PlainState labelled(Step.Label step) {
    PlainState after = this;
    for (Map.Entry<Integer, Byte> value : step.valuesByPlace(classes.size()).entrySet()) {
      int place = value.getKey();
      after = after.replaced(place, classes.get(place).set(step.rows(), value.getValue()));
    }
    return after;
  }

  private PlainState flagged(Step.Flag step) {
    byte on = (byte) (step.on() ? 1 : 0);
    return step.exclude()
        ? new PlainState(paths, subsets, classes, trash, set(excluded, step.rows(), on), validation)
        : new PlainState(
            paths, subsets, classes, trash, excluded, set(validation, step.rows(), on));
  }

  private PlainState moved(int from, int to) {
    List<PlainClass> all = new ArrayList<>(classes);
    all.add(to, all.remove(from));
    return withClasses(all);
  }

  private PlainState removed(int place) {
    List<PlainClass> all = new ArrayList<>(classes);
    List<PlainClass> changedTrash = new ArrayList<>(trash);
    changedTrash.add(all.remove(place));
    changedTrash.sort(Comparator.comparingInt(PlainClass::age));
    return withClasses(all, changedTrash);
  }

  private PlainState restored(int place) {
    List<PlainClass> changedTrash = new ArrayList<>(trash);
    PlainClass back = changedTrash.remove(place);
    return withClasses(added(back), changedTrash);
  }

  private PlainState copied(int place, String name) {
    List<PlainClass> all = new ArrayList<>(classes);
    PlainClass old = classes.get(place);
    all.add(place + 1, new PlainClass(nextAge(), name, old.labels, old.answers));
    return withClasses(all);
  }

  private PlainState merged(int from, int into, ConflictRule rule) {
    if (from == into) {
      return this;
    }
    PlainClass goes = classes.get(from);
    PlainClass stays = classes.get(into);
    byte[] labels = stays.labels.clone();
    byte[] answers = stays.answers.clone();
    for (int row = 0; row < labels.length; row++) {
      labels[row] = rule.merge(labels[row], goes.labels[row]);
      answers[row] = rule.merge(answers[row], goes.answers[row]);
    }
    return replaced(into, stays.with(labels, answers)).removed(from);
  }

  private PlainState split(Step.SplitClass step, int place) {
    PlainClass old = classes.get(place);
    boolean[] chosen = new boolean[paths.size()];
    boolean any = false;
    for (int row : Step.rowsOf(step.rows(), chosen.length)) {
      chosen[row] = old.labels[row] == LabelTable.PRESENT;
      any |= chosen[row];
    }
    if (!any) {
      return this; // it is refused
    }
    byte rest = step.restAbsent() ? LabelTable.ABSENT : LabelTable.UNKNOWN;
    List<PlainClass> all = new ArrayList<>(classes);
    all.set(
        place,
        old.with(
            where(old.labels, chosen, true, LabelTable.ABSENT),
            where(old.answers, chosen, true, LabelTable.ABSENT)));
    all.add(
        place + 1,
        new PlainClass(
            nextAge(),
            step.name(),
            where(old.labels, chosen, false, rest),
            where(old.answers, chosen, false, rest)));
    return withClasses(all);
  }

  /** Another value for what is present and chosen, or not chosen. */
  private static byte[] where(byte[] column, boolean[] chosen, boolean which, byte value) {
    byte[] changed = column.clone();
    for (int row = 0; row < changed.length; row++) {
      boolean meant = chosen[row] == which && changed[row] == LabelTable.PRESENT;
      changed[row] = meant ? value : changed[row];
    }
    return changed;
  }

  private PlainState withImages(List<ImageEntry> images) {
    Map<String, ImageEntry> fresh = new LinkedHashMap<>();
    images.forEach(image -> fresh.putIfAbsent(image.path(), image));
    paths.forEach(fresh::remove);
    List<String> allPaths = new ArrayList<>(paths);
    List<String> allSubsets = new ArrayList<>(subsets);
    byte[] allExcluded = grown(excluded, fresh.size(), 0);
    byte[] allValidation = grown(validation, fresh.size(), 0);
    for (ImageEntry image : fresh.values()) {
      allExcluded[allPaths.size()] = (byte) (image.excluded() ? 1 : 0);
      allValidation[allPaths.size()] = (byte) (image.validation() ? 1 : 0);
      allPaths.add(image.path());
      allSubsets.add(image.subset());
    }
    return new PlainState(
        allPaths,
        allSubsets,
        classes.stream().map(c -> c.grown(fresh.size())).toList(),
        trash.stream().map(c -> c.grown(fresh.size())).toList(),
        allExcluded,
        allValidation);
  }

  private PlainState imported(Step.ImportLabels step) {
    PlainState after = withImages(List.of(new ImageEntry(step.path())));
    PlainClass fresh = PlainClass.unknown(nextAge(), step.className(), after.paths.size());
    fresh.labels[after.paths.indexOf(step.path())] = step.value();
    return after.withClasses(after.added(fresh));
  }

  private static byte[] column(int size, int value) {
    byte[] column = new byte[size];
    Arrays.fill(column, (byte) value);
    return column;
  }

  private static byte[] grown(byte[] column, int more, int value) {
    byte[] grown = column(column.length + more, value);
    System.arraycopy(column, 0, grown, 0, column.length);
    return grown;
  }

  private static byte[] set(byte[] column, int[] numbers, byte value) {
    byte[] changed = column.clone();
    for (int row : Step.rowsOf(numbers, column.length)) {
      changed[row] = value;
    }
    return changed;
  }
}
