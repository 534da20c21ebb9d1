// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectListener;

/**
 * The disk says no: SQLite's own "full" (by its page limit) and "busy" (by a second connection).
 */
class FailedWriteTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");
  private static final int ROWS = 3000;

  @TempDir Path folder;

  private OpenedProject project;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() throws Exception {
    ProjectOpener.create(folder, new NewProject("test"));
    project =
        new ProjectOpener(folder, new DefaultOperationHistory(), InstantSource.system())
            .open(Access.READ_WRITE, null);
    project
        .submit(
            new Edit.AddImages(
                IntStream.range(0, ROWS).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
            ANNA)
        .join();
    project.submit(new Edit.AddClass("cat"), ANNA).join();
    project.listeners().add(new Recorder());
  }

  @AfterEach
  void close() throws Exception {
    project.close(true);
  }

  private final class Recorder implements ProjectListener {
    @Override
    public void labelsChanged(LabelsChanged event) {
      heard.add("changed");
    }

    @Override
    public void writeFailed(String message) {
      heard.add("failed: " + message);
    }

    @Override
    public void writeRecovered() {
      heard.add("recovered");
    }
  }

  private static Edit label(int row) {
    return new Edit.SetLabels(new int[] {row}, Map.of("c2", LabelTable.PRESENT));
  }

  /** An edit that needs new pages of the database. */
  private static Edit large() {
    return new Edit.AddImages(
        IntStream.range(0, 500).mapToObj(i -> new ImageEntry("more " + i)).toList());
  }

  private void limitPages(long pages) throws SQLException {
    try (Statement statement = project.connection().createStatement()) {
      statement.execute("PRAGMA max_page_count = " + pages);
    }
  }

  @Test
  void aFullDiskKeepsEditsInOrderUntilThereIsRoom() throws Exception {
    limitPages(1); // SQLite takes the present size as the limit then
    CompletionException e =
        assertThrows(CompletionException.class, () -> project.submit(large(), ANNA).join());
    assertTrue(e.getCause() instanceof ProjectFormatException);
    assertTrue(e.getCause().getMessage().contains("is full"), e.getMessage());
    assertThrows(CompletionException.class, () -> project.submit(label(ROWS + 7), ANNA).join());
    assertEquals(2, project.failedEdits());
    assertEquals(ROWS, project.labels().rows(), "nothing is shown that is not saved");
    assertFalse(project.retryFailed().join());
    assertThrows(ProjectFormatException.class, () -> project.close(false));

    limitPages(1_000_000);
    heard.clear();
    assertTrue(project.retryFailed().join());
    assertEquals(List.of("changed", "changed", "recovered"), heard);
    assertEquals(0, project.failedEdits());
    assertEquals(LabelTable.PRESENT, project.labels().label(ROWS + 7, 0));
  }

  @Test
  void laterEditsBringKeptOnesAlong() throws Exception {
    limitPages(1);
    assertThrows(CompletionException.class, () -> project.submit(large(), ANNA).join());
    limitPages(1_000_000);
    project.submit(label(ROWS + 1), ANNA).join();
    assertEquals(0, project.failedEdits());
    assertEquals(ROWS + 500, project.labels().rows());
  }

  @Test
  void aBusyDatabaseSaysSo() throws Exception {
    try (Statement own = project.connection().createStatement()) {
      own.execute("PRAGMA busy_timeout = 1");
    }
    try (Connection other = other();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      CompletionException e =
          assertThrows(CompletionException.class, () -> project.submit(label(1), ANNA).join());
      assertTrue(e.getCause().getMessage().contains("another program"), e.getMessage());
      statement.execute("ROLLBACK");
    }
    assertTrue(project.retryFailed().join());
    assertEquals(LabelTable.PRESENT, project.labels().label(1, 0));
  }

  private Connection other() throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve(LabelDatabase.FILE_NAME));
    return source.getConnection();
  }

  @Test
  void anEditThatMakesNoSenseIsNotKept() {
    assertThrows(CompletionException.class, () -> project.submit(label(ROWS), ANNA).join());
    assertEquals(0, project.failedEdits());
    assertEquals(List.of(), heard);
  }

  @Test
  void aClassIsSafeEvenIfTheProjectFileCannotBeWritten() throws Exception {
    Path file = folder.resolve(ProjectFile.FILE_NAME);
    Files.createDirectory(
        folder.resolve(ProjectFile.FILE_NAME + ".tmp")); // in the way of the new file
    project.submit(new Edit.AddClass("dog"), ANNA).join();
    assertTrue(heard.get(0).startsWith("failed"), heard.toString());
    assertFalse(Files.readString(file).contains("dog"));
    Files.delete(folder.resolve(ProjectFile.FILE_NAME + ".tmp"));
    assertTrue(project.retryFailed().join());
    assertTrue(Files.readString(file).contains("dog"));
  }
}
