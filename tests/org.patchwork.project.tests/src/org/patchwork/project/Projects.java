// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.check.Finding;
import org.patchwork.project.check.ProjectCheck;

/** Small projects for tests, each with a history of its own. */
final class Projects {
  static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");

  private Projects() {}

  static ProjectSession open(Path folder) throws ProjectFormatException {
    return open(folder, Access.READ_WRITE);
  }

  static ProjectSession open(Path folder, Access access) throws ProjectFormatException {
    return ProjectSession.open(
        folder,
        access,
        new DefaultOperationHistory(),
        java.time.InstantSource.system(),
        new NullProgressMonitor());
  }

  /** A project with images 0.png … and the given classes. */
  static ProjectSession create(Path folder, int images, String... classes)
      throws ProjectFormatException {
    ProjectSession.create(folder, new NewProject("test"), new NullProgressMonitor()).close();
    ProjectSession session = open(folder);
    List<ImageEntry> entries =
        IntStream.range(0, images).mapToObj(i -> new ImageEntry(i + ".png")).toList();
    session.apply(new Edit.AddImages(entries), ANNA);
    for (String name : classes) {
      session.apply(new Edit.AddClass(name), ANNA);
    }
    return session;
  }

  /** Does a step; returns the session that is open afterwards. */
  static ProjectSession apply(ProjectSession session, Step step) throws ProjectFormatException {
    switch (step) {
      case Step.Undo s -> session.undo().join();
      case Step.Redo s -> session.redo().join();
      case Step.Reopen s -> {
        session.close();
        return open(session.folder());
      }
      case Step.Editing s -> {
        Edit edit = s.edit(Step.Shape.of(session));
        if (edit != null) {
          apply(session, edit);
        }
      }
    }
    return session;
  }

  private static void apply(ProjectSession session, Edit edit) throws ProjectFormatException {
    try {
      session.apply(edit, ANNA);
    } catch (ProjectFormatException e) {
      if (!(edit instanceof Edit.SplitClass) || !e.getMessage().startsWith("In none of")) {
        throw e;
      }
    }
  }

  /** What a check finds that is damage. */
  static List<Finding> damage(Path folder) throws ProjectFormatException {
    return new ProjectCheck(folder)
        .run(false, null).stream()
            .filter(finding -> finding.kind() == Finding.Kind.DAMAGE)
            .toList();
  }

  static Edit label(int row, String classId, int value) {
    return new Edit.SetLabels(new int[] {row}, java.util.Map.of(classId, (byte) value));
  }
}
