// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.patchwork.core.LabelTable;
import org.patchwork.ui.training.AugmentationPanel;
import org.patchwork.ui.training.EvaluationPanel;
import org.patchwork.ui.training.MapPanel;
import org.patchwork.ui.training.ProbePanel;
import org.patchwork.ui.training.PropagationPanel;
import org.patchwork.ui.training.RunsPanel;
import org.patchwork.ui.training.SearchPanel;

/**
 * Through the perspective in which models are judged: some labels are held out, a model is trained,
 * an error is looked at in the grid, and every view that computes something does so once.
 */
final class EvaluationJourney {
  private static final String PERSPECTIVE = "org.patchwork.rcp.trainAndEvaluate";
  private static final String VIEWS = "org.patchwork.ui.training.";
  private static final int PAGES = 3;
  private static final int STEP = 12;
  private static final Pattern SOME_IMAGES = Pattern.compile("([1-9][\\d,]*) of [\\d,]+ images .*");

  private final Robot robot;
  private final WorkbenchPage workbench;
  private final Path folder;

  /**
   * A journey.
   *
   * @param folder empty; takes the project
   */
  EvaluationJourney(Robot robot, Path folder) {
    this.robot = robot;
    this.workbench = new WorkbenchPage(robot);
    this.folder = folder;
  }

  void run() throws Exception {
    SampleTruth truth = workbench.openSample(folder.resolve("sample"));
    workbench.labelPages(PAGES, truth::of);
    workbench.showPerspective(PERSPECTIVE);
    EvaluationView evaluation = new EvaluationView();
    evaluation.holdOut();
    workbench.focusGrid();
    workbench.train();
    evaluation.waitForFigures();
    robot.takePicture("evaluation");
    evaluation.lookAtConfusion();
    propagate();
    map();
    probe();
    search();
    runs();
    ViewRobot.open(robot, VIEWS + "augmentation", AugmentationPanel.class);
    robot.takePicture("augmentation");
    labelAgain();
  }

  /** What stands in the view Evaluation, with its tabs. */
  private final class EvaluationView {
    private final ViewRobot view =
        ViewRobot.open(robot, VIEWS + "evaluation", EvaluationPanel.class);

    void holdOut() {
      view.tab("Held out");
      view.press("Hold out");
      robot.waitUntil("some images are held out", WorkbenchPage.LONG, () -> heldOut() > 0);
    }

    private int heldOut() {
      LabelTable labels = workbench.session().labels();
      int count = 0;
      for (int row = 0; row < labels.rows(); row++) {
        count += labels.validation(row) ? 1 : 0;
      }
      return count;
    }

    void waitForFigures() {
      view.tab("Classes");
      robot.waitUntil(
          "the model is judged",
          WorkbenchPage.SOON,
          () -> ((EvaluationPanel) view.panel()).summaryText().startsWith("Accuracy "));
    }

    /** Points at the cells until one has images, and clicks it. */
    void lookAtConfusion() {
      view.tab("Confusion");
      robot.takePicture("confusion");
      int images = robot.on(this::clickOneCell);
      robot.waitUntil(
          "its images are in the grid",
          WorkbenchPage.SOON,
          () -> workbench.pageSource().equals(EvaluationPanel.SOURCE));
      assertTrue(
          workbench.pageDescription().contains("taken for"), () -> workbench.pageDescription());
      assertEquals(images, workbench.rows().length);
      robot.takePicture("images-of-a-cell");
    }

    private int clickOneCell() {
      Canvas canvas = robot.all(view.panel(), Canvas.class, this::isMatrix).get(0);
      Rectangle area = canvas.getClientArea();
      for (Point place : places(area)) {
        mouse(canvas, SWT.MouseMove, place);
        String text = canvas.getToolTipText();
        Matcher some = SOME_IMAGES.matcher(text == null ? "" : text);
        if (some.matches()) {
          mouse(canvas, SWT.MouseUp, place);
          return Integer.parseInt(some.group(1).replace(",", ""));
        }
      }
      throw new AssertionError("No cell of the confusion matrix has images.");
    }

    private boolean isMatrix(Canvas canvas) {
      return canvas.isVisible() && canvas.getClass().getSimpleName().equals("ConfusionCanvas");
    }
  }

  private static List<Point> places(Rectangle area) {
    List<Point> places = new ArrayList<>();
    for (int y = 0; y < area.height; y += STEP) {
      for (int x = 0; x < area.width; x += STEP) {
        places.add(new Point(x, y));
      }
    }
    return places;
  }

  private static void mouse(Canvas canvas, int type, Point place) {
    Event event = new Event();
    event.x = place.x;
    event.y = place.y;
    event.button = type == SWT.MouseUp ? 1 : 0;
    canvas.notifyListeners(type, event);
  }

  private void propagate() {
    ViewRobot view = ViewRobot.open(robot, VIEWS + "propagation", PropagationPanel.class);
    view.press("Propagate");
    view.waitFor(" reached ", WorkbenchPage.LONG);
    robot.waitUntil(
        "it is a run", WorkbenchPage.SOON, () -> workbench.session().runs().size() == 2);
    robot.takePicture("propagation");
  }

  private void map() {
    ViewRobot view = ViewRobot.open(robot, VIEWS + "map", MapPanel.class);
    view.press("Update map");
    view.waitFor("Larger is more surprising", WorkbenchPage.LONG);
    robot.takePicture("map");
  }

  private void probe() {
    ViewRobot view = ViewRobot.open(robot, VIEWS + "probe", ProbePanel.class);
    view.fill("Experiments", "20");
    view.press("Probe");
    view.waitFor(": error 0.", WorkbenchPage.LONG);
    robot.takePicture("probe");
  }

  private void search() {
    ViewRobot view = ViewRobot.open(robot, VIEWS + "search", SearchPanel.class);
    view.fill("Trials", "3");
    view.fill("Folds", "2");
    view.press("Search");
    view.waitFor("Best of 3", WorkbenchPage.LONG);
    view.press("Cross-validate");
    view.waitFor("Present settings on", WorkbenchPage.LONG);
    robot.takePicture("search");
  }

  private void runs() {
    ViewRobot view = ViewRobot.open(robot, VIEWS + "runs", RunsPanel.class);
    robot.waitUntil(
        "both runs are listed",
        WorkbenchPage.SOON,
        () ->
            robot.all(view.panel(), Table.class, table -> table.isVisible()).get(0).getItemCount()
                == 2);
    robot.takePicture("runs");
  }

  /** The keys work as before when one comes back to the other perspective. */
  private void labelAgain() {
    workbench.openProject(workbench.session().folder());
    new ModesJourney(robot, workbench).showKeys();
  }
}
