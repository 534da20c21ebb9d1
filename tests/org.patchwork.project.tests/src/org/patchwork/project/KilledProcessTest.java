// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a working process without warning, again and again. The store must then be just what the
 * acknowledged steps make of it, or that and the whole of the step under way; the undo stack and
 * the log of events, too. The property {@code patchwork.kills} asks for more than the few kills of
 * the build.
 */
class KilledProcessTest {
  private static final int KILLS = Integer.getInteger("patchwork.kills", 12);
  private static final int KILLS_PER_PROJECT = 20;
  private static final int MOST_LINES = 200;
  private static final int MOST_NANOSECONDS = 3_000_000;

  @TempDir Path folder;
  private final Random random = new Random(5);
  private PlainProject plain;
  private int acknowledged;
  private int underWay;
  private int saved;

  /** How far a child came: steps it acknowledged, and whether it had begun one more. */
  private record Progress(int steps, boolean another) {}

  @Test
  void everyAcknowledgedStepIsThereAndNoneIsHalfDone(TestReporter reporter) throws Exception {
    Path project = null;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_PER_PROJECT == 0) {
        project = folder.resolve("project " + kill);
        Projects.create(project, 0).close();
        plain = new PlainProject();
      }
      check(project, workAndKill(project, kill), LabellingChild.steps("" + kill));
    }
    reporter.publishEntry(
        "kills",
        "%d kills, %d acknowledged steps; a step was under way %d times, and had been saved %d times"
            .formatted(KILLS, acknowledged, underWay, saved));
    assertTrue(underWay > 0, "no kill hit a step under way");
  }

  /** Kills at a random moment after a random number of lines. */
  private Progress workAndKill(Path project, int seed) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process child = ChildProcess.start(LabellingChild.class, errors, project.toString(), "" + seed);
    int lines = 1 + random.nextInt(MOST_LINES);
    int begun = 0;
    int done = 0;
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        begun += line.equals(LabellingChild.BEGUN) ? 1 : 0;
        done += line.equals(LabellingChild.ACKNOWLEDGED) ? 1 : 0;
        if (--lines == 0) {
          LockSupport.parkNanos(random.nextInt(MOST_NANOSECONDS)); // any moment of a step
          child.toHandle().destroyForcibly(); // SIGKILL; what was printed before is still read
        }
      }
    }
    child.waitFor();
    assertTrue(lines <= 0, "The child ended by itself: " + Files.readString(errors));
    return new Progress(done, begun > done);
  }

  private void check(Path project, Progress progress, Steps steps) throws Exception {
    for (int i = 0; i < progress.steps; i++) {
      plain.apply(steps.nextWithoutReopening());
    }
    acknowledged += progress.steps;
    underWay += progress.another ? 1 : 0;
    assertEquals(List.of(), Projects.damage(project), "before anything is opened");
    try (ProjectSession session = Projects.open(project)) {
      assertFalse(session.openingReport().isEmpty(), "the crash is reported");
      String difference = plain.difference(session);
      if (difference != null) {
        assertTrue(progress.another, difference);
        saved++;
        Step last = steps.nextWithoutReopening();
        plain.apply(last);
        assertNull(plain.difference(session), () -> "neither before nor after " + last);
      }
    }
    assertEquals(List.of(), Projects.damage(project));
    countEvents(project.resolve("labels.db"));
  }

  private void countEvents(Path store) throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + store);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM events")) {
      assertEquals(plain.events(), result.getInt(1), "events in the log");
    }
  }
}
