// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;

class CellFactsTest {
  private static final RGB BLUE = new RGB(0, 0, 255);

  private final List<ClassStyle> classes =
      List.of(new ClassStyle("a", "cat", "", BLUE, '1'), new ClassStyle("b", "dog", "", BLUE, '2'));
  private final LabelTable labels =
      LabelTable.empty()
          .withRows(List.of("x.png", "y.png"), Arrays.asList(null, "lab"))
          .withClasses(List.of("a", "b"))
          .withLabels(0, new int[] {1}, new byte[] {LabelTable.PRESENT});
  private final PredictionTable predictions =
      new PredictionTable(List.of("a", "b"), new float[][] {{.2f, .7f}, {.8f}}, "run", false);

  @Test
  void showsTheMostProbableClassUnlessOneIsInFocus() {
    CellFacts facts = CellFacts.of(labels, predictions, classes, 0, null);
    assertEquals("dog", facts.shownClass().name());
    assertEquals("0.80", facts.probabilityText());
    assertEquals("0.20", CellFacts.of(labels, predictions, classes, 0, "a").probabilityText());
  }

  @Test
  void rowWithoutPredictionShowsNone() {
    CellFacts facts = CellFacts.of(labels, predictions, classes, 1, "b");
    assertNull(facts.shownClass());
    assertEquals("", facts.probabilityText());
    assertNull(CellFacts.of(labels, null, classes, 1, null).shownClass());
  }

  @Test
  void partlyLabelledRowListsWhatIsPresent() {
    CellFacts facts = CellFacts.of(labels, null, classes, 1, null);
    assertEquals(LabelTable.Status.PARTIAL, facts.status());
    assertEquals(List.of(classes.get(0)), facts.present());
    assertEquals(0, facts.absentCount());
  }

  @Test
  void smallScoresKeepTwoDigitsThatSaySomething() {
    assertEquals("0.50", CellFacts.score(.5f));
    assertEquals("0.0012", CellFacts.score(.00123f));
    assertEquals("0.00", CellFacts.score(0));
    assertEquals("12.35", CellFacts.score(12.345f));
  }

  @Test
  void toolTipSaysAllInWords() {
    String text = CellToolTip.text(labels, predictions, classes, 1, .25f, "nearest to a boundary");
    assertTrue(text.startsWith("y.png\nSubset lab"), text);
    assertTrue(text.contains("cat: present, predicted 0.70"), text);
    assertTrue(text.contains("dog: unknown"), text);
    assertTrue(text.contains("Chosen: nearest to a boundary"), text);
    assertTrue(text.contains("Score of the draw 0.25"), text);
  }
}
