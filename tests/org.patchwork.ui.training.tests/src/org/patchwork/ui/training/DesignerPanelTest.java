// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignerPanelTest {
  @TempDir Path folder;

  private static DesignerPanel panel(Bench bench) {
    DesignerPanel panel =
        new DesignerPanel(bench.shell, bench.open, bench.trainer, bench.algorithms);
    bench.show();
    return panel;
  }

  /** Types into the first text field of a form. */
  private static void type(DesignerPanel panel, String text) {
    Text field = field(panel.fineTuning().fields());
    field.setText(text);
    field.notifyListeners(SWT.FocusOut, null);
  }

  private static Text field(Composite parent) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Text text) {
        return text;
      } else if (child instanceof Composite inner && field(inner) != null) {
        return field(inner);
      }
    }
    return null;
  }

  @Test
  void countsTheParametersOnTheFeaturesOfTheProject() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      assertTrue(panel.summaryText().startsWith("Open a project"), panel.summaryText());
      bench.project(true);
      assertEquals("2 features → 2 → 2 classes · 6 parameters", panel.summaryText());
      panel.fineTuning().choose(1);
      assertEquals("2 features → 5 → 2 classes · 27 parameters", panel.summaryText());
      assertEquals("t.layer", bench.trainer.design().fineTuningId());
    }
  }

  @Test
  void aDesignThatDoesNotFitIsSaidAndNotTrained() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.fineTuning().choose(2);
      assertTrue(panel.summaryText().contains("These features are no maps."), panel.summaryText());
      assertTrue(bench.trainer.obstacle().orElseThrow().contains("no maps"));
      assertEquals("t.pass", bench.trainer.design().fineTuningId());
      panel.fineTuning().choose(0);
      assertTrue(bench.trainer.obstacle().isEmpty());
    }
  }

  @Test
  void aValueOutOfRangeIsSaidAsItIsTyped() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.fineTuning().choose(1);
      type(panel, "500");
      assertTrue(panel.summaryText().contains("from 1 to 100"), panel.summaryText());
      assertTrue(bench.trainer.obstacle().isPresent());
      type(panel, "50");
      assertTrue(bench.trainer.obstacle().isEmpty());
      assertEquals(50, bench.trainer.design().fineTuning().get("units"));
    }
  }

  @Test
  void whatWasTypedForAModelIsThereWhenTheUserComesBack() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.fineTuning().choose(1);
      type(panel, "9");
      panel.fineTuning().choose(0);
      panel.fineTuning().choose(1);
      assertEquals(Map.of("units", 9), panel.fineTuning().values());
    }
  }

  @Test
  void aModelThatIsNotInstalledIsNamed() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.project(true);
      bench.trainer.setDesign(
          new org.patchwork.learn.ModelDesignSpec("gone.model", Map.of(), "t.sigmoid", Map.of()));
      DesignerPanel panel = panel(bench);
      assertTrue(panel.summaryText().contains("gone.model is not installed"), panel.summaryText());
    }
  }
}
