// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** The New Project wizard, by the words on its widgets. */
final class NewProjectDialog {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String TITLE = "New project";

  private final Robot robot;

  NewProjectDialog(Robot robot) {
    this.robot = robot;
    robot.waitUntil("the wizard is open", SOON, () -> robot.shell(TITLE) != null);
  }

  private Shell shell() {
    return robot.shell(TITLE);
  }

  /** Names the folder of images and waits until they are counted. */
  void chooseFolder(Path folder, int images) {
    fill("Where:", folder.toString());
    String found = String.format("%,d images found", images);
    robot.waitUntil(found, SOON, () -> says(found));
  }

  private boolean says(String text) {
    return !robot
        .all(shell(), Label.class, label -> label.isVisible() && label.getText().contains(text))
        .isEmpty();
  }

  /** Writes into the field behind this label. */
  void fill(String label, String text) {
    robot.run(() -> ((Text) behind(label)).setText(text));
  }

  private Control behind(String label) {
    List<Label> labels =
        robot.all(shell(), Label.class, l -> l.isVisible() && plain(l.getText()).equals(label));
    if (labels.isEmpty()) {
      throw new AssertionError("There is no field \"" + label + "\" on this page.");
    }
    Composite parent = labels.get(0).getParent();
    Control[] siblings = parent.getChildren();
    for (int i = 0; i < siblings.length - 1; i++) {
      if (siblings[i] == labels.get(0)) {
        return firstField(siblings[i + 1]);
      }
    }
    throw new AssertionError("There is nothing behind \"" + label + "\".");
  }

  private Control firstField(Control control) {
    if (control instanceof Text || !(control instanceof Composite composite)) {
      return control;
    }
    List<Text> texts = robot.all(composite, Text.class, text -> true);
    return texts.isEmpty() ? control : texts.get(0);
  }

  /** Sets a check box or radio button. */
  void choose(String text, boolean selected) {
    robot.run(
        () -> {
          Button button = button(text);
          button.setSelection(selected);
          robot.click(button);
        });
  }

  /** Chooses the entry of the drop-down list that contains this text. */
  void select(String text) {
    robot.run(
        () -> {
          Combo combo = robot.all(shell(), Combo.class, Control::isVisible).get(0);
          for (int i = 0; i < combo.getItemCount(); i++) {
            if (combo.getItem(i).contains(text)) {
              combo.select(i);
              combo.notifyListeners(SWT.Selection, new Event());
              return;
            }
          }
          throw new AssertionError(
              "No choice contains \"" + text + "\": " + List.of(combo.getItems()));
        });
  }

  /** True if this button can be pressed. */
  boolean enabled(String text) {
    return robot.on(() -> button(text).isEnabled());
  }

  void next() {
    robot.waitUntil("Next can be pressed", SOON, () -> button("Next >").isEnabled());
    robot.run(() -> robot.click(button("Next >")));
  }

  void finish() {
    robot.waitUntil("Finish can be pressed", SOON, () -> button("Finish").isEnabled());
    robot.begin(() -> robot.click(button("Finish")));
    robot.waitUntil("the wizard is closed", SOON, () -> shell() == null);
  }

  private Button button(String text) {
    List<Button> buttons =
        robot.all(shell(), Button.class, b -> b.isVisible() && plain(b.getText()).startsWith(text));
    if (buttons.isEmpty()) {
      throw new AssertionError("There is no button \"" + text + "\".");
    }
    return buttons.get(0);
  }

  private static String plain(String text) {
    return text.replace("&", "");
  }
}
