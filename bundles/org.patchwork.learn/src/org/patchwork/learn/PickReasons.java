// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Why each row of a selection was chosen: one of a few phrases, and the class the choice was about.
 * Kept as numbers, so that a selection of millions costs eight bytes a row. Immutable; the arrays
 * are not copied.
 *
 * @param phrases what rows were chosen for, as in "nearest to the boundary of cat"
 * @param phrase for each row the place of its phrase
 * @param classes for each row the index in the label table of the class it was chosen for, −1 if
 *     the choice was about no class
 */
public record PickReasons(List<String> phrases, int[] phrase, int[] classes) {
  /** For selections that give no reasons. */
  public static final PickReasons NONE = new PickReasons(List.of(), new int[0], new int[0]);

  public PickReasons {
    phrases = List.copyOf(phrases);
    if (phrase.length != classes.length) {
      throw new IllegalArgumentException(
          phrase.length + " phrases but " + classes.length + " classes");
    }
  }

  /** The same phrase and class for so many rows; class −1 for none. */
  public static PickReasons same(String phrase, int classIndex, int rows) {
    int[] classes = new int[rows];
    Arrays.fill(classes, classIndex);
    return new PickReasons(List.of(phrase), new int[rows], classes);
  }

  /**
   * A phrase for each class.
   *
   * @param classes for each row the class it was chosen for, −1 for none
   * @param phrase of a class; asked once for each that occurs
   */
  public static PickReasons ofClasses(int[] classes, IntFunction<String> phrase) {
    int most = Arrays.stream(classes).max().orElse(-1);
    int[] places = new int[most + 2];
    Arrays.fill(places, -1);
    List<String> phrases = new ArrayList<>();
    int[] which = new int[classes.length];
    for (int i = 0; i < classes.length; i++) {
      int key = classes[i] + 1;
      if (places[key] < 0) {
        places[key] = phrases.size();
        phrases.add(phrase.apply(classes[i]));
      }
      which[i] = places[key];
    }
    return new PickReasons(phrases, which, classes);
  }

  /** A phrase of its own for each row, about no class. */
  public static PickReasons each(List<String> phrases) {
    int[] which = new int[phrases.size()];
    Arrays.setAll(which, i -> i);
    int[] classes = new int[which.length];
    Arrays.fill(classes, -1);
    return new PickReasons(phrases, which, classes);
  }

  /** Number of rows they are about; 0 if there are none. */
  public int size() {
    return phrase.length;
  }

  /** What the row at this place was chosen for; empty if that is not told. */
  public String phrase(int place) {
    return phrase.length == 0 ? "" : phrases.get(phrase[place]);
  }

  /** The class the row at this place was chosen for, −1 for none. */
  public int classIndex(int place) {
    return phrase.length == 0 ? -1 : classes[place];
  }

  /** These reasons and then others. */
  public PickReasons followedBy(PickReasons others) {
    List<String> all = new ArrayList<>(phrases);
    all.addAll(others.phrases);
    int[] which = Arrays.copyOf(phrase, phrase.length + others.phrase.length);
    for (int i = 0; i < others.phrase.length; i++) {
      which[phrase.length + i] = phrases.size() + others.phrase[i];
    }
    int[] ofBoth = Arrays.copyOf(classes, which.length);
    System.arraycopy(others.classes, 0, ofBoth, classes.length, others.classes.length);
    return new PickReasons(all, which, ofBoth);
  }
}
