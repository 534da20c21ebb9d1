// SPDX-License-Identifier: MIT
package org.patchwork.project.merge;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How the conflicts of a {@link LabelMerge} are decided.
 *
 * @param otherwise for classes that are not named
 * @param choices by name of the class
 * @param exceptions by name of the class, the rows of the open project in which the other of {@link
 *     Choice#KEEP_MINE} and {@link Choice#TAKE_THEIRS} holds; not to be changed afterwards
 * @param addImages true to add the images that the open project does not have
 */
public record Resolution(
    Choice otherwise,
    Map<String, Choice> choices,
    Map<String, BitSet> exceptions,
    boolean addImages) {
  public Resolution {
    Objects.requireNonNull(otherwise);
    choices = Map.copyOf(choices);
    exceptions = Map.copyOf(exceptions);
  }

  /** One choice for all, adding no images. */
  public static Resolution of(Choice choice) {
    return new Resolution(choice, Map.of(), Map.of(), false);
  }

  /** What holds for a class. */
  public Choice choice(String className) {
    return choices.getOrDefault(className, otherwise);
  }

  /** True if the other side is right about a class in a row. */
  public boolean takesTheirs(String className, int row) {
    BitSet rows = exceptions.get(className);
    boolean exception = rows != null && rows.get(row);
    return (choice(className) == Choice.TAKE_THEIRS) != exception;
  }

  /** The same with another choice for one class, without exceptions. */
  public Resolution with(String className, Choice choice) {
    Map<String, Choice> changed = new HashMap<>(choices);
    changed.put(className, choice);
    Map<String, BitSet> kept = new HashMap<>(exceptions);
    kept.remove(className);
    return new Resolution(otherwise, changed, kept, addImages);
  }

  /** The same with these rows of a class decided one way or the other. */
  public Resolution with(String className, int[] rows, boolean takeTheirs) {
    BitSet changed = new BitSet();
    if (exceptions.containsKey(className)) {
      changed.or(exceptions.get(className));
    }
    for (int row : rows) {
      changed.set(row, takeTheirs != (choice(className) == Choice.TAKE_THEIRS));
    }
    Map<String, BitSet> all = new HashMap<>(exceptions);
    all.put(className, changed);
    return new Resolution(otherwise, choices, all, addImages);
  }

  /** The same, adding images or not. */
  public Resolution withImages(boolean add) {
    return new Resolution(otherwise, choices, exceptions, add);
  }
}
