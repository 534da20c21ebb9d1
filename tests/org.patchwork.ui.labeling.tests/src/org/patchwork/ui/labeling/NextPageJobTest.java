// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.image.Thumbnail;

class NextPageJobTest {
  @TempDir Path folder;

  private final List<Integer> asked = new CopyOnWriteArrayList<>();

  @Test
  void fetchesWhatTheNextDrawBringsAndRemembersNothing() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      panel.sampling().count().setSelection(3);
      panel.sampling().sample();
      w.until("a page is shown", () -> w.page.pageNumber() == 1);
      assertNotNull(panel.sampling().upcoming());
      run(panel.sampling().upcoming(), new NullProgressMonitor());
      assertEquals(List.of(3, 4, 5), asked);
      panel.sampling().sample();
      w.until("the next page is shown", () -> w.page.pageNumber() == 2);
      assertEquals(asked, java.util.Arrays.stream(w.page.page().rows()).boxed().toList());
    }
  }

  @Test
  void endsWhenAnotherDrawBegins() throws Exception {
    try (Workbench w = new Workbench(folder, true, "cat")) {
      LabelingPanel panel = openPanel(w);
      NullProgressMonitor monitor = new NullProgressMonitor();
      monitor.setCanceled(true);
      assertEquals(IStatus.CANCEL, run(panel.sampling().upcoming(), monitor).getSeverity());
      assertTrue(asked.isEmpty(), asked.toString());
    }
  }

  private IStatus run(PageDraw next, NullProgressMonitor monitor) {
    return new NextPageJob(
            next,
            (row, size) -> {
              asked.add(row);
              return CompletableFuture.completedFuture(Thumbnail.failed("not made"));
            },
            64)
        .run(monitor);
  }

  private static LabelingPanel openPanel(Workbench w) {
    LabelingPanel panel =
        new LabelingPanel(w.shell, w.open, w.page, Workbench.algorithms(), Workbench.NO_ACTIONS);
    w.openShell();
    w.open.open(w.session);
    return panel;
  }
}
