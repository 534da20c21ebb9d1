// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full, and one that is really write-protected. */
class DiskFaultTest {
  @TempDir Path folder;

  private static void assertSays(Map<String, String> printed, String name, String... words) {
    for (String word : words) {
      assertTrue(printed.getOrDefault(name, "").contains(word), name + " in " + printed);
    }
  }

  @Test
  void nothingIsLostOnAFullDisk() throws Exception {
    Map<String, String> printed = SmallDisk.run(FullDiskChild.class, folder, 4);
    assertSays(printed, "create", "/disk/project", "is full");
    assertSays(printed, "label", "labels.db", "is full", "Free some space", "nothing is lost");
    assertEquals("-1", printed.get("shown"), "nothing is shown that is not saved");
    assertSays(printed, "class", "is full");
    assertSays(printed, "undo", "is full");
    assertSays(printed, "export", "labels.csv", "make room"); // to another disk it works
    assertEquals("true", printed.get("old export"), "the file that was there stays whole");
    assertSays(printed, "close", "could not be saved");
    assertEquals("2", printed.get("kept"), "the label and the class wait");
    assertEquals("true", printed.get("retried"));
    String[] labels = printed.get("recovered").split(" of ");
    assertEquals(labels[1], labels[0]);
    assertEquals(printed.get("recovered"), printed.get("reopened"));
    assertEquals("2", printed.get("classes"));
    assertSays(printed, "open", "cannot be written", "free some space", "read-only");
    assertEquals(labels[0], printed.get("read"));
  }

  @Test
  void aWriteProtectedProjectIsStillRead() throws Exception {
    Map<String, String> printed = SmallDisk.run(WriteProtectedChild.class, folder, 8);
    for (String project : new String[] {"closed", "crashed"}) {
      assertSays(printed, project + " write", "cannot be written", "read-only");
      assertEquals("1", printed.get(project + " read"));
    }
    assertSays(printed, "create", "/disk/new", "cannot be made");
  }
}
