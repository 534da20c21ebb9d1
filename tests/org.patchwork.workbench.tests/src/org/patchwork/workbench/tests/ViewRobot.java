// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import java.time.Duration;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** One view, brought to the front, and handled by the words on its widgets. */
final class ViewRobot {
  private final Robot robot;
  private final Class<? extends Composite> panel;

  private ViewRobot(Robot robot, Class<? extends Composite> panel) {
    this.robot = robot;
    this.panel = panel;
  }

  /**
   * Opens a view as the menu Window does, and waits until its panel is seen.
   *
   * @param id of the view
   * @param panel what it shows
   */
  static ViewRobot open(Robot robot, String id, Class<? extends Composite> panel) {
    robot.run(
        () -> {
          try {
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(id);
          } catch (PartInitException e) {
            throw new AssertionError("The view " + id + " cannot be opened", e);
          }
        });
    ViewRobot view = new ViewRobot(robot, panel);
    robot.waitUntil(id + " is seen", WorkbenchPage.SOON, () -> !view.panels().isEmpty());
    return view;
  }

  private List<? extends Composite> panels() {
    Composite window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    return robot.all(window, panel, Control::isVisible);
  }

  /** The panel. To be called on the display thread. */
  Composite panel() {
    return panels().get(0);
  }

  /** Presses a button once it can be pressed. */
  void press(String text) {
    robot.waitUntil(
        "\"" + text + "\" can be pressed",
        WorkbenchPage.SOON,
        () -> buttons(text).stream().anyMatch(Control::isEnabled));
    robot.begin(() -> robot.click(buttons(text).get(0)));
  }

  private List<Button> buttons(String text) {
    return robot.all(
        panel(),
        Button.class,
        button -> button.isVisible() && plain(button.getText()).equals(text));
  }

  /** Writes into the field behind a label. */
  void fill(String label, String text) {
    robot.run(
        () -> {
          List<Label> labels =
              robot.all(panel(), Label.class, each -> plain(each.getText()).equals(label));
          Control[] siblings = labels.get(0).getParent().getChildren();
          ((Text) siblings[List.of(siblings).indexOf(labels.get(0)) + 1]).setText(text);
        });
  }

  /** Brings a tab of the panel up. */
  void tab(String name) {
    robot.run(
        () -> {
          CTabFolder folder = robot.all(panel(), CTabFolder.class, Control::isVisible).get(0);
          for (CTabItem item : folder.getItems()) {
            if (item.getText().equals(name)) {
              folder.setSelection(item);
              folder.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
              return;
            }
          }
          throw new AssertionError("There is no tab \"" + name + "\".");
        });
  }

  /** Waits until the panel says something, in a label or a sentence with a link. */
  void waitFor(String text, Duration atMost) {
    robot.waitUntil("\"" + text + "\" is said", atMost, () -> says(text));
  }

  private boolean says(String text) {
    return !robot.all(panel(), Link.class, link -> link.getText().contains(text)).isEmpty()
        || !robot.all(panel(), Label.class, label -> label.getText().contains(text)).isEmpty();
  }

  private static String plain(String text) {
    return text.replace("&", "");
  }
}
