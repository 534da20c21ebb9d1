// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.patchwork.project.labeling.Answers;
import org.patchwork.ui.labeling.HistoryPanel;
import org.patchwork.ui.labeling.QuestionPanel;
import org.patchwork.ui.labeling.QuickTagPanel;

/**
 * Through the other ways to label, by their keys, over a project with a model: what each writes is
 * one undo step, and all of it is taken back.
 */
final class ModesJourney {
  private static final String HISTORY = "org.patchwork.ui.labeling.history";

  private final Robot robot;
  private final WorkbenchPage workbench;

  ModesJourney(Robot robot, WorkbenchPage workbench) {
    this.robot = robot;
    this.workbench = workbench;
  }

  void run() {
    int labelled = workbench.labelled();
    showKeys();
    quickTag(labelled);
    question(labelled);
    history();
    browse();
    assertEquals(labelled, workbench.labelled());
  }

  /** The keys are laid over the grid and go away with the next one. */
  void showKeys() {
    workbench.focusGrid();
    int shells = robot.on(ModesJourney::shells);
    robot.press(SWT.SHIFT, '?', '?');
    robot.waitUntil("the keys are shown", WorkbenchPage.SOON, () -> shells() > shells);
    robot.takePicture("keys");
    robot.press(SWT.NONE, SWT.ESC, SWT.ESC);
    robot.waitUntil("they are gone", WorkbenchPage.SOON, () -> shells() == shells);
  }

  private static int shells() {
    return (int)
        java.util.Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
            .filter(shell -> shell.isVisible())
            .count();
  }

  private void quickTag(int labelled) {
    robot.press(SWT.NONE, SWT.F7, '\0');
    robot.waitUntil("Quick Tag is open", WorkbenchPage.SOON, () -> !quickTags().isEmpty());
    robot.type('s');
    robot.waitUntil("tiles are shown", WorkbenchPage.SOON, () -> shown(quickTags()));
    robot.type('2');
    robot.takePicture("quick-tag");
    int tiles = robot.on(() -> quickTags().get(0).answers().size());
    robot.type('s');
    robot.waitUntil(
        "the answers are written",
        WorkbenchPage.SOON,
        () -> workbench.labelled() == labelled + tiles);
    takeBack(labelled);
  }

  private void question(int labelled) {
    robot.press(SWT.NONE, SWT.F8, '\0');
    robot.waitUntil("Question is open", WorkbenchPage.SOON, () -> !questions().isEmpty());
    robot.type('s');
    robot.waitUntil("a question is asked", WorkbenchPage.SOON, () -> asked());
    robot.takePicture("question");
    robot.type('s');
    robot.waitUntil(
        "the answer is written", WorkbenchPage.SOON, () -> workbench.labelled() > labelled);
    takeBack(labelled);
  }

  /** One step for all that a mode wrote at once. */
  private void takeBack(int labelled) {
    robot.control('z');
    robot.waitUntil(
        "one undo takes it back", WorkbenchPage.SOON, () -> workbench.labelled() == labelled);
  }

  private void history() {
    robot.run(
        () -> {
          try {
            PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().showView(HISTORY);
          } catch (PartInitException e) {
            throw new AssertionError(e);
          }
        });
    robot.waitUntil("the events are listed", WorkbenchPage.SOON, () -> listed());
    robot.takePicture("history");
  }

  private void browse() {
    robot.press(SWT.NONE, SWT.F6, '\0');
    workbench.focusGrid();
    robot.control('b');
    robot.waitUntil("all images are listed", WorkbenchPage.SOON, workbench::browsing);
    robot.takePicture("browse");
    robot.control('b');
    robot.waitUntil("the page is back", WorkbenchPage.SOON, () -> !workbench.browsing());
  }

  private boolean listed() {
    return robot.all(window(), HistoryPanel.class, panel -> panel.table().getItemCount() > 5).size()
        == 1;
  }

  private List<QuickTagPanel> quickTags() {
    return robot.all(window(), QuickTagPanel.class, panel -> true);
  }

  private List<QuestionPanel> questions() {
    return robot.all(window(), QuestionPanel.class, panel -> true);
  }

  private static boolean shown(List<QuickTagPanel> panels) {
    Answers answers = panels.get(0).answers();
    return answers != null && answers.size() > 0;
  }

  private boolean asked() {
    Answers answers = questions().get(0).answers();
    return answers != null && answers.size() > 0;
  }

  private static Composite window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
  }
}
