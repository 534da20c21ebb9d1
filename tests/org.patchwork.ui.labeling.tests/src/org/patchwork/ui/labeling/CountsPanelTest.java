// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
