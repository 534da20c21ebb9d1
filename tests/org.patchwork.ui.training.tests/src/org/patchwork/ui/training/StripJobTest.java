// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.PatchworkException;

class StripJobTest {
  @TempDir Path folder;

  /** A view that counts how often it was told of a change; something may be in its way. */
  private static final class View extends Composite {
    final StripJob job;
    final AtomicInteger changes = new AtomicInteger();
    Optional<String> obstacle = Optional.empty();

    View(Bench bench) {
      super(bench.shell, SWT.NONE);
      setLayout(new GridLayout());
      job = new StripJob(this, "Count", "search", "Counts", () -> {}, () -> {}, this::changed);
      changed();
    }

    private void changed() {
      changes.incrementAndGet();
      job.show(obstacle, "Remove it");
    }

    String said() {
      return job.strip().text();
    }
  }

  private static StripJob.Task<Integer> task(ViewJob.Work<Integer> work) {
    return new StripJob.Task<>(
        "Count", "Reading …", work, number -> "Counted to " + number + ".", "Cancelled; no count.");
  }

  @Test
  void saysHowItBeginsAndHowItEnded() throws Exception {
    try (Bench bench = new Bench(folder)) {
      View view = new View(bench);
      CountDownLatch gate = new CountDownLatch(1);
      view.job.start(
          task(
              monitor -> {
                await(gate);
                return 3;
              }));
      assertTrue(view.job.running());
      assertEquals("Reading …", view.said());
      assertFalse(view.job.strip().start().getEnabled());
      assertThrows(IllegalStateException.class, () -> view.job.start(task(monitor -> 4)));
      gate.countDown();
      bench.until("it has ended", () -> !view.job.running());
      assertEquals("Counted to 3.", view.said());
      assertTrue(view.job.strip().start().getEnabled());
      assertEquals(3, view.changes.get(), "made, begun, ended");
      view.obstacle = Optional.of("A wall is in the way.");
      view.job.say("Counted before.");
      assertEquals("A wall is in the way. <a>Remove it</a>", view.said());
      assertFalse(view.job.strip().start().getEnabled());
      view.obstacle = Optional.empty();
      view.changed();
      assertEquals("Counted before.", view.said());
      view.job.forget();
      view.changed();
      assertEquals("", view.said());
    }
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsCancelledBeforeItBeginsNeverRuns() throws Exception {
    try (Bench bench = new Bench(folder)) {
      View view = new View(bench);
      CompletableFuture<Void> first = new CompletableFuture<>();
      AtomicBoolean ran = new AtomicBoolean();
      view.job.startAfter(
          first,
          task(
              monitor -> {
                ran.set(true);
                return 1;
              }));
      assertTrue(view.job.strip().cancel().getEnabled());
      view.job.strip().cancel().notifyListeners(SWT.Selection, new Event());
      assertFalse(view.job.running());
      assertEquals("Cancelled; no count.", view.said());
      first.complete(null);
      view.job.start(task(monitor -> 2));
      bench.until("the next has ended", () -> !view.job.running());
      assertEquals("Counted to 2.", view.said());
      assertFalse(ran.get());
    }
  }

  @Test
  void whatIsCancelledUnderWaySaysSo() throws Exception {
    try (Bench bench = new Bench(folder)) {
      View view = new View(bench);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch gate = new CountDownLatch(1);
      view.job.start(
          task(
              monitor -> {
                begun.countDown();
                await(gate);
                if (monitor.isCanceled()) {
                  throw new OperationCanceledException();
                }
                return 1;
              }));
      begun.await();
      view.job.cancel();
      assertTrue(view.job.running(), "until the work has heard of it");
      gate.countDown();
      bench.until("it has ended", () -> !view.job.running());
      assertEquals("Cancelled; no count.", view.said());
    }
  }

  /** An edit that could not be kept does not keep the work from beginning. */
  @Test
  void aFailureIsSaidAndForgottenWithTheNextChange() throws Exception {
    try (Bench bench = new Bench(folder)) {
      View view = new View(bench);
      view.job.startAfter(
          CompletableFuture.failedFuture(new IllegalStateException("refused")),
          task(
              monitor -> {
                throw new PatchworkException("The abacus is broken. Mend it.");
              }));
      bench.until("it has ended", () -> !view.job.running());
      assertEquals("The abacus is broken. Mend it.", view.said());
      assertTrue(view.job.strip().start().getEnabled());
      view.changed();
      assertEquals("", view.said());
    }
  }

  @Test
  void aDisposedViewCancelsAndHearsNothing() throws Exception {
    try (Bench bench = new Bench(folder)) {
      View view = new View(bench);
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch gate = new CountDownLatch(1);
      CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
      view.job.start(
          task(
              monitor -> {
                begun.countDown();
                await(gate);
                cancelled.complete(monitor.isCanceled());
                return 1;
              }));
      begun.await();
      view.dispose();
      int changes = view.changes.get();
      gate.countDown();
      assertTrue(cancelled.get());
      bench.idle();
      assertFalse(view.job.running());
      assertEquals(changes, view.changes.get());
    }
  }
}
