// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.patchwork.core.NoParameters;
import org.patchwork.core.Param;

class ParameterFormTest {
  enum Kind {
    PLAIN,
    SQUARE_ROOT
  }

  /** A parameter of each kind, two of which must fit together. */
  record Settings(
      @Param(label = "Epochs", help = "How long to train.", min = 1, max = 100) int epochs,
      @Param(label = "Rate", min = 0, max = 1) double rate,
      @Param(label = "Kind") Kind kind,
      @Param(label = "Shuffle") boolean shuffle,
      @Param(label = "Layers") String layers) {
    Settings() {
      this(10, .5, Kind.PLAIN, true, "64");
    }

    Settings {
      if (epochs == 7 && !shuffle) {
        throw new IllegalArgumentException("Seven epochs need shuffling.");
      }
    }
  }

  @Test
  void showsDefaultsAndGivesBackWhatIsEntered() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      assertEquals(new Settings(), form.value());
      child(form, Text.class, 0).setText("25");
      Combo combo = child(form, Combo.class, 0);
      assertEquals("square root", combo.getItem(1));
      combo.select(1);
      combo.notifyListeners(SWT.Selection, null);
      Button check = child(form, Button.class, 0);
      check.setSelection(false);
      check.notifyListeners(SWT.Selection, null);
      child(form, Text.class, 2).setText("64,32");
      assertEquals(new Settings(25, .5, Kind.SQUARE_ROOT, false, "64,32"), form.value());
    }
  }

  @Test
  void saysWhatIsWrongAsItIsTypedAndHowToPutItRight() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      int[] changes = {0};
      form.addChangeListener(() -> changes[0]++);
      child(form, Text.class, 0).setText("500");
      assertEquals(
          "Epochs (epochs) is 500, but must be from 1 to 100.", form.problem().orElseThrow());
      assertThrows(IllegalStateException.class, form::value);
      child(form, Text.class, 0).setText("5");
      assertTrue(form.problem().isEmpty());
      assertEquals(5, form.value().epochs());
      assertEquals(2, changes[0]);
    }
  }

  @Test
  void valuesThatDoNotFitTogetherAreSaid() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      Button check = child(form, Button.class, 0);
      check.setSelection(false);
      check.notifyListeners(SWT.Selection, null);
      child(form, Text.class, 0).setText("7");
      assertEquals("Seven epochs need shuffling.", form.problem().orElseThrow());
      form.resetToDefaults();
      assertEquals(new Settings(), form.value());
      assertTrue(check.getSelection());
    }
  }

  @Test
  void arrowKeysStepNumbersInRange() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      Text epochs = child(form, Text.class, 0);
      Event up = new Event();
      up.keyCode = SWT.ARROW_UP;
      epochs.notifyListeners(SWT.KeyDown, up);
      assertFalse(up.doit);
      assertEquals(11, form.value().epochs());
    }
  }

  @Test
  void settingAValueTellsListenersOnlyIfItDiffers() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      int[] changes = {0};
      form.addChangeListener(() -> changes[0]++);
      form.setValue(new Settings());
      assertEquals(0, changes[0]);
      form.setValue(new Settings(3, .5, Kind.PLAIN, true, "64"));
      assertEquals(1, changes[0]);
      assertEquals("3", child(form, Text.class, 0).getText());
    }
  }

  @Test
  void whatMattersLessStandsBehindALink() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      int[] folds = {0};
      form.addFoldListener(() -> folds[0]++);
      form.showFirst(Set.of("epochs", "kind"));
      screen.shell.open();
      Link more = child(form, Link.class, 0);
      assertEquals("<a>More settings</a>", more.getText());
      assertTrue(child(form, Text.class, 0).isVisible());
      assertFalse(child(form, Text.class, 1).isVisible(), "the rate");
      assertTrue(child(form, Combo.class, 0).isVisible());
      assertFalse(child(form, Button.class, 0).isVisible());
      form.setValue(new Settings(25, .1, Kind.PLAIN, true, "64"));
      assertEquals("<a>More settings</a> (1 changed)", more.getText());
      more.notifyListeners(SWT.Selection, new Event());
      assertTrue(child(form, Text.class, 1).isVisible());
      assertEquals("<a>Fewer settings</a>", more.getText());
      assertEquals(2, folds[0]);
    }
  }

  /** A parameter that is a file. */
  record Source(@Param(label = "Captions", file = true) String captions) {
    Source() {
      this("");
    }
  }

  /** A parameter that is a folder. */
  record Place(@Param(label = "Model", folder = true) String model) {
    Place() {
      this("");
    }
  }

  @Test
  void aFolderCanBeTypedOrChosen() {
    try (Screen screen = new Screen()) {
      ParameterForm<Place> form = new ParameterForm<>(screen.shell, Place.class);
      Composite row = child(form, Composite.class, 0);
      assertEquals("Choose the folder", child(row, Button.class, 0).getToolTipText());
      child(row, Text.class, 0).setText("model");
      assertEquals(new Place("model"), form.value());
    }
  }

  @Test
  void aFileCanBeTypedOrChosen() {
    try (Screen screen = new Screen()) {
      ParameterForm<Source> form = new ParameterForm<>(screen.shell, Source.class);
      Composite row = child(form, Composite.class, 0);
      assertEquals("…", child(row, Button.class, 0).getText());
      child(row, Text.class, 0).setText("captions.csv");
      assertEquals(new Source("captions.csv"), form.value());
      form.resetToDefaults();
      assertEquals("", child(row, Text.class, 0).getText());
    }
  }

  @Test
  void recordWithoutParametersMakesAnEmptyForm() {
    try (Screen screen = new Screen()) {
      ParameterForm<NoParameters> form = new ParameterForm<>(screen.shell, NoParameters.class);
      assertFalse(form.hasParameters());
      assertEquals(new NoParameters(), form.value());
    }
  }

  private static <T extends Control> T child(Composite parent, Class<T> type, int index) {
    int seen = 0;
    for (Control child : parent.getChildren()) {
      if (type.isInstance(child) && seen++ == index) {
        return type.cast(child);
      }
    }
    throw new AssertionError("No " + type.getSimpleName() + " " + index);
  }

  @Test
  void fieldsStandSideBySideWhereThereIsRoom() {
    try (Screen screen = new Screen()) {
      ParameterForm<Settings> form = new ParameterForm<>(screen.shell, Settings.class);
      int narrow = form.computeSize(240, SWT.DEFAULT).y;
      int wide = form.computeSize(900, SWT.DEFAULT).y;
      assertTrue(wide < narrow, wide + " is not less than " + narrow);
      form.setSize(900, wide);
      form.layout();
      int left = child(form, Text.class, 0).getBounds().y;
      assertEquals(left, child(form, Combo.class, 0).getBounds().y, 12);
    }
  }
}
