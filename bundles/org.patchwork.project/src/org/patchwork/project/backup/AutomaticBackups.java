// SPDX-License-Identifier: MIT
package org.patchwork.project.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ProjectSession;

/**
 * Makes backups of an open project on a thread of its own, and deletes old ones. There is nothing
 * to do while nothing changes.
 */
public final class AutomaticBackups implements AutoCloseable {
  private static final long FIRST_LOOK_SECONDS = 20; // the user waits for other things at the start
  private static final long LOOK_SECONDS = 60;

  private final ProjectSession session;
  private final ProjectBackups backups;
  private final BackupPolicy policy;
  private final InstantSource clock;
  private final Listener listener;
  private final ScheduledExecutorService thread;

  /** Hears what came of it, on the thread of the backups. */
  public interface Listener {
    /** A backup was made. */
    void made(Backup backup);

    /** None could be made; will be tried again. */
    void failed(String message);
  }

  AutomaticBackups(
      ProjectSession session, BackupPolicy policy, InstantSource clock, Listener listener) {
    this.session = session;
    this.backups = new ProjectBackups(session.folder(), clock);
    this.policy = policy;
    this.clock = clock;
    this.listener = listener;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "Patchwork backups of " + session.name());
              made.setDaemon(true); // an unfinished backup does not count
              return made;
            });
  }

  /**
   * Begins; the first backup is made soon if there is none yet that is young enough.
   *
   * @param session open for writing; to be closed after this
   */
  public static AutomaticBackups start(
      ProjectSession session, BackupPolicy policy, Listener listener) {
    AutomaticBackups started =
        new AutomaticBackups(session, policy, InstantSource.system(), listener);
    started.thread.scheduleWithFixedDelay(
        started::look, FIRST_LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    return started;
  }

  /** Makes a backup if it is time. */
  void look() {
    try {
      if (due(backups.list())) {
        Backup made = backups.make(Backup.AUTOMATIC, null);
        backups.thin(policy);
        listener.made(made);
      }
    } catch (ProjectFormatException | RuntimeException e) { // the edge of the thread
      listener.failed(e.getMessage());
    }
  }

  private boolean due(List<Backup> present) {
    long last = session.events().last();
    if (present.isEmpty()) {
      return last > 0;
    }
    Backup newest = present.get(0);
    Instant now = clock.instant();
    Duration age = Duration.between(newest.time(), now).abs(); // clocks are put back, too
    return last != newest.lastEvent() && age.compareTo(policy.interval()) >= 0;
  }

  /** Ends; waits for a backup that is being made. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
