// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goes to classes and images by typing. */
class GridFindersTest {
  private static final String[] CLASSES = {"cardboard", "glass", "metal", "paper board", "bird"};

  @TempDir Path folder;

  @Test
  void typedClassComesFirstAndEnterPutsItInFocus() throws Exception {
    try (Workbench w = opened()) {
      QuickFinder<String> finder = new GridFinders(w.shell, w.open, w.page).findClass();
      assertEquals(5, finder.proposals().size(), "all classes while nothing is typed");
      finder.field().setText("b");
      w.idle();
      assertTrue(finder.proposals().get(0).startsWith("bird"), finder.proposals().toString());
      assertTrue(finder.proposals().get(1).startsWith("paper"), finder.proposals().toString());
      Workbench.press(finder.field(), SWT.ARROW_DOWN, 0);
      Workbench.press(finder.field(), SWT.CR, 0);
      assertEquals(w.classId(3), w.page.focusClass());
      assertFalse(finder.isOpen());
    }
  }

  @Test
  void withCtrlTheClassIsPresentInTheSelection() throws Exception {
    try (Workbench w = opened()) {
      QuickFinder<String> finder = new GridFinders(w.shell, w.open, w.page).findClass();
      finder.field().setText("metal");
      w.idle();
      Workbench.press(finder.field(), SWT.CR, SWT.MOD1);
      w.settle();
      assertEquals(PRESENT, w.label(w.page.cursorRow(), 2));
    }
  }

  @Test
  void withShiftTheClassIsAbsentAndLettersInOrderAreEnough() throws Exception {
    try (Workbench w = opened()) {
      QuickFinder<String> finder = new GridFinders(w.shell, w.open, w.page).findClass();
      finder.field().setText("gls");
      w.idle();
      Workbench.press(finder.field(), SWT.CR, SWT.MOD2);
      w.settle();
      assertEquals(ABSENT, w.label(w.page.cursorRow(), 1));
    }
  }

  @Test
  void typedNumberOrPathGoesToTheImage() throws Exception {
    try (Workbench w = opened()) {
      w.show(IntStream.range(0, 10).map(i -> 9 - i).toArray());
      QuickFinder<Integer> finder = new GridFinders(w.shell, w.open, w.page).goToImage();
      finder.field().setText("3");
      w.until("both are found", () -> finder.proposals().size() == 2);
      assertEquals(List.of("3   7.png", "7   3.png"), finder.proposals());
      Workbench.press(finder.field(), SWT.CR, 0);
      assertEquals(7, w.page.cursorRow());
    }
  }

  @Test
  void escapeClosesAndChangesNothing() throws Exception {
    try (Workbench w = opened()) {
      QuickFinder<Integer> finder = new GridFinders(w.shell, w.open, w.page).goToImage();
      finder.field().setText("zebra");
      w.idle();
      org.eclipse.swt.widgets.Event escape = new org.eclipse.swt.widgets.Event();
      escape.detail = SWT.TRAVERSE_ESCAPE;
      finder.field().getShell().notifyListeners(SWT.Traverse, escape);
      assertFalse(finder.isOpen());
      assertEquals(0, w.page.selection().cursor());
    }
  }

  private Workbench opened() throws Exception {
    Workbench w = new Workbench(folder, false, CLASSES);
    w.openShell();
    w.show(0, 1, 2);
    return w;
  }
}
