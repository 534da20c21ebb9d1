// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.core.LabelTable.ABSENT;
import static org.patchwork.core.LabelTable.PRESENT;
import static org.patchwork.core.LabelTable.UNKNOWN;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.project.Edit;
import org.patchwork.ui.testing.Screenshots;

class TogglesPanelTest {
  @TempDir Path folder;

  @Test
  void showsMixedStatesOfTheSelectionInWords() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      TogglesPanel panel = openPanel(w);
      w.show(0, 1, 2);
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals("present", panel.classTable().stateText(0));
      w.page.select(w.page.selection().all());
      assertEquals("1 present, 2 unknown", panel.classTable().stateText(0));
      assertEquals("unknown", panel.classTable().stateText(1));
    }
  }

  @Test
  void clickOnAPlaceOfTheSwitchSetsIt() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      TogglesPanel panel = openPanel(w);
      w.show(3);
      clickPlace(panel, 1, PRESENT);
      w.settle();
      assertEquals(PRESENT, w.label(3, 1));
      clickPlace(panel, 1, ABSENT);
      w.settle();
      assertEquals(ABSENT, w.label(3, 1));
      clickPlace(panel, 1, UNKNOWN);
      w.settle();
      assertEquals(UNKNOWN, w.label(3, 1));
    }
  }

  @Test
  void classIsAddedByNameAndEnterAndRenamedAndDeletedWithUndo() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      TogglesPanel panel = openPanel(w);
      panel.newClassText().setText("mouse");
      panel.newClassText().notifyListeners(SWT.DefaultSelection, null);
      w.settle();
      w.until("the class is shown", () -> panel.classTable().table().getItemCount() == 2);
      assertEquals("mouse", panel.classTable().table().getItem(1).getText(ClassTable.NAME_COLUMN));
      assertEquals("2", panel.classTable().table().getItem(1).getText(ClassTable.KEY_COLUMN));
      assertEquals("", panel.newClassText().getText());

      w.show(0, 1);
      w.page.select(w.page.selection().all());
      w.actions.press(w.classId(1));
      w.settle();
      panel.classTable().table().setSelection(1);
      panel.editing().delete();
      w.until("the class is gone", () -> panel.classTable().table().getItemCount() == 1);
      w.until("it is said", () -> !panel.message().isEmpty());
      assertEquals("Deleted mouse with its 2 labels. Undo brings them back.", panel.message());
      w.actions.undo();
      w.until("the class is back", () -> panel.classTable().table().getItemCount() == 2);
      assertEquals(PRESENT, w.label(1, 1));
    }
  }

  @Test
  void renameInPlaceTakesEnterAndKeepsLabels() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      TogglesPanel panel = openPanel(w);
      w.show(0);
      w.actions.press(w.classId(0));
      w.settle();
      panel.classTable().table().setSelection(0);
      panel.editing().rename();
      org.eclipse.swt.widgets.Text field = textIn(panel.classTable().table());
      field.setText("kitten");
      field.notifyListeners(SWT.DefaultSelection, null);
      w.until(
          "the name is shown",
          () ->
              panel
                  .classTable()
                  .table()
                  .getItem(0)
                  .getText(ClassTable.NAME_COLUMN)
                  .equals("kitten"));
      assertEquals(PRESENT, w.label(0, 0));
    }
  }

  @Test
  void keyOfAnotherClassOrOfACommandIsRefusedWithTheReason() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      ClassEdits edits = new ClassEdits(w.open);
      openPanel(w);
      ClassStyle cat = ClassStyle.of(w.session.classes()).get(0);
      assertEquals("The key 2 belongs to dog.", edits.changeKey(cat, "2"));
      assertTrue(edits.changeKey(cat, "x").startsWith("A class takes one of the keys"));
      assertEquals(null, edits.changeKey(cat, "K"));
      w.settle();
      assertEquals(w.classId(0), w.actions.classOfKey("k"));
    }
  }

  @Test
  void flagBoxesFollowTheProjectNotTheClick() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      TogglesPanel panel = openPanel(w);
      w.show(0, 1);
      Button exclude = button(panel, "Excluded (X)");
      exclude.setSelection(true);
      exclude.notifyListeners(SWT.Selection, null);
      assertFalse(exclude.getSelection(), "not before it is written");
      w.settle();
      w.page.select(w.page.selection().at(0));
      assertTrue(exclude.getSelection());
      w.page.select(w.page.selection().all());
      assertTrue(exclude.getGrayed(), "one of two");
    }
  }

  @Test
  void whatFollowsIsOfferedAndSetByKeyOnlyWhenTheUserWantsIt() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog", "animal")) {
      TogglesPanel panel = openPanel(w);
      assertFalse(panel.implied().getVisible(), "nothing follows in a project without rules");
      relate(w);
      w.until("the rules are there", () -> panel.implied().getVisible());
      w.show(0, 1);
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(UNKNOWN, w.label(0, 2), "not set unasked");
      assertEquals(
          "Implied: dog absent, animal present.  Set (Shift+Space)", panel.implied().text());
      assertEquals("absent", panel.classTable().impliedText(1));
      Screenshots.take(w.shell, "implied");

      KeyBindings.read().type("SHIFT+SPACE", w.actions, null);
      w.settle();
      assertEquals(ABSENT, w.label(0, 1));
      assertEquals(PRESENT, w.label(0, 2));
      assertEquals("", panel.implied().text());

      w.actions.press(w.classId(1));
      w.settle();
      assertTrue(
          panel
              .implied()
              .text()
              .startsWith("cat and dog are both present, but exclude each other."),
          panel.implied().text());
      assertTrue(panel.implied().text().endsWith("Only cat  Only dog"), panel.implied().text());
    }
  }

  @Test
  void impliedLabelsComeAlongInOneStepOnceTheUserSaysSo() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog", "animal")) {
      TogglesPanel panel = openPanel(w);
      relate(w);
      w.show(0, 1);
      panel.implied().along().setSelection(true);
      panel.implied().along().notifyListeners(SWT.Selection, null);
      w.until("it is saved", () -> w.session.model().getSchema().isWithImplied());
      w.actions.press(w.classId(0));
      w.settle();
      assertEquals(ABSENT, w.label(0, 1));
      assertEquals(PRESENT, w.label(0, 2));
      w.actions.press(w.classId(1));
      w.settle();
      assertEquals(ABSENT, w.label(0, 0), "the newest answer counts");
      w.actions.undo();
      w.settle();
      assertEquals(PRESENT, w.label(0, 0));
      w.actions.undo();
      w.settle();
      assertEquals(UNKNOWN, w.label(0, 2), "one step each");
    }
  }

  private static void relate(Workbench w) {
    w.open.submit(
        new Edit.SetExclusionGroup(List.of(w.classId(0), w.classId(1)), "species"), "test");
    w.open.submit(new Edit.SetParent(w.classId(0), w.classId(2)), "test");
    w.settle();
    w.idle();
  }

  @Test
  void selectedImagesBecomeExamplesBesideTheToggle() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog")) {
      TogglesPanel panel = openPanel(w);
      w.show(3, 4, 5);
      w.page.select(w.page.selection().all());
      panel.classTable().table().setSelection(0);
      ClassCommand.USE_AS_EXAMPLES.run(panel.classActions());
      w.until("they are shown", () -> panel.classTable().rows().get(0).examples().size() == 3);
      assertTrue(panel.classTable().table().getColumn(ClassTable.EXAMPLES_COLUMN).getWidth() >= 90);
      Screenshots.take(w.shell, "examples");
      int right = panel.classTable().place(1, ABSENT).x; // the examples are left of the switch
      panel.drop().drop(new int[] {7}, 1, right - 30, false);
      w.until("dropped", () -> panel.classTable().rows().get(1).examples().equals(List.of(7)));
      assertEquals(UNKNOWN, w.label(7, 1));
      panel.drop().drop(new int[] {7}, 1, 40, false);
      w.settle();
      assertEquals(PRESENT, w.label(7, 1));
      panel.classTable().table().setSelection(0);
      ClassCommand.SHOW_EXAMPLES.run(panel.classActions());
      assertEquals("Examples of cat", w.page.page().description());
      ClassCommand.CLEAR_EXAMPLES.run(panel.classActions());
      w.until("they are gone", () -> panel.classTable().rows().get(0).examples().isEmpty());
      panel.classTable().table().setSelection(1);
      ClassCommand.CLEAR_EXAMPLES.run(panel.classActions());
      w.until("all are gone", () -> panel.classTable().rows().get(1).examples().isEmpty());
      assertEquals(0, panel.classTable().table().getColumn(ClassTable.EXAMPLES_COLUMN).getWidth());
    }
  }

  @Test
  void classesMoveByKeyAndByDragging() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat", "dog", "mouse")) {
      TogglesPanel panel = openPanel(w);
      panel.classTable().table().setSelection(2);
      ClassCommand.MOVE_UP.run(panel.classActions());
      w.until("moved", () -> w.session.classes().get(1).getName().equals("mouse"));
      w.settle();
      w.idle();
      drag(panel.classTable().table(), 12, 10, 2 * 26 + 10);
      w.until("dragged", () -> w.session.classes().get(2).getName().equals("cat"));
    }
  }

  private static void drag(Control control, int x, int fromY, int toY) {
    Event event = new Event();
    event.button = 1;
    event.x = x;
    event.y = fromY;
    control.notifyListeners(SWT.MouseDown, event);
    event.y = toY;
    control.notifyListeners(SWT.MouseMove, event);
    control.notifyListeners(SWT.MouseUp, event);
  }

  @Test
  void copyIsNamedAtOnce() throws Exception {
    try (Workbench w = new Workbench(folder, false, "cat")) {
      TogglesPanel panel = openPanel(w);
      w.show(0);
      w.actions.press(w.classId(0));
      w.settle();
      panel.classTable().table().setSelection(0);
      ClassCommand.COPY.run(panel.classActions());
      w.until("the name is open", () -> panel.classTable().table().getChildren().length > 0);
      assertEquals("cat copy", textIn(panel.classTable().table()).getText());
      assertEquals(PRESENT, w.label(0, 1));
    }
  }

  private static TogglesPanel openPanel(Workbench w) {
    TogglesPanel panel = new TogglesPanel(w.shell, w.open, w.page);
    w.openShell();
    w.open.open(w.session);
    w.idle();
    return panel;
  }

  private static void clickPlace(TogglesPanel panel, int index, byte value) {
    Point place = panel.classTable().place(index, value);
    Workbench.click(panel.classTable().table(), place.x, place.y, 0);
  }

  private static org.eclipse.swt.widgets.Text textIn(Composite parent) {
    for (Control child : parent.getChildren()) {
      if (child instanceof org.eclipse.swt.widgets.Text text) {
        return text;
      }
    }
    throw new AssertionError("No text field is open");
  }

  private static Button button(Composite parent, String text) {
    for (Control child : parent.getChildren()) {
      if (child instanceof Button button && button.getText().equals(text)) {
        return button;
      }
      if (child instanceof Composite composite
          && !(child instanceof org.eclipse.swt.widgets.Table)) {
        try {
          return button(composite, text);
        } catch (AssertionError e) {
          continue; // look further
        }
      }
    }
    throw new AssertionError("No button " + text);
  }
}
