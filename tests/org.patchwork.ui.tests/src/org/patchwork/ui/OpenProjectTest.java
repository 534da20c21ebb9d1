// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.project.Edit;
import org.patchwork.project.EventHistory;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.labeling.Activity;

class OpenProjectTest {
  @TempDir Path folder;

  private final List<String> heard = new ArrayList<>();

  @Test
  void editsComeBackOnTheDisplayThreadWhenTheyAreDurable() throws Exception {
    try (Screen screen = new Screen()) {
      OpenProject open = open(screen, "one");
      open.submit(new Edit.AddImages(List.of(new ImageEntry("a.png"))), "test");
      open.submit(new Edit.AddClass("cat"), "test");
      screen.until("both are heard", () -> heard.contains("labels") && heard.contains("classes"));
      String id = open.session().classes().get(0).getId();
      open.submit(new Edit.SetLabels(new int[] {0}, Map.of(id, LabelTable.PRESENT)), "keyboard");
      boolean[] settled = {false};
      open.settled().thenRun(() -> settled[0] = true);
      screen.until("the edit is durable", () -> settled[0]);
      assertEquals(LabelTable.PRESENT, open.session().labels().label(0, 0));
      open.close().join();
    }
  }

  @Test
  void timeAtWorkIsRecordedWithTheEditItLedTo() throws Exception {
    try (Screen screen = new Screen()) {
      long[] now = {0};
      Activity activity = new Activity(() -> now[0]);
      ActivityWatch.install(screen.display, activity);
      OpenProject open = new OpenProject(screen.display, BuiltInReaders.catalog(), activity);
      open.open(session("one"));
      screen.shell.notifyListeners(SWT.KeyDown, new Event());
      now[0] += Duration.ofSeconds(20).toNanos();
      screen.shell.notifyListeners(SWT.MouseMove, new Event());
      now[0] += Duration.ofMinutes(9).toNanos(); // away
      screen.shell.notifyListeners(SWT.MouseDown, new Event());
      now[0] += Duration.ofSeconds(5).toNanos();
      long first = open.submit(new Edit.AddClass("cat"), "test").join().batch();
      now[0] += Duration.ofSeconds(3).toNanos();
      long second = open.submit(new Edit.AddClass("dog"), "test").join().batch();
      EventHistory events = open.session().events();
      assertEquals(25_000, events.event(first).activeMillis());
      assertEquals(3_000, events.event(second).activeMillis());
      assertEquals(Duration.ofSeconds(28), open.activity().total());
      open.close().join();
    }
  }

  @Test
  void refusedEditIsToldOnce() throws Exception {
    try (Screen screen = new Screen()) {
      OpenProject open = open(screen, "one");
      open.submit(new Edit.RemoveClass("nobody"), "test");
      screen.until("the refusal is heard", () -> heard.contains("refused"));
      assertEquals(1, heard.stream().filter("refused"::equals).count());
      open.close().join();
    }
  }

  @Test
  void openingAnotherProjectClosesTheFirstAndItsEventsStop() throws Exception {
    try (Screen screen = new Screen()) {
      OpenProject open = open(screen, "one");
      ProjectSession first = open.session();
      first
          .submit(new Edit.AddClass("late"), new org.patchwork.project.EditOrigin("", "test"))
          .join();
      heard.clear(); // its event waits for the display thread
      ProjectSession second = session("two");
      open.open(second);
      screen.until("the first is closed", () -> isClosed(first));
      screen.idle();
      assertSame(second, open.session());
      assertTrue(heard.stream().noneMatch("classes"::equals), heard.toString());
      open.close().join();
      assertNull(open.session());
      assertNull(open.pictures());
      ProjectSession.open(
              folder.resolve("two"),
              org.patchwork.project.Access.READ_WRITE,
              new NullProgressMonitor())
          .close();
    }
  }

  @Test
  void withoutAProjectEditsAreAnErrorOfTheCaller() {
    try (Screen screen = new Screen()) {
      OpenProject open = new OpenProject(screen.display, BuiltInReaders.catalog());
      assertThrows(
          IllegalStateException.class, () -> open.submit(new Edit.AddClass("cat"), "test"));
      assertTrue(open.close().isDone());
    }
  }

  private static boolean isClosed(ProjectSession session) {
    return session
        .submit(new Edit.AddClass("x"), new org.patchwork.project.EditOrigin("", "test"))
        .isCompletedExceptionally();
  }

  private OpenProject open(Screen screen, String name) throws Exception {
    OpenProject open = new OpenProject(screen.display, BuiltInReaders.catalog());
    open.addListener(
        new OpenProjectListener() {
          @Override
          public void projectChanged() {
            hear("project");
          }

          @Override
          public void labelsChanged(LabelsChanged event) {
            hear("labels");
          }

          @Override
          public void classesChanged() {
            hear("classes");
          }

          @Override
          public void editRefused(String message) {
            hear("refused");
          }

          private void hear(String what) {
            assertSame(screen.display.getThread(), Thread.currentThread());
            heard.add(what);
          }
        });
    open.open(session(name));
    return open;
  }

  private ProjectSession session(String name) throws Exception {
    return ProjectSession.create(
        folder.resolve(name), new NewProject(name), new NullProgressMonitor());
  }
}
