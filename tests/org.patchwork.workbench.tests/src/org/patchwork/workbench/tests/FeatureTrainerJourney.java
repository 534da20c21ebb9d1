// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.patchwork.learn.Histogram;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.labeling.GridView;
import org.patchwork.ui.training.AugmentationPanel;
import org.patchwork.ui.training.FeatureTrainer;
import org.patchwork.ui.training.FeatureTrainerPanel;
import org.patchwork.ui.training.HistogramPanel;
import org.patchwork.ui.training.PretrainingCurvesPanel;
import org.patchwork.ui.training.PretrainingPicturesPanel;
import org.patchwork.ui.training.PretrainingRunsPanel;

/**
 * From features that came with the product to features that were learned on the pile itself: some
 * images are labelled and a model is trained; then an extractor is trained on all images, stopped
 * on the way and gone on with, its features are used, and a model trained on them judges otherwise.
 */
final class FeatureTrainerJourney {
  private static final String PERSPECTIVE = "org.patchwork.rcp.featureTrainer";
  private static final String EVERYDAY = "org.patchwork.rcp.labelAndTrain";
  private static final String VIEWS = "org.patchwork.ui.training.";
  private static final int PAGES = 3;
  private static final int EPOCHS = 3;

  private final Robot robot;
  private final WorkbenchPage workbench;
  private final Path folder;

  /**
   * A journey.
   *
   * @param folder empty; takes the project
   */
  FeatureTrainerJourney(Robot robot, Path folder) {
    this.robot = robot;
    this.workbench = new WorkbenchPage(robot);
    this.folder = folder;
  }

  void run() throws Exception {
    SampleTruth truth = workbench.openSample(folder.resolve("sample"));
    workbench.labelPages(PAGES, truth::of);
    trainModel("");
    int[] before = robot.on(this::counts);
    workbench.showPerspective(PERSPECTIVE);
    robot.takePicture("nothing-trained");
    chooseAugmentation();
    pretrain();
    useFeatures();
    findImages();
    workbench.showPerspective(EVERYDAY);
    trainModel(workbench.session().predictions().source());
    robot.waitUntil(
        "the histogram moves", WorkbenchPage.SOON, () -> !Arrays.equals(before, counts()));
    robot.takePicture("model-on-own-features");
  }

  /**
   * Trains, and waits for what the new model says.
   *
   * @param old the run whose predictions were shown before, or empty
   */
  private void trainModel(String old) {
    workbench.focusGrid();
    workbench.train();
    robot.waitUntil(
        "the predictions are new ones",
        WorkbenchPage.LONG,
        () -> !workbench.session().predictions().source().equals(old));
    robot.waitUntil("the histogram is filled", WorkbenchPage.SOON, workbench::histogramFilled);
  }

  private int[] counts() {
    Composite window = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    Histogram shown =
        robot.all(window, HistogramPanel.class, panel -> panel.isVisible()).get(0).histogram();
    return shown.training().unlabeled().counts();
  }

  private void chooseAugmentation() {
    ViewRobot.open(robot, VIEWS + "pretrainingAugmentation", AugmentationPanel.class);
    robot.takePicture("augmentation");
  }

  private void pretrain() {
    ViewRobot form = ViewRobot.open(robot, VIEWS + "featureTrainer", FeatureTrainerPanel.class);
    form.fill("Epochs", Integer.toString(EPOCHS));
    form.fill("Size", "28");
    form.fill("Channels", "1");
    form.press("Pre-train");
    ViewRobot curves =
        ViewRobot.open(robot, VIEWS + "pretrainingCurves", PretrainingCurvesPanel.class);
    curves.waitFor("Untrained: linear probe", WorkbenchPage.LONG);
    curves.waitFor("Epoch 1, loss", WorkbenchPage.LONG);
    form.press("Stop");
    form.waitFor("Stopped. Resume goes on from there.", WorkbenchPage.SOON);
    assertFalse(robot.on(() -> trainer().shown().record().finished()), "it was stopped on its way");
    robot.takePicture("stopped");
    form.press("Resume");
    form.waitFor("left", WorkbenchPage.LONG);
    robot.takePicture("going-on");
    form.waitFor("Finished. Epoch " + EPOCHS, WorkbenchPage.LONG);
    curves.waitFor("Epoch " + EPOCHS + ", loss", WorkbenchPage.SOON);
    assertEquals(
        EPOCHS + 1,
        robot.on(() -> ((PretrainingCurvesPanel) curves.panel()).probePoints()),
        "the untrained network and every epoch was judged");
    ViewRobot.open(robot, VIEWS + "pretrainingPictures", PretrainingPicturesPanel.class);
    robot.takePicture("finished");
  }

  private static FeatureTrainer trainer() {
    return PlatformUI.getWorkbench().getService(FeatureTrainer.class);
  }

  private void useFeatures() {
    ViewRobot runs = ViewRobot.open(robot, VIEWS + "pretrainingRuns", PretrainingRunsPanel.class);
    runs.press("Use these features");
    ViewRobot.open(robot, VIEWS + "featureTrainer", FeatureTrainerPanel.class)
        .waitFor("are in use now", WorkbenchPage.LONG);
    assertEquals("simclr-epoch" + EPOCHS, workbench.session().activeFeatures().id());
    robot.takePicture("features-in-use");
  }

  /** What is found in a perspective without a grid is seen all the same. */
  private void findImages() {
    assertFalse(robot.on(FeatureTrainerJourney::gridInSight), "the perspective has no grid");
    robot.run(
        () ->
            PlatformUI.getWorkbench()
                .getService(PageModel.class)
                .show(Page.of(new int[] {0, 1, 2}, "explorer", "Three images")));
    robot.waitUntil(
        "the grid comes into sight", WorkbenchPage.SOON, FeatureTrainerJourney::gridInSight);
    robot.takePicture("images-found");
  }

  private static boolean gridInSight() {
    IWorkbenchPage page = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    IViewPart grid = page.findView(GridView.ID);
    return grid != null && page.isPartVisible(grid);
  }
}
