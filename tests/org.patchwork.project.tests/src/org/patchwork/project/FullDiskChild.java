// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;

/** Works on a disk that fills up and is emptied again; prints what happened. */
final class FullDiskChild {
  private static final int ROWS = 2000;

  private final Path disk;
  private final Path filler;
  private final Path project;

  private FullDiskChild(Path disk) {
    this.disk = disk;
    this.filler = disk.resolve("filler");
    this.project = disk.resolve("project");
  }

  /** Argument: the folder of a small disk. */
  public static void main(String[] args) throws Exception {
    FullDiskChild child = new FullDiskChild(Path.of(args[0]));
    child.createOnFullDisk();
    child.work();
    child.openOnFullDisk();
  }

  private static void print(String name, Object value) {
    System.out.println(name + ": " + String.valueOf(value).replace('\n', ' '));
  }

  private interface Attempt {
    void run() throws ProjectFormatException;
  }

  private static void printRefusal(String name, Attempt attempt) {
    try {
      attempt.run();
      print(name, "done");
    } catch (ProjectFormatException e) {
      print(name, e.getMessage());
    } catch (CompletionException e) {
      print(name, e.getCause().getMessage());
    }
  }

  private void fill() throws IOException {
    byte[] block = new byte[1024];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      print("free", Files.getFileStore(disk).getUsableSpace());
    }
  }

  private void createOnFullDisk() throws IOException, ProjectFormatException {
    fill();
    printRefusal("create", () -> Projects.create(project, 0).close());
    Files.delete(filler);
    Projects.create(project, ROWS, "cat").close();
  }

  private void work() throws IOException, ProjectFormatException {
    ProjectSession session = Projects.open(project);
    ProjectExport.labelsCsv(session, disk.resolve("labels.csv"), null);
    long exported = Files.size(disk.resolve("labels.csv"));
    fill();
    int row = labelUntilRefused(session);
    print("shown", session.labels().label(row, 0));
    printRefusal("class", () -> session.apply(new Edit.AddClass("dog"), Projects.ANNA));
    printRefusal("undo", () -> session.undo().join());
    printRefusal(
        "export", () -> ProjectExport.labelsCsv(session, disk.resolve("labels.csv"), null));
    print("old export", Files.size(disk.resolve("labels.csv")) == exported);
    printRefusal("close", session::close);
    print("kept", session.failedEdits());
    Files.delete(filler);
    print("retried", session.retryFailed().join());
    print("recovered", labels(session) + " of " + (row + 1));
    session.close();
    try (ProjectSession again = Projects.open(project)) {
      print("reopened", labels(again) + " of " + (row + 1));
      print("classes", again.classes().size());
    }
  }

  /** The row whose label could not be saved. */
  private static int labelUntilRefused(ProjectSession session) {
    for (int row = 0; row < ROWS; row++) {
      try {
        session.apply(Projects.label(row, session.labels().classIds().get(0), 1), Projects.ANNA);
      } catch (ProjectFormatException e) {
        print("label", e.getMessage());
        return row;
      }
    }
    throw new IllegalStateException("The disk is not full");
  }

  private static int labels(ProjectSession session) {
    return session.labels().count(0, LabelTable.PRESENT, false);
  }

  private void openOnFullDisk() throws IOException, ProjectFormatException {
    fill();
    printRefusal("open", () -> Projects.open(project).close());
    try (ProjectSession session = Projects.open(project, Access.READ_ONLY)) {
      print("read", labels(session));
    }
  }
}
