// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AwaitedTest {
  @Test
  void resultIsPassedOn() throws ImageFormatException {
    assertEquals(7, Awaited.result(CompletableFuture.completedFuture(7), "counting"));
    assertEquals(
        7,
        Awaited.result(
            CompletableFuture.completedFuture(7), ImageFormatException.class, "counting"));
  }

  @Test
  void whatTheWorkThrewIsThrownAsItIs() {
    IllegalStateException broken = new IllegalStateException("broken");
    assertSame(broken, assertThrows(RuntimeException.class, () -> await(broken)));
    ImageFormatException unreadable = new ImageFormatException("a.png is cut off");
    assertSame(
        unreadable,
        assertThrows(
            ImageFormatException.class,
            () ->
                Awaited.result(
                    CompletableFuture.failedFuture(unreadable),
                    ImageFormatException.class,
                    "reading images")));
  }

  @Test
  void whatWasNotDeclaredIsWrapped() {
    ImageFormatException unreadable = new ImageFormatException("a.png is cut off");
    assertSame(
        unreadable, assertThrows(IllegalStateException.class, () -> await(unreadable)).getCause());
  }

  @Test
  void anInterruptEndsTheWaitAndStays() {
    Thread.currentThread().interrupt();
    Exception error =
        assertThrows(
            CancellationException.class,
            () -> Awaited.result(new CompletableFuture<>(), "reading images"));
    assertEquals("Interrupted while reading images", error.getMessage());
    assertTrue(Thread.interrupted());
  }

  private static void await(Exception thrown) {
    Awaited.result(CompletableFuture.failedFuture(thrown), "testing");
  }
}
