// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ConflictRule;
import org.patchwork.project.Edit;
import org.patchwork.ui.testing.Screenshots;

class ClassDialogsTest {
  @TempDir Path folder;

  /** Cat in 0 to 3, dog in 2 to 4; each absent in 0 and 4 of the other. */
  private static void label(Workbench w) {
    set(w, 0, PRESENT, 0, 1, 2, 3);
    set(w, 0, ABSENT, 4);
    set(w, 1, PRESENT, 2, 3, 4);
    set(w, 1, ABSENT, 0);
  }

  private static void set(Workbench w, int classIndex, byte value, int... rows) {
    w.open.submit(new Edit.SetLabels(rows, Map.of(w.classId(classIndex), value)), "test");
    w.settle();
  }

  @Test
  void mergeShowsTheConflictsAndDoesWhatItSays() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog", "car")) {
      TogglesPanel panel = openPanel(w);
      label(w);
      MergeDialog dialog = new MergeDialog(w.shell, w.open, panel.classTable().classes().get(0));
      Dialogs.show(dialog);
      w.until("the comparison is there", () -> dialog.text().contains("alone"));
      assertTrue(
          dialog
              .text()
              .startsWith(
                  "Images that say the same of both: 2. Labelled for cat alone: 1, for dog alone:"
                      + " 0. One present and the other absent: 2, shown below."),
          dialog.text());
      assertArrayEquals(new int[] {0, 4}, dialog.conflictRows());
      assertTrue(
          dialog.text().endsWith("New labels of dog: 2 present, 0 absent, 0 forgotten."),
          dialog.text());
      choose(dialog, ConflictRule.KEEP);
      w.until("the outcome is there", () -> dialog.text().contains("dog: 1 present"));
      Screenshots.take(dialog.getShell(), "merge");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      w.until("merged", () -> w.session.classes().size() == 2);
      assertEquals(ABSENT, w.label(0, 0));
      assertEquals(PRESENT, w.label(1, 0));
      w.actions.undo();
      w.until("undone", () -> w.session.classes().size() == 3);
    }
  }

  private static void choose(MergeDialog dialog, ConflictRule rule) {
    for (Button button : dialog.rules()) {
      button.setSelection(button.getData() == rule);
    }
    dialog.rules().stream()
        .filter(Button::getSelection)
        .forEach(button -> button.notifyListeners(SWT.Selection, new Event()));
  }

  @Test
  void splitTakesTheSelectedImages() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      TogglesPanel panel = openPanel(w);
      label(w);
      SplitDialog dialog =
          new SplitDialog(w.shell, w.open, panel.classTable().rows().get(0), new int[] {1, 2, 9});
      Dialogs.show(dialog);
      assertFalse(dialog.button().getEnabled(), "it needs a name");
      dialog.name().setText("dog");
      w.until("the name is refused", () -> dialog.getErrorMessage() != null);
      assertTrue(dialog.getErrorMessage().contains("\"dog\" has the name"));
      dialog.name().setText("kitten");
      w.until("the outcome is there", () -> dialog.button().getEnabled());
      assertEquals(
          "cat is present in 2 of the 3 selected images; these become kitten. The others are left"
              + " alone.",
          dialog.text());
      Screenshots.take(dialog.getShell(), "split");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      w.until("split", () -> w.session.classes().size() == 3);
      assertEquals(ABSENT, w.label(1, 0));
      assertEquals(PRESENT, w.label(1, 1));
      assertEquals(UNKNOWN, w.label(0, 1));
    }
  }

  @Test
  void classDialogChangesEverythingInOneStepAndSaysWhatCannotBe() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "animal")) {
      TogglesPanel panel = openPanel(w);
      ClassDialog dialog = new ClassDialog(w.shell, w.open, panel.classTable().rows().get(0));
      Dialogs.show(dialog);
      dialog.name().setText("kitten");
      dialog.parent().select(1);
      dialog.parent().notifyListeners(SWT.Selection, new Event());
      dialog.group().setText("species");
      dialog.goal().setSelection(40);
      w.until("it can be saved", () -> dialog.button().getEnabled());
      Screenshots.take(dialog.getShell(), "class");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      w.until("saved", () -> w.session.classByName("kitten") != null);
      LabelClass kitten = w.session.classByName("kitten");
      assertEquals(w.classId(1), kitten.getParent());
      assertEquals("species", kitten.getExclusionGroup());
      assertEquals(40, kitten.getGoal());
      w.until("shown", () -> panel.classTable().rows().get(0).goal() == 40);
      assertEquals(
          "A kind of animal.\nExcludes the others of the group species.\nWanted in 40 images.",
          panel.classTable().rows().get(0).remarks());

      ClassDialog other = new ClassDialog(w.shell, w.open, panel.classTable().rows().get(1));
      Dialogs.show(other);
      other.group().setText("species");
      w.until("it is refused", () -> other.getErrorMessage() != null);
      assertTrue(
          other.getErrorMessage().startsWith("Where kitten is present, animal would"),
          other.getErrorMessage());
      assertFalse(other.button().getEnabled());
      other.close();
    }
  }

  @Test
  void removedClassComesBackFromTheTrash() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      openPanel(w);
      label(w);
      w.open.submit(new Edit.RemoveClass(w.classId(0)), "test");
      w.settle();
      TrashDialog dialog = new TrashDialog(w.shell, w.open);
      Dialogs.show(dialog);
      assertEquals("cat", dialog.table().getItem(0).getText(0));
      assertEquals("5", dialog.table().getItem(0).getText(1));
      Screenshots.take(dialog.getShell(), "trash");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      w.until("restored", () -> w.session.classes().size() == 2);
      w.until("the trash is empty", () -> dialog.table().getItemCount() == 0);
      assertEquals(PRESENT, w.label(3, 1));
      dialog.close();
    }
  }

  @Test
  void contradictionsAreListedShownAndImpliedLabelsSet() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      openPanel(w);
      label(w);
      w.open.submit(
          new Edit.SetExclusionGroup(List.of(w.classId(0), w.classId(1)), "species"), "test");
      w.settle();
      w.until("the group is there", () -> !w.session.implications().isEmpty());
      ContradictionsDialog dialog = new ContradictionsDialog(w.shell, w.open, w.page);
      Dialogs.show(dialog);
      w.until("it is found", () -> dialog.table().getItemCount() == 1);
      assertEquals("2", dialog.table().getItem(0).getText(1));
      assertTrue(
          dialog
              .text()
              .contains("Unknown labels that follow from known ones by groups and parents: 1."),
          dialog::text);
      Screenshots.take(dialog.getShell(), "contradictions");
      Dialogs.press(dialog, IDialogConstants.OK_ID);
      assertArrayEquals(new int[] {2, 3}, w.page.page().rows());
    }
  }

  private static TogglesPanel openPanel(Workbench w) {
    TogglesPanel panel = new TogglesPanel(w.shell, w.open, w.page);
    w.openShell();
    w.open.open(w.session);
    w.idle();
    return panel;
  }
}
