// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.patchwork.core.LabelTable;
import org.patchwork.model.LabelClass;

/**
 * The whole loop over photographs of refuse with a pre-trained extractor: wizard, features, three
 * pages by keyboard, training, the next page, undo, close and reopen.
 */
final class PhotographJourney {
  private static final int IMAGES_PER_CLASS = 60;
  private static final int PAGES = 3;

  private final Robot robot;
  private final WorkbenchPage workbench;
  private final Path data;
  private final Path folder;

  /**
   * A journey.
   *
   * @param data folder with the photographs and the extractor
   * @param folder empty; takes the project
   */
  PhotographJourney(Robot robot, Path data, Path folder) {
    this.robot = robot;
    this.workbench = new WorkbenchPage(robot);
    this.data = data;
    this.folder = folder;
  }

  void run() throws Exception {
    Path images = folder.resolve("refuse");
    int count = copySome(data.resolve("trashnet-150"), images);

    makeProject(images, count, data.resolve("models/mobilenet-v1-0.25-128"));
    assertEquals(count, workbench.session().labels().rows());
    assertEquals(0, workbench.labelled());
    workbench.waitForFeatures();
    assertEquals(List.of(256), workbench.session().activeFeatures().shape());
    workbench.waitForPage("cold start");
    robot.takePicture("features");

    workbench.focusGrid();
    for (int page = 1; page <= PAGES; page++) {
      workbench.labelPage(this::trueClass);
      robot.takePicture("page-" + page);
      if (page < PAGES) {
        workbench.nextPage();
      }
    }
    int labelled = workbench.labelled();
    assertEquals(PAGES * workbench.rows().length, labelled);

    workbench.train();
    robot.waitUntil("the histogram is filled", WorkbenchPage.SOON, workbench::histogramFilled);
    robot.takePicture("trained");

    workbench.nextPage();
    assertTrue(
        workbench.pageDescription().toLowerCase().contains("margin"), workbench.pageDescription());
    undoOneLabel(labelled);
    robot.takePicture("next-page-by-margin");

    Path project = workbench.session().folder();
    workbench.closeProject();
    workbench.openProject(project);
    assertEquals(labelled, workbench.labelled());
    assertEquals(1, workbench.session().runs().size());
    assertTrue(workbench.session().activeFeatures() != null, "the features are in use again");
    assertTrue(workbench.session().predictions() != null, "the predictions are there again");
    robot.takePicture("reopened");
  }

  private void makeProject(Path images, int count, Path extractor) {
    workbench.command("newProject", Map.of());
    NewProjectDialog wizard = new NewProjectDialog(robot);
    wizard.chooseFolder(images, count);
    assertTrue(wizard.enabled("Finish"), "one can finish from the first page on");
    robot.takePicture("wizard-images");
    wizard.next();
    wizard.choose("Take their labels", false);
    robot.takePicture("wizard-classes");
    wizard.next();
    wizard.select("SavedModel");
    wizard.fill("Folder", extractor.toString());
    robot.takePicture("wizard-features");
    wizard.next();
    wizard.fill("Name:", "refuse-project");
    wizard.fill("Place:", folder.toString());
    robot.takePicture("wizard-place");
    wizard.finish();
    workbench.waitForProject();
  }

  private void undoOneLabel(int labelledBefore) {
    workbench.focusGrid();
    int row = workbench.rows()[0];
    LabelClass first = workbench.session().classes().get(0);
    robot.type(first.getHotKey().charAt(0));
    robot.waitUntil(
        "the label is there",
        WorkbenchPage.SOON,
        () -> workbench.label(row, first.getId()) == LabelTable.PRESENT);
    robot.control('z');
    robot.waitUntil(
        "the label is undone",
        WorkbenchPage.SOON,
        () -> workbench.label(row, first.getId()) == LabelTable.UNKNOWN);
    assertEquals(labelledBefore, workbench.labelled());
  }

  /** The name of the folder is the class. */
  private int trueClass(int row) {
    String path = workbench.session().labels().path(row);
    String name = path.substring(0, path.indexOf('/'));
    List<LabelClass> classes = workbench.session().classes();
    for (int c = 0; c < classes.size(); c++) {
      if (classes.get(c).getName().equals(name)) {
        return c;
      }
    }
    throw new AssertionError("No class is called " + name);
  }

  private static int copySome(Path from, Path to) throws IOException {
    int count = 0;
    try (Stream<Path> classes = Files.list(from)) {
      for (Path folder : classes.filter(Files::isDirectory).sorted().toList()) {
        Path target = Files.createDirectories(to.resolve(folder.getFileName()));
        try (Stream<Path> images = Files.list(folder)) {
          for (Path image : images.sorted().limit(IMAGES_PER_CLASS).toList()) {
            Files.copy(image, target.resolve(image.getFileName()));
            count++;
          }
        }
      }
    }
    return count;
  }
}
