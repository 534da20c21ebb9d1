// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.project.Edit;

class CountsPanelTest {
  @TempDir Path folder;

  @Test
  void figuresFollowEveryEditAndUndo() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      CountsPanel panel = new CountsPanel(w.shell, w.open);
      w.openShell();
      w.show(0, 1, 2, 3);
      w.until(
          "it is counted", () -> figures(panel, 0).equals(List.of("0", "0", "10", "0", "0", "0")));
      w.actions.press(w.classId(0));
      w.actions.press(w.classId(1));
      w.settle();
      assertEquals(List.of("1", "1", "8", "0", "0", "0"), figures(panel, 0));
      w.page.select(w.page.selection().at(0));
      w.actions.toggleValidation();
      w.settle();
      assertEquals(List.of("1", "0", "8", "0", "1", "0"), figures(panel, 0));
      w.page.select(w.page.selection().at(1));
      w.actions.toggleExcluded();
      w.settle();
      assertEquals(
          List.of("0", "0", "8", "0", "1", "0"), figures(panel, 0), "excluded counts nowhere");
      for (int i = 0; i < 4; i++) {
        w.actions.undo();
      }
      w.settle();
      assertEquals(List.of("0", "0", "10", "0", "0", "0"), figures(panel, 0));
    }
  }

  @Test
  void goalsAreShownWithHowFarTheyAreReached() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat", "dog")) {
      CountsPanel panel = new CountsPanel(w.shell, w.open);
      w.openShell();
      w.show(0, 1);
      w.until("it is counted", () -> figures(panel, 0).size() == 6);
      assertEquals(0, panel.table().getColumn(7).getWidth(), "without goals there is no column");
      w.open.submit(new Edit.SetGoal(w.classId(1), 2), "test");
      w.until("the goal is shown", () -> panel.table().getItem(1).getText(7).equals("0 of 2"));
      w.until("it has a column", () -> panel.table().getColumn(7).getWidth() > 0);
      assertEquals("", panel.table().getItem(0).getText(7));
      w.page.select(w.page.selection().all());
      w.actions.press(w.classId(1));
      w.until("it is reached", () -> panel.table().getItem(1).getText(7).equals("✓ 2 of 2"));
    }
  }

  private static List<String> figures(CountsPanel panel, int classIndex) {
    List<String> figures = new ArrayList<>();
    if (panel.table().getItemCount() > classIndex) {
      TableItem item = panel.table().getItem(classIndex);
      for (int column = 1; column <= 6; column++) {
        figures.add(item.getText(column));
      }
    }
    return figures;
  }
}
