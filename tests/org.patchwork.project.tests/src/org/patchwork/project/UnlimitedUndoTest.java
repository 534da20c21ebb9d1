// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;

/** Undo reaches back to the first edit, while the operation history stays small. */
class UnlimitedUndoTest {
  private static final int EDITS = 430;

  @TempDir Path folder;
  private ProjectSession session;
  private int largest;

  private void make() throws Exception {
    session = Projects.create(folder, EDITS, "cat");
    String cat = session.classes().get(0).getId();
    for (int row = 0; row < EDITS; row++) {
      session.apply(Projects.label(row, cat, LabelTable.PRESENT), Projects.ANNA);
      measure();
    }
  }

  private void measure() {
    int steps =
        session.history().getUndoHistory(session.undoContext()).length
            + session.history().getRedoHistory(session.undoContext()).length;
    largest = Math.max(largest, steps);
  }

  private int labelled() {
    return session.labels().count(0, LabelTable.PRESENT, false);
  }

  private int undoAll() {
    int steps = 0;
    while (session.canUndo()) {
      assertTrue(session.undo().join().changed());
      steps++;
      measure();
    }
    return steps;
  }

  private int redoAll() {
    int steps = 0;
    while (session.canRedo()) {
      assertTrue(session.redo().join().changed());
      steps++;
      measure();
    }
    return steps;
  }

  @Test
  void reachesTheFirstEditAndBack() throws Exception {
    make();
    assertEquals(EDITS + 2, undoAll());
    assertEquals(0, session.labels().rows());
    assertFalse(session.undo().join().changed());
    assertEquals(EDITS + 2, redoAll());
    assertEquals(EDITS, labelled());
    assertTrue(largest <= 200, largest + " steps in memory");
    session.close();
  }

  @Test
  void goesOnInLaterSessionsFromAnyPlace() throws Exception {
    make();
    for (int i = 0; i < 150; i++) {
      session.undo().join();
    }
    session.close();
    session = Projects.open(folder);
    assertEquals("label 1 image cat", session.undoLabel());
    assertEquals(150, redoAll());
    assertEquals(EDITS, labelled());
    for (int i = 0; i < 150; i++) {
      session.undo().join();
    }
    session.apply(
        Projects.label(0, session.classes().get(0).getId(), LabelTable.ABSENT), Projects.ANNA);
    assertFalse(session.canRedo());
    assertNull(session.redoLabel());
    session.close();
    session = Projects.open(folder);
    assertEquals(EDITS - 150 + 3, undoAll());
    session.close();
  }
}
