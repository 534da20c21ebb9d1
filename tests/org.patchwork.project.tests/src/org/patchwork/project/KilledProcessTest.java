// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;

/**
 * Kills a labelling process without warning, again and again: what it had acknowledged must be
 * there, and whole.
 */
class KilledProcessTest {
  private static final int KILLS = 20;

  @TempDir Path folder;

  /**
   * What must be there, as the child prints it: {@code label row class}, {@code class name}, {@code
   * image path}.
   */
  private final Map<String, String> acknowledged = new TreeMap<>();

  private final Random random = new Random(5);

  @Test
  void noAcknowledgedEditIsLostAndNoneIsHalfDone() throws Exception {
    Path project = folder.resolve("project");
    Projects.create(project, 3000, "cat", "dog").close();
    int underWay = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> last = labelAndKill(project, kill);
      underWay += last.isEmpty() ? 0 : 1;
      check(project, last);
    }
    assertTrue(underWay > 0, "no kill hit an edit under way");
  }

  /**
   * Kills after a random number of printed lines; returns what the edit under way was about to
   * change.
   */
  private List<String> labelAndKill(Path project, int seed) throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process child = ChildProcess.start(LabellingChild.class, errors, project.toString(), "" + seed);
    int lines = 1 + random.nextInt(500);
    List<String> pending = new ArrayList<>();
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("done")) {
          pending.forEach(this::acknowledge);
          pending.clear();
        } else {
          pending.add(line);
        }
        if (--lines == 0) {
          child.toHandle().destroyForcibly(); // SIGKILL; what was printed before is still read
        }
      }
    }
    child.waitFor();
    assertTrue(lines <= 0, () -> "The child ended by itself: " + read(errors));
    if (!pending.isEmpty()
        && pending.getLast().split(" ").length < (pending.getLast().startsWith("label") ? 4 : 2)) {
      pending.removeLast(); // the line itself was cut, so its edit was not even asked for
    }
    return pending;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void acknowledge(String line) {
    int value = line.startsWith("label") ? line.lastIndexOf(' ') : line.length();
    acknowledged.put(line.substring(0, value), line.substring(value).strip());
  }

  private void check(Path project, List<String> pending) throws Exception {
    try (ProjectSession session = Projects.open(project)) {
      assertFalse(session.openingReport().isEmpty(), "the crash is reported");
      assertEquals(
          session.labels().classIds(),
          session.classes().stream().map(c -> c.getId()).toList(),
          "both files agree");
      Map<String, String> stored = stored(session);
      Map<String, String> before = new TreeMap<>(acknowledged);
      pending.forEach(this::acknowledge);
      if (!stored.equals(acknowledged)) {
        assertEquals(before, stored, "the edit under way is either whole or not there");
        acknowledged.clear();
        acknowledged.putAll(before);
      }
    }
  }

  private static Map<String, String> stored(ProjectSession session) {
    Map<String, String> cells = new TreeMap<>();
    LabelTable table = session.labels();
    for (int row = 0; row < table.rows(); row++) {
      for (int c = 0; c < table.classes(); c++) {
        if (table.label(row, c) != LabelTable.UNKNOWN) {
          cells.put(
              "label " + row + " " + table.classIds().get(c), Byte.toString(table.label(row, c)));
        }
      }
      if (row >= 3000) {
        cells.put("image " + table.path(row), "");
      }
    }
    session.classes().stream().skip(2).forEach(c -> cells.put("class " + c.getName(), ""));
    return cells;
  }
}
