// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;

final class ClosedProjectTest {
  private static final int MOST_COLLECTIONS = 100;

  @TempDir private Path folder;

  @Test
  void theHistoryOfTheWorkbenchDoesNotKeepTheLabels() throws Exception {
    IOperationHistory history = new DefaultOperationHistory();
    WeakReference<LabelTable> labels = openAndClose(history);
    for (int i = 0; i < MOST_COLLECTIONS && labels.get() != null; i++) {
      System.gc();
    }
    assertNull(labels.get(), "the labels are still in memory");
    assertNull(history.getUndoOperation(IOperationHistory.GLOBAL_UNDO_CONTEXT));
  }

  private WeakReference<LabelTable> openAndClose(IOperationHistory history) throws Exception {
    Projects.create(folder.resolve("p"), 3, "cat").close();
    try (ProjectSession session =
        ProjectSession.open(
            folder.resolve("p"),
            Access.READ_WRITE,
            history,
            InstantSource.system(),
            new NullProgressMonitor())) {
      session.apply(new Edit.SetExcluded(new int[] {0}, true), new EditOrigin("", "test"));
      return new WeakReference<>(session.labels());
    }
  }
}
