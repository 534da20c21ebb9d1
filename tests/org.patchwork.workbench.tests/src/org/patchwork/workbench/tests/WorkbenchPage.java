// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.labeling.GridView;
import org.patchwork.ui.training.HistogramPanel;

/** The main window as a user knows it: what it shows, and what can be done with keys and menus. */
final class WorkbenchPage {
  static final Duration SOON = Duration.ofMinutes(2);
  static final Duration LONG = Duration.ofMinutes(3);
  private static final String COMMANDS = "org.patchwork.commands.";

  private final Robot robot;

  WorkbenchPage(Robot robot) {
    this.robot = robot;
  }

  /** The session of the open project, or null. */
  ProjectSession session() {
    return robot.on(() -> open().session());
  }

  private static OpenProject open() {
    return PlatformUI.getWorkbench().getService(OpenProject.class);
  }

  private static PageModel page() {
    return PlatformUI.getWorkbench().getService(PageModel.class);
  }

  /** Rows on the page on display. */
  int[] rows() {
    return robot.on(() -> page().page().rows());
  }

  int pageNumber() {
    return robot.on(() -> page().pageNumber());
  }

  /** Id of what chose the page on display. */
  String pageSource() {
    return robot.on(() -> page().page().source());
  }

  /** True while a whole list is shown and no drawn page. */
  boolean browsing() {
    return robot.on(() -> page().browsing());
  }

  /** What the page says about itself. */
  String pageDescription() {
    return robot.on(() -> page().page().description());
  }

  /** Runs a command as its menu item does, without waiting for a dialog it may open. */
  void command(String name, Map<String, String> parameters) {
    robot.begin(
        () -> {
          Command command =
              PlatformUI.getWorkbench()
                  .getService(ICommandService.class)
                  .getCommand(COMMANDS + name);
          try {
            PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
          } catch (CommandException e) {
            throw new AssertionError("The command " + name + " cannot be run", e);
          }
        });
  }

  /** Puts the focus into the grid, as a click on it does. */
  void focusGrid() {
    robot.run(
        () -> {
          IWorkbenchPage active =
              PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
          active.getWorkbenchWindow().getShell().forceActive();
          active.activate(active.findView(GridView.ID));
          gridView().panel().grid().canvas().setFocus();
        });
    robot.waitUntil("the grid has the focus", SOON, () -> within(gridView().panel(), focus()));
  }

  private static Control focus() {
    return PlatformUI.getWorkbench().getDisplay().getFocusControl();
  }

  private static boolean within(Composite parent, Control control) {
    for (Control c = control; c != null; c = c.getParent()) {
      if (c == parent) {
        return true;
      }
    }
    return false;
  }

  private static GridView gridView() {
    return (GridView) view(GridView.ID);
  }

  private static IViewPart view(String id) {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage().findView(id);
  }

  /**
   * Opens the sample in a new folder, and waits for its features and the first page.
   *
   * @return the true classes of its images
   */
  SampleTruth openSample(Path project) throws ProjectFormatException {
    command("openSample", Map.of("org.patchwork.commands.openSample.folder", project.toString()));
    waitForProject();
    waitForFeatures();
    waitForPage("cold start");
    return SampleTruth.of(project);
  }

  /** Shows a perspective, by its id. */
  void showPerspective(String id) {
    robot.run(
        () -> {
          try {
            PlatformUI.getWorkbench()
                .showPerspective(id, PlatformUI.getWorkbench().getWorkbenchWindows()[0]);
          } catch (WorkbenchException e) {
            throw new AssertionError("The perspective cannot be shown", e);
          }
        });
  }

  /** Labels the page on display and those after it, as {@link #labelPage} does. */
  void labelPages(int pages, ToIntFunction<Integer> classOfRow) {
    focusGrid();
    for (int page = 1; page <= pages; page++) {
      labelPage(classOfRow);
      if (page < pages) {
        nextPage();
      }
    }
  }

  /**
   * Labels every image of the page by the hot key of its class.
   *
   * @param classOfRow index of the true class of a row
   */
  void labelPage(ToIntFunction<Integer> classOfRow) {
    for (int left = rows().length; left > 0; left--) {
      int row = robot.on(() -> page().cursorRow());
      LabelClass wanted = session().classes().get(classOfRow.applyAsInt(row));
      robot.type(wanted.getHotKey().charAt(0));
      robot.waitUntil(
          "row " + row + " is labelled " + wanted.getName(),
          SOON,
          () ->
              label(row, wanted.getId()) == LabelTable.PRESENT
                  && (page().cursorRow() != row || lastOnPage(row)));
    }
  }

  private static boolean lastOnPage(int row) {
    return page().page().positionOf(row) == page().page().size() - 1;
  }

  /** Label of a row on disk and in memory. */
  byte label(int row, String classId) {
    LabelTable labels = open().session().labels();
    return labels.label(row, labels.classIndex(classId));
  }

  /** Number of images with at least one label. */
  int labelled() {
    LabelTable labels = session().labels();
    int count = 0;
    for (int row = 0; row < labels.rows(); row++) {
      count += labels.status(row) == LabelTable.Status.UNLABELED ? 0 : 1;
    }
    return count;
  }

  /** Presses N and waits for the page that comes. */
  void nextPage() {
    int before = pageNumber();
    robot.type('n');
    robot.waitUntil(
        "the next page is there",
        SOON,
        () -> page().pageNumber() > before && page().page().size() > 0);
  }

  /** Presses F9 and waits for the predictions of the new model. */
  void train() {
    robot.press(SWT.NONE, SWT.F9, '\0');
    robot.waitUntil(
        "a model has predicted the images", LONG, () -> open().session().predictions() != null);
  }

  /** True if the histogram counts images. */
  boolean histogramFilled() {
    return robot.on(
        () -> {
          Composite window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
          return robot.all(window, HistogramPanel.class, panel -> panel.histogram() != null).size()
              == 1;
        });
  }

  /** Text of the status line. */
  String statusLine() {
    return robot.on(
        () -> {
          Composite window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
          return robot
              .all(window, Label.class, label -> label.getText().contains("labelled  ·"))
              .stream()
              .map(Label::getText)
              .findFirst()
              .orElse("");
        });
  }

  /** File &gt; Close Project. */
  void closeProject() {
    command("closeProject", Map.of());
    robot.waitUntil("no project is open", SOON, () -> open().session() == null);
    robot.waitUntil("the start page is there", SOON, () -> view("org.patchwork.rcp.start") != null);
  }

  /** Opens a project by its folder. */
  void openProject(Path folder) {
    command("openProject", Map.of(COMMANDS + "openProject.folder", folder.toString()));
    waitForProject();
  }

  /** Waits until a project is open and the grid is there. */
  void waitForProject() {
    robot.waitUntil(
        "a project is open", LONG, () -> open().session() != null && view(GridView.ID) != null);
  }

  /** Waits until features are in use. */
  void waitForFeatures() {
    robot.waitUntil(
        "the features are there", LONG, () -> open().session().activeFeatures() != null);
  }

  /** Waits until a page chosen by this sampler, or at least by any, is on display. */
  void waitForPage(String descriptionPart) {
    robot.waitUntil(
        "a page \"" + descriptionPart + "\"",
        SOON,
        () ->
            page().page().size() > 0
                && page().page().description().toLowerCase().contains(descriptionPart));
  }
}
