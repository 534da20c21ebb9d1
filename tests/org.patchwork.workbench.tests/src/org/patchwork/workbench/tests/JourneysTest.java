// SPDX-License-Identifier: MIT
package org.patchwork.workbench.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.workbench.tests.Robot.Theme;

/**
 * The loop from the first window to a model that is found again, in the running workbench, in the
 * light theme first and then in the dark one.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class JourneysTest {
  @TempDir private Path folder;
  private Robot robot;

  @AfterEach
  void closeProject() {
    if (robot != null) {
      WorkbenchPage workbench = new WorkbenchPage(robot);
      if (workbench.session() != null) {
        workbench.closeProject();
      }
    }
  }

  @Test
  @Order(1)
  void sampleInLight() throws Exception {
    sample(Theme.LIGHT);
  }

  @Test
  @Order(2)
  void photographsInLight() throws Exception {
    photographs(Theme.LIGHT);
  }

  @Test
  @Order(3)
  void evaluationInLight() throws Exception {
    evaluation(Theme.LIGHT);
  }

  @Test
  @Order(4)
  void featureTrainerInLight() throws Exception {
    featureTrainer(Theme.LIGHT);
  }

  @Test
  @Order(5)
  void sampleInDark() throws Exception {
    sample(Theme.DARK);
  }

  @Test
  @Order(6)
  void photographsInDark() throws Exception {
    photographs(Theme.DARK);
  }

  @Test
  @Order(7)
  void evaluationInDark() throws Exception {
    evaluation(Theme.DARK);
  }

  @Test
  @Order(8)
  void featureTrainerInDark() throws Exception {
    featureTrainer(Theme.DARK);
  }

  private void sample(Theme theme) throws Exception {
    robot = new Robot("sample", theme);
    new SampleJourney(robot, folder).run();
  }

  private void evaluation(Theme theme) throws Exception {
    robot = new Robot("evaluation", theme);
    new EvaluationJourney(robot, folder).run();
  }

  private void featureTrainer(Theme theme) throws Exception {
    robot = new Robot("feature-trainer", theme);
    new FeatureTrainerJourney(robot, folder).run();
  }

  private void photographs(Theme theme) throws Exception {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(data != null, "PATCHWORK_DATA is not set, so there are no photographs to label.");
    robot = new Robot("photographs", theme);
    new PhotographJourney(robot, Path.of(data), folder).run();
  }
}
