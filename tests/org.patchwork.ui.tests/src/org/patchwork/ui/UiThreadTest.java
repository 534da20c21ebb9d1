// SPDX-License-Identifier: MIT
package org.patchwork.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UiThreadTest {
  @Test
  void manyRequestsMakeOneUpdate() {
    try (Screen screen = new Screen()) {
      int[] runs = {0};
      UiThread.Update update = UiThread.of(screen.shell).coalesced(0, () -> runs[0]++);
      CompletableFuture.runAsync(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  update.request();
                }
              })
          .join();
      screen.until("the update ran", () -> runs[0] > 0);
      screen.idle();
      assertEquals(1, runs[0]);
      update.request();
      screen.until("it runs again when asked again", () -> runs[0] == 2);
    }
  }

  @Test
  void whatArrivesAfterItsOwnerIsGoneIsDropped() {
    try (Screen screen = new Screen()) {
      boolean[] ran = {false};
      UiThread thread = UiThread.of(screen.shell);
      CompletableFuture.runAsync(() -> thread.later(() -> ran[0] = true)).join();
      screen.shell.dispose();
      screen.idle();
      assertFalse(ran[0]);
    }
  }

  @Test
  void deliversTheCauseOnTheDisplayThread() {
    try (Screen screen = new Screen()) {
      IllegalStateException fault = new IllegalStateException("broken");
      AtomicReference<Throwable> seen = new AtomicReference<>();
      AtomicReference<Thread> on = new AtomicReference<>();
      CompletableFuture<String> future =
          CompletableFuture.supplyAsync(
              () -> {
                throw fault;
              });
      UiThread.of(screen.shell)
          .deliver(
              future,
              result -> {},
              error -> {
                seen.set(error);
                on.set(Thread.currentThread());
              });
      screen.until("the failure has come", () -> seen.get() != null);
      assertSame(fault, seen.get());
      assertSame(screen.display.getThread(), on.get());
    }
  }
}
