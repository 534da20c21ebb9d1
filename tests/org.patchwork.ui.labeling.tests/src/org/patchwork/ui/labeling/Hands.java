// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.HeadlessException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;

/**
 * Real keys and a real mouse: the events come from the server of the screen and go where pointer
 * and focus are, through everything that stands between a device and a widget. Key codes are those
 * of {@link java.awt.event.KeyEvent}.
 */
final class Hands {
  private final Workbench workbench;
  private final Robot robot;

  /** Hands over a shell that is open; the test is skipped where the screen takes no such events. */
  Hands(Workbench workbench) {
    this.workbench = workbench;
    this.robot = robot();
  }

  private static Robot robot() {
    try {
      return new Robot();
    } catch (AWTException | HeadlessException | AWTError e) {
      return abort("This screen takes no keys and clicks from a program: " + e);
    }
  }

  /** Moves the pointer to a point of a control. */
  void moveTo(Control control, int x, int y) {
    Point point = control.toDisplay(x, y);
    robot.mouseMove(point.x, point.y);
    workbench.idle();
  }

  void press() {
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    workbench.idle();
  }

  void release() {
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    workbench.idle();
  }

  /** Clicks a point of a control. */
  void click(Control control, int x, int y) {
    moveTo(control, x, y);
    press();
    release();
  }

  /** Turns the wheel by so many notches, away from the user if negative. */
  void wheel(int notches) {
    robot.mouseWheel(notches);
    workbench.idle();
  }

  /** Presses and releases a key. */
  void type(int keyCode) {
    hold(keyCode);
    letGo(keyCode);
  }

  void hold(int keyCode) {
    robot.keyPress(keyCode);
    workbench.idle();
  }

  void letGo(int keyCode) {
    robot.keyRelease(keyCode);
    workbench.idle();
  }
}
