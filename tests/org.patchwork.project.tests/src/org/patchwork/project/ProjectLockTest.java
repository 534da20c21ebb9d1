// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  @TempDir Path folder;

  @Test
  void anotherProcessKeepsUsOutUntilItIsKilled() throws Exception {
    Path project = folder.resolve("project");
    Projects.create(project, 100, "cat").close();
    Process child =
        ChildProcess.start(
            LabellingChild.class, folder.resolve("errors.txt"), project.toString(), "1");
    try (BufferedReader out = child.inputReader()) {
      assertTrue(out.readLine() != null, "the child labels");
      ProjectLockedException e =
          assertThrows(ProjectLockedException.class, () -> Projects.open(project));
      assertTrue(e.getMessage().contains("process " + child.pid()), e.getMessage());
      try (ProjectSession reader = Projects.open(project, Access.READ_ONLY)) {
        assertTrue(reader.labels().rows() >= 100);
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(1, session.openingReport().size());
      assertTrue(session.openingReport().get(0).contains("process " + child.pid()));
    }
  }
}
