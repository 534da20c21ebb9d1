// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.display.BandChoice;
import org.patchwork.image.display.DisplaySettings;

/** The display options by key, control and mouse. */
class DisplayStripTest {
  @TempDir Path folder;

  private final Map<String, String> kept = new HashMap<>();

  private final DisplayOptions.Memory memory =
      new DisplayOptions.Memory() {
        @Override
        public String read(String name) {
          return kept.get(name);
        }

        @Override
        public void write(String name, String line) {
          if (line == null) {
            kept.remove(name);
          } else {
            kept.put(name, line);
          }
        }
      };

  private LabelingPanel openPanel(Workbench w) {
    LabelingPanel panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    panel.grid().displayOptions().setMemory(memory);
    w.openShell();
    w.open.open(w.session);
    return panel;
  }

  /** Colour in the middle of the first cell's image. */
  private static RGB shown(Workbench w, LabelingPanel panel) {
    w.idle();
    Rectangle cell = panel.grid().canvas().cellBounds(0);
    Image image = new Image(w.display, cell.width, cell.width);
    GC gc = new GC(panel.grid().canvas());
    gc.copyArea(image, cell.x, cell.y);
    gc.dispose();
    ImageData data = image.getImageData();
    image.dispose();
    return data.palette.getRGB(data.getPixel(cell.width / 2, cell.width / 2));
  }

  @Test
  void openedByKeyUsedByKeyAndLeftByEscape() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      KeyBindings keys = KeyBindings.read();
      w.show(0, 1);
      keys.type("M1+D", w.actions, panel);
      assertTrue(panel.grid().display().isShown());
      DisplayPanel controls = panel.grid().display().panel();
      assertTrue(controls.equalizeButton().isFocusControl(), "the first control has the focus");
      controls.equalizeButton().setSelection(true);
      controls.equalizeButton().notifyListeners(SWT.Selection, new Event());
      assertTrue(panel.grid().displayOptions().of(DisplayOptions.View.GRID).equalized());
      assertFalse(panel.grid().displayOptions().of(DisplayOptions.View.FULL).equalized());
      Event escape = new Event();
      escape.detail = SWT.TRAVERSE_ESCAPE;
      controls.equalizeButton().notifyListeners(SWT.Traverse, escape);
      assertFalse(panel.grid().display().isShown());
      w.until("labelling goes on", () -> panel.grid().canvas().isFocusControl());
      keys.type("M1+E", w.actions, panel);
      assertFalse(panel.grid().displayOptions().of(DisplayOptions.View.GRID).equalized());
    }
  }

  @Test
  void theThumbnailsChangeAndResetBringsThemBack() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      w.show(1);
      RGB black = new RGB(0, 0, 0);
      w.until("the image is there", () -> shown(w, panel).equals(black));
      panel.grid().toggleDisplay();
      DisplayPanel controls = panel.grid().display().panel();
      controls.brightnessScale().setSelection(140);
      controls.brightnessScale().notifyListeners(SWT.Selection, new Event());
      w.until("it is brighter by 0.4", () -> shown(w, panel).equals(new RGB(102, 102, 102)));
      assertEquals(
          0.4, w.open.pictures().display().brightness(), 1e-9, "so are thumbnails elsewhere");
      assertTrue(controls.resetButton().isEnabled());
      controls.resetButton().notifyListeners(SWT.Selection, new Event());
      w.until("it is as it was", () -> shown(w, panel).equals(black));
      assertFalse(controls.resetButton().isEnabled());
    }
  }

  @Test
  void eachViewHasItsOwnAndTheStripIsAboutTheOneOneLooksAt() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      LabelingPanel panel = openPanel(w);
      DisplayOptions options = panel.grid().displayOptions();
      w.show(1);
      panel.grid().toggleDisplay();
      DisplayPanel controls = panel.grid().display().panel();
      assertTrue(controls.smoothButton().getSelection(), "thumbnails are enlarged smoothly");
      panel.grid().toggleFull();
      assertFalse(controls.smoothButton().getSelection(), "the full view shows pixels");
      controls.bands().kindCombo().select(1);
      controls.bands().kindCombo().notifyListeners(SWT.Selection, new Event());
      assertEquals(
          new BandChoice.FalseColor(0, 1, 2, false), options.of(DisplayOptions.View.FULL).bands());
      assertEquals(BandChoice.AS_STORED, options.of(DisplayOptions.View.GRID).bands());
      panel.grid().escape();
      assertEquals(0, controls.bands().kindCombo().getSelectionIndex());
    }
  }

  @Test
  void rememberedForEachProjectAndForgottenWhenReset() throws Exception {
    DisplaySettings bright = DisplaySettings.PLAIN.withTone(0.25, -0.5).withEqualized(true);
    try (Workbench w = new Workbench(folder, false, "cat")) {
      DisplayOptions options = openPanel(w).grid().displayOptions();
      options.set(DisplayOptions.View.GRID, bright);
      assertEquals(1, kept.size());
      w.open.close().join();
      w.idle();
      assertEquals(DisplaySettings.PLAIN, options.of(DisplayOptions.View.GRID), "no project");
    }
    DisplayOptions later = new DisplayOptions();
    later.setMemory(memory);
    assertEquals(DisplaySettings.PLAIN, later.of(DisplayOptions.View.GRID));
    try (Workbench other = new Workbench(folder.resolve("other"), false, "cat")) {
      later.follow(other.session);
      assertEquals(DisplaySettings.PLAIN, later.of(DisplayOptions.View.GRID), "another project");
    }
    try (var again =
        org.patchwork.project.ProjectSession.open(
            folder.resolve("project"),
            org.patchwork.project.Access.READ_ONLY,
            new org.eclipse.core.runtime.NullProgressMonitor())) {
      later.follow(again);
      assertEquals(bright, later.of(DisplayOptions.View.GRID));
      later.set(DisplayOptions.View.GRID, DisplaySettings.PLAIN);
      assertNull(kept.get(kept.keySet().stream().findFirst().orElse("")));
    }
  }
}
