// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

/**
 * From the start page to a trained model over the sample project, which needs nothing but the
 * product.
 */
final class SampleJourney {
  private final Robot robot;
  private final WorkbenchPage workbench;
  private final Path folder;

  /**
   * A journey.
   *
   * @param folder empty; takes the project
   */
  SampleJourney(Robot robot, Path folder) {
    this.robot = robot;
    this.workbench = new WorkbenchPage(robot);
    this.folder = folder;
  }

  void run() throws Exception {
    robot.takePicture("start");
    Path project = folder.resolve("sample");
    SampleTruth truth = workbench.openSample(project);
    robot.takePicture("cold-start");

    workbench.labelPages(2, truth::of);
    int labelled = workbench.labelled();
    assertEquals(workbench.rows().length * 2, labelled);
    robot.takePicture("labelled");

    workbench.train();
    robot.waitUntil("the histogram is filled", WorkbenchPage.SOON, workbench::histogramFilled);
    robot.waitUntil(
        "the status line tells of the model",
        WorkbenchPage.SOON,
        () -> workbench.statusLine().contains("model of"));
    robot.takePicture("trained");

    new ModesJourney(robot, workbench).run();

    workbench.closeProject();
    robot.takePicture("closed");
    workbench.openProject(project);
    assertEquals(labelled, workbench.labelled());
    assertEquals(1, workbench.session().runs().size());
    assertTrue(workbench.session().predictions() != null, "the predictions are there again");
    robot.takePicture("reopened");
  }
}
