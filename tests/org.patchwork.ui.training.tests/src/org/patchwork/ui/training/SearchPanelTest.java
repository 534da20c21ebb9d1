// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Widget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ParameterSchema;
import org.patchwork.training.TrainingService;
import org.patchwork.training.search.SearchParameters;
import org.patchwork.training.search.Trial;

class SearchPanelTest {
  @TempDir Path folder;

  private static SearchPanel panel(Bench bench) {
    return new SearchPanel(
        bench.shell, bench.open, bench.trainer, new TrainingService(bench.algorithms), () -> {});
  }

  private static void press(Widget button) {
    button.notifyListeners(SWT.Selection, new Event());
  }

  private static void trials(SearchPanel panel, int trials, int folds) {
    panel
        .form()
        .setValue(
            ParameterSchema.of(SearchParameters.class)
                .create(java.util.Map.of("trials", trials, "folds", folds)));
  }

  @Test
  void showsTrialsBestFirstAndTakesOneOver() throws Exception {
    try (Bench bench = new Bench(folder)) {
      SearchPanel panel = panel(bench);
      bench.project(true);
      bench.label("A", LabelTable.ABSENT, 0, 1, 2, 3, 4, 5);
      bench.label("A", LabelTable.PRESENT, 34, 35, 36, 37, 38, 39);
      trials(panel, 5, 3);
      bench.show();
      bench.until("search is possible", () -> panel.strip().start().getEnabled());
      press(panel.strip().start());
      assertTrue(panel.running());
      assertFalse(panel.results().use().getEnabled());
      bench.until("it has ended", () -> !panel.running());
      assertEquals(5, panel.results().trials().table().getItemCount());
      assertTrue(panel.strip().text().startsWith("Best of 5"), panel.strip().text());

      Trial best = (Trial) panel.results().trials().table().getItem(0).getData();
      press(panel.results().use());
      assertEquals(best.spec().parameters(), bench.trainer.parameters());
      assertTrue(panel.strip().text().contains("trial " + best.number()), panel.strip().text());
    }
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    try (Bench bench = new Bench(folder)) {
      SearchPanel panel = panel(bench);
      bench.show();
      assertTrue(panel.strip().text().startsWith("Open a project"), panel.strip().text());
      bench.project(true);
      bench.until("search is possible", () -> panel.strip().start().getEnabled());
      press(panel.strip().start());
      bench.until("it has ended", () -> !panel.running());
      assertTrue(panel.strip().text().contains("cannot be shared out"), panel.strip().text());
    }
  }

  @Test
  void keepsSearchesInTheProject() throws Exception {
    try (Bench bench = new Bench(folder)) {
      SearchPanel panel = panel(bench);
      bench.project(true);
      labelSome(bench);
      trials(panel, 4, 3);
      bench.show();
      search(bench, panel);
      String said = panel.strip().text();

      bench.open.close().get();
      bench.until("nothing is shown", () -> shownTrials(panel) == 0);
      assertFalse(panel.results().choice().getEnabled());
      bench.reopen();
      bench.until("the search is shown again", () -> shownTrials(panel) == 4);
      assertEquals(said, panel.strip().text());
      assertTrue(panel.results().use().getEnabled());
      assertEquals("A", panel.results().classes().getItem(0).getText(0));
    }
  }

  @Test
  void judgesThePresentSettingsAlone() throws Exception {
    try (Bench bench = new Bench(folder)) {
      SearchPanel panel = panel(bench);
      bench.project(true);
      labelSome(bench);
      trials(panel, 4, 3);
      bench.show();
      search(bench, panel);
      press(panel.crossValidateButton());
      assertTrue(panel.running());
      bench.until("it has ended", () -> !panel.running());
      String said = panel.strip().text();
      assertTrue(said.startsWith("Present settings on 12 labelled images in 3 folds"), said);
      assertEquals(1, shownTrials(panel));
      assertEquals(2, panel.results().choice().getItemCount());

      panel.results().choice().select(1);
      press(panel.results().choice());
      assertEquals(4, shownTrials(panel));
      assertTrue(panel.strip().text().startsWith("Best of 4"), panel.strip().text());
    }
  }

  private static void labelSome(Bench bench) throws Exception {
    bench.label("A", LabelTable.ABSENT, 0, 1, 2, 3, 4, 5);
    bench.label("A", LabelTable.PRESENT, 34, 35, 36, 37, 38, 39);
  }

  private static void search(Bench bench, SearchPanel panel) {
    bench.until("search is possible", () -> panel.strip().start().getEnabled());
    press(panel.strip().start());
    bench.until("it has ended", () -> !panel.running());
  }

  private static int shownTrials(SearchPanel panel) {
    return panel.results().trials().table().getItemCount();
  }
}
