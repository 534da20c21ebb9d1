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
import java.util.Map;
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
import org.patchwork.project.NewProject;

class StoreDamageTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void make() throws Exception {
    OpenedProject.create(folder, new NewProject("test"));
    store = folder.resolve(LabelDatabase.FILE_NAME);
    OpenedProject project = open(Access.READ_WRITE);
    project.submit(new Edit.AddImages(IntStream.range(0, 500).mapToObj(i -> new ImageEntry(i + ".png")).toList()), ANNA)
        .join();
    project.submit(new Edit.AddClass("cat"), ANNA).join();
    project.submit(new Edit.SetLabels(new int[] {3}, Map.of("c2", LabelTable.PRESENT)), ANNA).join();
    project.close(false);
  }

  private OpenedProject open(Access access) throws ProjectFormatException {
    return OpenedProject.open(folder, access, new DefaultOperationHistory(), InstantSource.system(), null);
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
  void missingRowsAndImpossibleLabelsAreReported() throws Exception {
    sql("UPDATE meta SET value = '501' WHERE key = 'rows'");
    assertTrue(refused().getMessage().contains("501"), refused().getMessage());
    sql("UPDATE meta SET value = '500' WHERE key = 'rows'", "UPDATE cells SET data = zeroblob(7)");
    assertTrue(refused().getMessage().contains("column"), refused().getMessage());
  }

  @Test
  void aRefusedProjectIsNotLeftLocked() throws Exception {
    sql("PRAGMA user_version = 9");
    refused();
    sql("PRAGMA user_version = 1");
    open(Access.READ_WRITE).close(false);
  }

  @Test
  void theProjectFileFollowsTheStore() throws Exception {
    sql("UPDATE classes SET name = 'lynx'"); // as if the program had died before the project file was written
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
