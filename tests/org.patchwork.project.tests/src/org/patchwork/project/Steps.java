// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.patchwork.project.Step.Editing;

/** Makes sequences of steps, and makes those that fail as short as it can. */
final class Steps {
  private static final int MANY = 2500; // more than a chunk of the store

  private final Random random;
  private final String prefix;
  private int names;

  /**
   * A source of steps.
   *
   * @param prefix of all names of classes and images that are to be new
   */
  Steps(long seed, String prefix) {
    this.random = new Random(seed);
    this.prefix = prefix;
  }

  List<Step> sequence(int length) {
    return IntStream.range(0, length).mapToObj(i -> next()).toList();
  }

  /** Any step; a third of them are labels. */
  Step next() {
    int choice = random.nextInt(46);
    if (choice < 5) {
      return new Step.Undo();
    } else if (choice < 9) {
      return new Step.Redo();
    }
    return choice < 11 ? new Step.Reopen() : edit(choice);
  }

  /** An edit, or the way back from one; for processes that cannot reopen what they have open. */
  Step nextWithoutReopening() {
    Step step = next();
    return step instanceof Step.Reopen ? new Step.Undo() : step;
  }

  private Editing edit(int choice) {
    return switch (choice) {
      case 11, 12 -> new Step.AddClass(name());
      case 13 -> new Step.RenameClass(number(), name());
      case 14 -> new Step.MoveClass(number(), number());
      case 15 -> new Step.RemoveClass(number());
      case 16, 17 -> new Step.AddImages(images());
      case 18, 19 -> new Step.ImportLabels(path(), name(), value());
      case 20, 21 -> new Step.Several(IntStream.range(0, 3).mapToObj(i -> cells(5)).toList());
      case 22, 23 -> cells(MANY);
      case 24 -> new Step.CopyClass(number(), name());
      case 25, 26 -> new Step.MergeClasses(number(), number(), rule());
      case 27, 28 -> new Step.SplitClass(number(), name(), rows(MANY), random.nextBoolean());
      case 29 -> new Step.RestoreClass(number());
      default -> cells(5);
    };
  }

  private Editing cells(int limit) {
    int[] rows = rows(limit);
    return switch (random.nextInt(6)) {
      case 0 -> new Step.Flag(true, rows, random.nextBoolean());
      case 1 -> new Step.Flag(false, rows, random.nextBoolean());
      default -> {
        Map<Integer, Byte> values = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          values.put(number(), value());
        }
        yield new Step.Label(rows, values);
      }
    };
  }

  private int[] rows(int limit) {
    return random.ints(random.nextInt(limit), 0, Integer.MAX_VALUE).toArray();
  }

  private ConflictRule rule() {
    return ConflictRule.values()[random.nextInt(ConflictRule.values().length)];
  }

  private List<ImageEntry> images() {
    int count = random.nextInt(12) == 0 ? MANY : random.nextInt(5);
    List<ImageEntry> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String subset = random.nextBoolean() ? null : "subset " + random.nextInt(3);
      images.add(
          new ImageEntry(path(), subset, null, random.nextInt(50) == 0, random.nextInt(50) == 0));
    }
    return images;
  }

  /** May be there already. */
  private String path() {
    return "image " + random.nextInt(20_000);
  }

  private String name() {
    return prefix + names++;
  }

  private int number() {
    return random.nextInt(1000);
  }

  private byte value() {
    return (byte) (random.nextInt(3) - 1);
  }

  /**
   * Leaves out steps as long as the sequence still fails: first halves, then smaller parts, at last
   * single steps (delta debugging; Zeller and Hildebrandt 2002, without the complements).
   *
   * @param fails true for the sequence given
   */
  static List<Step> shrink(List<Step> sequence, Predicate<List<Step>> fails) {
    List<Step> shortest = sequence;
    for (int part = sequence.size() / 2; part > 0; ) {
      List<Step> shorter = withoutOnePart(shortest, part, fails);
      if (shorter == shortest) {
        part /= 2;
      } else {
        shortest = shorter;
        part = Math.min(part, shortest.size());
      }
    }
    return shortest;
  }

  private static List<Step> withoutOnePart(
      List<Step> sequence, int part, Predicate<List<Step>> fails) {
    for (int from = 0; from < sequence.size(); from += part) {
      List<Step> rest = new ArrayList<>(sequence.subList(0, from));
      rest.addAll(sequence.subList(Math.min(sequence.size(), from + part), sequence.size()));
      if (fails.test(rest)) {
        return rest;
      }
    }
    return sequence;
  }
}
