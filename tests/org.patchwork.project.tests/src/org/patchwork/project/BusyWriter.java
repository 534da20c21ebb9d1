// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/** Keeps the writer of a project from writing until it may go on. */
final class BusyWriter implements AutoCloseable {
  private final CountDownLatch goOn = new CountDownLatch(1);

  BusyWriter(ProjectSession session) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    session.addListener(
        new ProjectListener() {
          @Override
          public void settingsChanged() {
            busy.countDown();
            try {
              goOn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
    session.updateSettings(project -> {});
    busy.await();
  }

  /**
   * Begins to read on a thread of its own; comes back when that is done or waits for the writer.
   */
  <T> FutureTask<T> reading(Callable<T> read) {
    FutureTask<T> task = new FutureTask<>(read);
    Thread reader = new Thread(task, "reader");
    reader.setDaemon(true);
    reader.start();
    while (!task.isDone() && reader.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return task;
  }

  void goOn() {
    goOn.countDown();
  }

  @Override
  public void close() {
    goOn();
  }
}
