// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.LabelStatus;
import org.patchwork.project.PastDraw;
import org.patchwork.ui.testing.Screenshots;

/** Drives the strip that says which images come next by its buttons, menus and keys. */
class SamplingPanelTest {
  @TempDir Path folder;

  @Test
  void conditionsAreAddedFromTheMenuAndAllMustHold() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "contains & stuff")) {
      SamplingPanel panel = openPanel(w);
      w.session.setPredictions(
          new PredictionTable(
              List.of(w.classId(1)),
              new float[][] {{0, .1f, .2f, .3f, .4f, .5f, .6f, .7f, .8f, .9f}},
              "run",
              true));
      choose(panel, "Subset", "second");
      choose(panel, "contains && stuff", "Predicted unsure (p 0.25–0.75)");
      assertEquals(List.of("Subset: second  ×", "contains && stuff: p 0.25–0.75  ×"), chips(panel));
      panel.sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      assertArrayEquals(new int[] {5, 6, 7}, w.page.page().rows());
      showOptions(panel);
      Screenshots.take(w.shell, "sampling-conditions");
    }
  }

  @Test
  void aChipIsRemovedByPressingItOrByDelete() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      choose(panel, "Subset", "second");
      choose(panel, "Subset", "first");
      choose(panel, "cat", "No label");
      Workbench.press(panel.filterBar().chips().buttons().get(1), SWT.DEL, 0);
      w.until("one is gone", () -> chips(panel).size() == 2);
      assertEquals(List.of("Subset: second  ×", "cat: no label  ×"), chips(panel));
      press(panel.filterBar().chips().buttons().get(0));
      w.until("another is gone", () -> chips(panel).size() == 1);
      Workbench.press(panel.filterBar().chips().buttons().get(0), SWT.BS, 0);
      w.until("all are gone", () -> chips(panel).isEmpty());
      assertEquals(RowFilter.UNLABELED, panel.filter());
      assertTrue(!panel.filterBar().chips().isVisible());
    }
  }

  @Test
  void anEmptyDrawNamesTheConditionWithItsClass() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      choose(panel, "Subset", "second");
      choose(panel, "cat", "Present");
      panel.sample();
      w.until("there is a reason", () -> !panel.messageText().isEmpty());
      assertTrue(panel.messageText().contains("subset second contain cat"), panel.messageText());
    }
  }

  @Test
  void filtersAreSavedInTheProjectAndUsedAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      panel.setFilter(
          new RowFilter(
              LabelStatus.PARTIAL,
              RowFilter.ExcludeStatus.NOT_EXCLUDED,
              new Condition.Subset("first")));
      RowFilter wanted = panel.filter();
      panel.saved().save("to finish");
      w.until("it is saved", () -> panel.messageText().contains("to finish"));
      item(panel.saved().menu(saved(w, panel)), "All images").notifyListeners(SWT.Selection, null);
      assertEquals(RowFilter.EVERYTHING, panel.filter());
      item(panel.saved().menu(saved(w, panel)), "to finish").notifyListeners(SWT.Selection, null);
      assertEquals(wanted, panel.filter());
      assertEquals(Map.of("to finish", wanted), w.session.sampling().filters());
      Menu remove = item(panel.saved().menu(saved(w, panel)), "Remove").getMenu();
      item(remove, "to finish").notifyListeners(SWT.Selection, null);
      w.until("it is removed", () -> panel.messageText().startsWith("Removed"));
      assertTrue(saved(w, panel).isEmpty());
    }
  }

  @Test
  void aListComputedElsewhereNarrowsTheFilterAndIsFoundAgainByName() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      panel.addCondition(new Condition.Rows("Disagreements", bits(1)));
      panel.addCondition(new Condition.Rows("Disagreements", bits(2, 3)));
      assertEquals(List.of("List: Disagreements  ×"), chips(panel));
      panel.setFilter(RowFilter.UNLABELED.and(new Condition.Rows("Disagreements", new BitSet())));
      panel.sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      assertArrayEquals(new int[] {2, 3}, w.page.page().rows());
      panel.setFilter(RowFilter.EVERYTHING);
      choose(panel, "List", "Disagreements");
      assertEquals(1, chips(panel).size());
    }
  }

  @Test
  void forgottenPagesMayComeAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      panel.count().setSelection(4);
      panel.sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      panel.sample();
      w.until("the next is shown", () -> w.page.pageNumber() == 2);
      assertArrayEquals(new int[] {4, 5, 6, 7}, w.page.page().rows());
      w.until("both are recorded", () -> shownBefore(w) == 8);
      item(panel.earlier().menu(earlier(w, panel)), "Forget all earlier pages")
          .notifyListeners(SWT.Selection, null);
      w.until("they are forgotten", () -> panel.messageText().contains("forgotten"));
      panel.sample();
      w.until("the first come again", () -> w.page.pageNumber() == 3);
      assertArrayEquals(new int[] {0, 1, 2, 3}, w.page.page().rows());
    }
  }

  private static int shownBefore(Workbench w) {
    try {
      return w.session.sampling().shownRows().cardinality();
    } catch (ProjectFormatException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anEarlierPageIsShownAgain() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      assertEquals("No page was drawn yet", panel.earlier().menu(List.of()).getItem(0).getText());
      w.session
          .sampling()
          .remember(
              new PastDraw(
                  Instant.EPOCH,
                  "test.first",
                  null,
                  RowFilter.UNLABELED,
                  0,
                  "some & others",
                  new int[] {7, 2, 99}))
          .join();
      MenuItem entry = panel.earlier().menu(earlier(w, panel)).getItem(0);
      assertTrue(entry.getText().endsWith("some && others"), entry.getText());
      entry.notifyListeners(SWT.Selection, null);
      assertArrayEquals(new int[] {7, 2}, w.page.page().rows(), "row 99 is no longer there");
    }
  }

  @Test
  void conditionsBelongToTheirProject() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      SamplingPanel panel = openPanel(w);
      choose(panel, "cat", "Absent");
      assertEquals(
          new Condition.Label(w.classId(0), LabelTable.ABSENT), panel.filter().conditions().get(0));
      w.open.close().join();
      w.until("the project is closed", () -> panel.filter().conditions().isEmpty());
      assertEquals(
          "There are no classes and subsets yet", panel.filterBar().menu().getItem(0).getText());
    }
  }

  @Test
  void rangesAreReadAsPeopleTypeThem() {
    for (String text : List.of("0.2 0.8", " .2 – .8 ", "0.2-0.8", "0.2 to 0.8")) {
      assertEquals(new ProbabilityRange(0.2, 0.8), ProbabilityRange.parse(text), text);
    }
    for (String text : List.of("", "0.5", "0.8 0.2", "0.1 1.2", "a b", "-0.1 0.5", "0 NaN")) {
      assertTrue(ProbabilityRange.problem(text).contains("for example"), text);
    }
  }

  private static SamplingPanel openPanel(Workbench w) {
    SamplingPanel panel =
        new SamplingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    w.openShell();
    w.open.open(w.session);
    panel.setOrder("test.first");
    w.idle();
    return panel;
  }

  private static void showOptions(SamplingPanel panel) {
    panel.optionsButton().setSelection(true);
    panel.optionsButton().notifyListeners(SWT.Selection, null);
  }

  private static void choose(SamplingPanel panel, String group, String entry) {
    Menu menu = panel.filterBar().menu();
    item(item(menu, group).getMenu(), entry).notifyListeners(SWT.Selection, null);
    menu.dispose();
  }

  private static MenuItem item(Menu menu, String text) {
    return Arrays.stream(menu.getItems())
        .filter(each -> each.getText().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No entry " + text));
  }

  private static Map<String, RowFilter> saved(Workbench w, SamplingPanel panel) {
    AtomicReference<Map<String, RowFilter>> filters = new AtomicReference<>();
    panel.saved().load(filters::set);
    w.until("the filters are read", () -> filters.get() != null);
    return filters.get();
  }

  private static List<PastDraw> earlier(Workbench w, SamplingPanel panel) {
    AtomicReference<List<PastDraw>> draws = new AtomicReference<>();
    panel.earlier().load(draws::set);
    w.until("the draws are read", () -> draws.get() != null);
    return draws.get();
  }

  private static List<String> chips(SamplingPanel panel) {
    return panel.filterBar().chips().buttons().stream().map(Button::getText).toList();
  }

  private static void press(Button button) {
    button.notifyListeners(SWT.Selection, null);
  }

  private static BitSet bits(int... rows) {
    BitSet bits = new BitSet();
    Arrays.stream(rows).forEach(bits::set);
    return bits;
  }
}
