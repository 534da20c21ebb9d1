// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Opens projects on a disk that has been write-protected; prints what happened. */
final class WriteProtectedChild {
  private WriteProtectedChild() {}

  /** Argument: the folder of a disk that this process may mount again. */
  public static void main(String[] args) throws Exception {
    Path disk = Path.of(args[0]);
    Path closed = disk.resolve("closed");
    Path crashed = Files.createDirectory(disk.resolve("crashed"));
    try (ProjectSession session = Projects.create(closed, 100, "cat")) {
      String id = session.labels().classIds().get(0);
      session.apply(Projects.label(1, id, 1), Projects.ANNA);
      for (String name : new String[] {"project.patchwork", "labels.db", "labels.db-wal"}) {
        Files.copy(closed.resolve(name), crashed.resolve(name));
      }
    }
    protect(disk);
    for (Path project : new Path[] {closed, crashed}) {
      try {
        Projects.open(project).close();
      } catch (ProjectFormatException e) {
        System.out.println(project.getFileName() + " write: " + e.getMessage());
      }
      try (ProjectSession session = Projects.open(project, Access.READ_ONLY)) {
        int present = session.labels().count(0, LabelTable.PRESENT, false);
        System.out.println(project.getFileName() + " read: " + present);
      }
    }
    try {
      Projects.create(disk.resolve("new"), 0).close();
    } catch (ProjectFormatException e) {
      System.out.println("create: " + e.getMessage());
    }
  }

  private static void protect(Path disk) throws IOException, InterruptedException {
    Process mount = new ProcessBuilder("mount", "-o", "remount,ro", disk.toString()).start();
    if (mount.waitFor() != 0) {
      throw new IOException("The disk cannot be write-protected");
    }
  }
}
