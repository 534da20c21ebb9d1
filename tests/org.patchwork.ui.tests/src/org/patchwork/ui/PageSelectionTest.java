// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageSelectionTest {
  private final PageSelection first = PageSelection.first(6);

  @Test
  void rangeStartsWhereItWasAnchoredAndMayTurnRound() {
    PageSelection range = first.at(3).extendTo(5);
    assertArrayEquals(new int[] {3, 4, 5}, range.positions());
    assertEquals(5, range.cursor());
    assertArrayEquals(new int[] {1, 2, 3}, range.extendTo(1).positions());
  }

  @Test
  void togglingNeverEmptiesTheSelection() {
    assertArrayEquals(new int[] {0}, first.toggle(0).positions());
    assertArrayEquals(new int[] {0, 2}, first.toggle(2).positions());
    assertArrayEquals(new int[] {2}, first.toggle(2).toggle(0).positions());
  }

  @Test
  void placesBeyondThePageMeanItsEnds() {
    assertEquals(5, first.at(99).cursor());
    assertEquals(0, first.at(-1).cursor());
    assertEquals(0, PageSelection.first(0).all().count());
    assertEquals(-1, PageSelection.first(0).at(3).cursor());
  }

  @Test
  void boxAddsOrReplacesAndAnEmptyBoxKeepsTheCursor() {
    assertArrayEquals(new int[] {2, 3}, first.of(new int[] {2, 3}, false).positions());
    assertArrayEquals(new int[] {0, 2, 3}, first.of(new int[] {2, 3}, true).positions());
    assertArrayEquals(new int[] {4}, first.at(4).of(new int[0], false).positions());
  }

  @Test
  void onlyWhatLooksDifferentDiffers() {
    assertArrayEquals(new int[] {0, 1}, differences(first.at(1), first));
    assertArrayEquals(new int[] {}, differences(first, first.at(0)));
    assertArrayEquals(new int[] {1, 2, 3, 4, 5}, differences(first.all(), first));
    assertEquals(0, first.all().cursor());
  }

  @Test
  void twoMillionPlacesAreAsQuickAsSix() {
    int size = 2_000_000;
    PageSelection all = PageSelection.first(size).at(size - 1).all();
    assertEquals(size, all.count());
    PageSelection without = all.toggle(1_000_000);
    assertEquals(size - 1, without.count());
    assertFalse(without.contains(1_000_000));
    assertTrue(without.differs(all, 1_000_000));
    assertTrue(without.contains(999_999) && without.contains(1_000_001));
    assertEquals(size, without.toggle(1_000_000).count());
  }

  private static int[] differences(PageSelection one, PageSelection other) {
    return IntStream.range(0, 6).filter(place -> one.differs(other, place)).toArray();
  }
}
