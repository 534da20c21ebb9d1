// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void differenceNamesOnlyWhatLooksDifferent() {
    assertArrayEquals(new int[] {0, 1}, first.at(1).difference(first));
    assertArrayEquals(new int[] {}, first.difference(first.at(0)));
    assertArrayEquals(new int[] {1, 2, 3, 4, 5}, first.all().difference(first));
    assertEquals(0, first.all().cursor());
  }
}
