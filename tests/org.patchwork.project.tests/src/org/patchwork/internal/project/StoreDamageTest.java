// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
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

class StoreDamageTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void make() throws Exception {
    ProjectOpener.create(folder, new NewProject("test"));
    store = folder.resolve(LabelDatabase.FILE_NAME);
    OpenedProject project = open(Access.READ_WRITE);
    project
        .submit(
            new Edit.AddImages(
                IntStream.range(0, 500).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
            ANNA)
        .join();
    project.submit(new Edit.AddClass("cat"), ANNA).join();
    project
        .submit(new Edit.SetLabels(new int[] {3}, Map.of("c2", LabelTable.PRESENT)), ANNA)
        .join();
    project.close(false);
  }

  private OpenedProject open(Access access) throws ProjectFormatException {
    return new ProjectOpener(folder, new DefaultOperationHistory(), InstantSource.system())
        .open(access, null);
  }

  private void sql(String... statements) throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + store);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private ProjectFormatException refused() {
    return assertThrows(ProjectFormatException.class, () -> open(Access.READ_WRITE).close(true));
  }

  @Test
  void aMissingStoreIsNamed() throws Exception {
    Files.delete(store);
    assertTrue(refused().getMessage().contains("is missing"));
  }

  @Test
  void aFileThatIsNoStoreIsNamed() throws Exception {
    Files.writeString(store, "not a database, but long enough to be looked at as one ".repeat(100));
    assertTrue(refused().getMessage().contains("damaged"), refused().getMessage());
  }

  @Test
  void aStoreOfANewerVersionIsRefused() throws Exception {
    sql("PRAGMA user_version = 9");
    String message = refused().getMessage();
    assertTrue(message.contains("format 9") && message.contains("Update Patchwork"), message);
  }

  @Test
  void anotherProgramsDatabaseIsRefused() throws Exception {
    sql("PRAGMA application_id = 1");
    assertTrue(refused().getMessage().contains("not a label store"), refused().getMessage());
  }

  @Test
  void missingRowsAndImpossibleLabelsAreRepaired() throws Exception {
    sql("UPDATE meta SET value = '501' WHERE key = 'rows'");
    OpenedProject project = open(Access.READ_WRITE);
    assertEquals("lost-image-500", project.labels().path(500));
    project.close(false);
    sql("UPDATE cells SET data = zeroblob(7)");
    project = open(Access.READ_WRITE);
    assertEquals(LabelTable.PRESENT, project.labels().label(3, 0));
    assertEquals(LabelTable.UNKNOWN, project.labels().label(4, 0));
    project.close(false);
  }

  @Test
  void lostLabelsComeBackFromTheEventLog() throws Exception {
    overwritePage(rootPage("cells"));
    OpenedProject project = open(Access.READ_WRITE);
    assertEquals(LabelTable.PRESENT, project.labels().label(3, 0));
    assertTrue(project.report().toString().contains("event log"), project.report().toString());
    assertTrue(Files.exists(folder.resolve("labels.db.damaged")));
    project.step(LabelsChanged.Kind.UNDO).join();
    assertEquals(LabelTable.UNKNOWN, project.labels().label(3, 0));
    project.close(false);
  }

  @Test
  void aDamagedLogIsNamedByUndoAndRepairedAtTheNextOpening() throws Exception {
    sql("UPDATE changes SET cells = x'00ffffff7f' WHERE kind = 'cells'"); // 268,435,455 rows
    OpenedProject project = open(Access.READ_WRITE);
    CompletionException e =
        assertThrows(CompletionException.class, () -> project.step(LabelsChanged.Kind.UNDO).join());
    assertTrue(e.getCause().getMessage().contains("Opening the project again"), e.toString());
    project.close(false);
    OpenedProject again = open(Access.READ_WRITE);
    assertEquals(LabelTable.PRESENT, again.labels().label(3, 0));
    assertTrue(again.report().toString().contains("event log was lost"), again.report().toString());
    again.close(false);
    OpenedProject third = open(Access.READ_WRITE);
    assertEquals(0, third.report().size());
    third.close(false);
  }

  @Test
  void lostClassesComeBackFromTheEventLog() throws Exception {
    OpenedProject before = open(Access.READ_WRITE);
    before.submit(new Edit.AddClass("dog"), ANNA).join();
    before.submit(new Edit.UpdateClass("c2", "lynx", null, null, null), ANNA).join();
    before.submit(new Edit.AddClass("bird"), ANNA).join();
    before.submit(new Edit.RemoveClass("c4"), ANNA).join();
    before.close(false);
    overwritePage(rootPage("classes"));
    OpenedProject project = open(Access.READ_WRITE);
    assertEquals(List.of("c2", "c3"), project.labels().classIds());
    assertEquals("lynx", project.models().model().getSchema().getClasses().get(0).getName());
    assertEquals(LabelTable.PRESENT, project.labels().label(3, 0));
    assertTrue(project.report().toString().contains("lynx, dog"), project.report().toString());
    project.close(false);
  }

  @Test
  void aDamagedIndexIsBuiltAnew() throws Exception {
    overwritePage(rootPage("sqlite_autoindex_images_1"));
    Files.writeString(
        folder.resolve(ProjectLock.FILE_NAME), "user anna, process 1"); // as if it had died
    OpenedProject project = open(Access.READ_WRITE);
    assertEquals("499.png", project.labels().path(499));
    assertEquals(LabelTable.PRESENT, project.labels().label(3, 0));
    project.close(false);
  }

  @Test
  void imagesAfterTheDamageKeepTheirNumbers() throws Exception {
    overwritePage(secondChild(rootPage("images")));
    OpenedProject project = open(Access.READ_WRITE);
    LabelTable labels = project.labels();
    assertEquals(500, labels.rows());
    assertEquals("0.png", labels.path(0));
    assertEquals("499.png", labels.path(499));
    assertEquals(LabelTable.PRESENT, labels.label(3, 0));
    assertTrue(
        IntStream.range(0, 500).anyMatch(row -> labels.path(row).equals("lost-image-" + row)));
    project.close(false);
    open(Access.READ_WRITE).close(false);
  }

  private int rootPage(String table) throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + store);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'")) {
      result.next();
      return result.getInt(1);
    }
  }

  /** Page of the second child of an inner table page (SQLite file format, section 1.6). */
  private int secondChild(int page) throws Exception {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(store)).position((page - 1) * 4096).slice();
    assertEquals(5, bytes.get(0), "an inner page of a table");
    return bytes.getInt(bytes.getShort(12 + 2));
  }

  private void overwritePage(int page) throws Exception {
    try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(4096), (page - 1) * 4096L);
    }
  }

  @Test
  void aRefusedProjectIsNotLeftLocked() throws Exception {
    sql("PRAGMA user_version = 9");
    refused();
    sql("PRAGMA user_version = 2");
    open(Access.READ_WRITE).close(false);
  }

  @Test
  void theProjectFileFollowsTheStore() throws Exception {
    sql("UPDATE classes SET name = 'lynx'"); // as if the program had died before the project file
    // was written
    OpenedProject project = open(Access.READ_WRITE);
    assertEquals("lynx", project.models().model().getSchema().getClasses().get(0).getName());
    assertEquals(1, project.report().size());
    project.close(false);
    assertTrue(Files.readString(folder.resolve(ProjectFile.FILE_NAME)).contains("lynx"));
    project = open(Access.READ_WRITE);
    assertEquals(0, project.report().size());
    project.close(false);
  }

  @Test
  void damagedPagesAreReported() throws Exception {
    long size = Files.size(store);
    try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate((int) (size - 4096)), 4096); // all but the first page
    }
    String message = refused().getMessage();
    assertTrue(message.contains("damaged"), message);
    assertTrue(message.contains(store.toString()), message);
  }
}
