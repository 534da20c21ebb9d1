// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.StoredDesign;
import org.patchwork.learn.ClassWeighting;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.design.DesignComparison;
import org.patchwork.project.designs.Designs;

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
      assertEquals(
          "2 features → 2 → 2 classes · 6 parameters · loss: t.square", panel.summaryText());
      panel.fineTuning().choose(1);
      assertEquals(
          "2 features → 5 → 2 classes · 27 parameters · loss: t.square", panel.summaryText());
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

  @Test
  void theNetworkIsDrawnAndStaysWhileSomethingWrongIsTyped() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.fineTuning().choose(1);
      assertEquals(
          List.of("Features", "Dense", "Dense sigmoid"),
          panel.network().sketch().boxes().stream().map(box -> box.text()).toList());
      type(panel, "500");
      assertEquals(3, panel.network().sketch().boxes().size());
      assertTrue(panel.network().stale());
      assertTrue(panel.network().text().contains("Dense sigmoid 2"), panel.network().text());
    }
  }

  @Test
  void aDesignMayHaveALossOfItsOwn() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      assertEquals("", panel.loss().id());
      assertTrue(panel.summaryText().endsWith("loss: t.square"), panel.summaryText());
      panel.loss().loss().choose(1);
      assertEquals("t.square", bench.trainer.design().lossId());
      panel.loss().loss().choose(0);
      assertTrue(bench.trainer.design().hasOwnLoss());
    }
  }

  /** The test's loss takes no weights: that is said at once, and the last good design stays. */
  @Test
  void weightsThatTheLossDoesNotTakeAreRefused() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.loss().weights().setValue(new LossSection.Weights(ClassWeighting.BALANCED));
      assertTrue(panel.summaryText().contains("takes no class weights"), panel.summaryText());
      assertEquals(ClassWeighting.NONE, bench.trainer.design().classWeights());
    }
  }

  @Test
  void designsAreDuplicatedRenamedChosenAndBroughtBack() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.fineTuning().choose(1);
      bench.until("the design is stored", () -> names(bench).equals(List.of("Design")));
      panel.bar().duplicate();
      bench.until("there is a copy", () -> shown(panel).equals("Design copy"));
      panel.bar().rename("Deep");
      bench.until("it is renamed", () -> shown(panel).equals("Deep"));
      type(panel, "9");
      bench.until(
          "the copy is changed",
          () -> designs(bench).require("Deep").fineTuning().get("units").equals("9"));
      assertEquals("5", designs(bench).require("Design").fineTuning().get("units"));
      panel.bar().name().select(0);
      panel.bar().name().notifyListeners(SWT.Selection, null);
      bench.until("the first is shown", () -> panel.fineTuning().values().get("units").equals(5));
      assertEquals(5, Integer.parseInt("" + bench.trainer.design().fineTuning().get("units")));
      panel.bar().remove();
      bench.until("it is gone", () -> names(bench).equals(List.of("Deep")));
      assertTrue(panel.bar().messageText().contains("Bring back"), panel.bar().messageText());
      panel.bar().bringBack();
      bench.until("it is back", () -> shown(panel).equals("Design"));
    }
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      panel.bar().duplicate();
      bench.until("there are two", () -> names(bench).size() == 2);
      panel.bar().rename("design");
      bench.until("it is said", () -> panel.bar().messageText().contains("already"));
      assertEquals("Design copy", shown(panel));
    }
  }

  private static Designs designs(Bench bench) {
    return new Designs(bench.open.session().model());
  }

  private static List<String> names(Bench bench) {
    return designs(bench).all().stream().map(StoredDesign::name).toList();
  }

  private static String shown(DesignerPanel panel) {
    return panel.bar().name().getText();
  }

  @Test
  void theTableSaysWhatTheLossWillSee() throws Exception {
    try (Bench bench = new Bench(folder)) {
      DesignerPanel panel = panel(bench);
      bench.project(true);
      bench.until(
          "nothing to train on is said",
          () -> panel.lossTable().headingText().startsWith("There is nothing to train on"));
      bench.label("A", LabelTable.PRESENT, 1, 2, 3);
      bench.label("A", LabelTable.ABSENT, 4);
      bench.until("two classes show", () -> panel.lossTable().table().getItemCount() == 2);
      TableItem first = panel.lossTable().table().getItem(0);
      assertEquals("A", first.getText(0));
      assertEquals("1", first.getText(1));
      assertEquals("3", first.getText(2));
      assertEquals("50 %", first.getText(6));
      assertEquals("no label", panel.lossTable().table().getItem(1).getText(6));
    }
  }

  @Test
  void designsAreComparedSideBySide() throws Exception {
    try (Bench bench = new Bench(folder)) {
      bench.show();
      Map<String, ModelDesignSpec> designs = new LinkedHashMap<>();
      designs.put("a", new ModelDesignSpec("t.pass", Map.of(), "t.sigmoid", Map.of()));
      designs.put("b", new ModelDesignSpec("t.layer", Map.of("units", "7"), "t.sigmoid", Map.of()));
      DesignComparisonDialog dialog =
          new DesignComparisonDialog(
              bench.shell, DesignComparison.of(designs, new int[] {2}, 3, bench.algorithms), "b");
      dialog.open();
      assertEquals("b (in use)", dialog.table().getColumn(2).getText());
      assertEquals(
          List.of("Fine-tuning", "Fine-tuning: Units", "Values before the output", "Parameters"),
          labels(dialog));
      assertEquals("45", dialog.table().getItem(3).getText(2)); // 2·7 + 7 + 7·3 + 3
      dialog.all().setSelection(true);
      dialog.all().notifyListeners(SWT.Selection, null);
      assertTrue(labels(dialog).contains("Class weights"), labels(dialog).toString());
      dialog.close();
    }
  }

  private static List<String> labels(DesignComparisonDialog dialog) {
    return java.util.Arrays.stream(dialog.table().getItems()).map(item -> item.getText(0)).toList();
  }
}
