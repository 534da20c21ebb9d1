// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.project.classes.ClassRelation;
import org.patchwork.project.classes.Implications;

class ImpliedOfferTest {
  private static final RGB BLUE = new RGB(0, 0, 255);
  private static final List<ClassStyle> CLASSES =
      List.of(
          new ClassStyle("a", "animal", "", BLUE, '1'),
          new ClassStyle("c", "cat", "", BLUE, '2'),
          new ClassStyle("d", "dog", "", BLUE, '3'));
  private static final Implications RULES =
      Implications.of(
          List.of(
              new ClassRelation("a", "animal", "", ""),
              new ClassRelation("c", "cat", "species", "a"),
              new ClassRelation("d", "dog", "species", "a")),
          false);

  /** Cat in 0, no animal in 1, nothing known of 2, cat and dog in 3. */
  private static final LabelTable LABELS =
      LabelTable.of(
          List.of("0", "1", "2", "3"),
          Arrays.asList(null, null, null, null),
          List.of("a", "c", "d"),
          new byte[][] {
            {UNKNOWN, ABSENT, UNKNOWN, PRESENT},
            {PRESENT, UNKNOWN, UNKNOWN, PRESENT},
            {UNKNOWN, UNKNOWN, UNKNOWN, PRESENT}
          },
          new byte[4],
          new byte[4]);

  @Test
  void saysWhatFollowsInHowManyImages() {
    int[] rows = {0, 1, 2};
    ImpliedOffer offer = ImpliedOffer.of(LABELS, rows, RULES);
    assertEquals(
        "animal present in 1, cat absent in 1, dog absent in 2", offer.text(CLASSES, rows.length));
    assertEquals(
        "animal present, dog absent",
        ImpliedOffer.of(LABELS, new int[] {0}, RULES).text(CLASSES, 1));
    assertEquals("", ImpliedOffer.of(LABELS, new int[] {2}, RULES).text(CLASSES, 1));
  }

  @Test
  void namesTheImagesThatContradictThemselves() {
    ImpliedOffer offer = ImpliedOffer.of(LABELS, new int[] {0, 3}, RULES);
    assertEquals(1, offer.clashes().size());
    assertArrayEquals(new int[] {3}, offer.clashes().values().iterator().next());
  }

  @Test
  void looksThroughNoLargeSelectionAndNoProjectWithoutRules() {
    int[] many = new int[ImpliedOffer.MOST_ROWS + 1];
    assertSame(ImpliedOffer.NOTHING, ImpliedOffer.of(LABELS, many, RULES));
    Implications none = Implications.of(List.of(), false);
    assertSame(ImpliedOffer.NOTHING, ImpliedOffer.of(LABELS, new int[] {0}, none));
  }
}
