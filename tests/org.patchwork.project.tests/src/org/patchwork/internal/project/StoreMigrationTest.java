// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.commands.operations.DefaultOperationHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Access;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.NewProject;

/**
 * Opens a store that was written by the first version of Patchwork: 2500 images, the classes cat
 * and dog, a removed class fox, and an edit that is undone.
 */
class StoreMigrationTest {
  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void unpack() throws Exception {
    ProjectOpener.create(folder, new NewProject("test"));
    store = folder.resolve(LabelDatabase.FILE_NAME);
    try (InputStream packed = StoreMigrationTest.class.getResourceAsStream("labels-v1.db.gz")) {
      Files.write(store, new GZIPInputStream(packed).readAllBytes());
    }
  }

  private OpenedProject open(Access access) throws Exception {
    return new ProjectOpener(folder, new DefaultOperationHistory(), InstantSource.system())
        .open(access, null);
  }

  @Test
  void keepsLabelsClassesAndUndo() throws Exception {
    OpenedProject project = open(Access.READ_WRITE);
    assertLabels(project.labels());
    project.step(LabelsChanged.Kind.REDO).join();
    assertEquals(LabelTable.PRESENT, project.labels().label(20, 0));
    for (int i = 0; i < 3; i++) {
      project.step(LabelsChanged.Kind.UNDO).join();
    }
    assertEquals(LabelTable.PRESENT, project.labels().label(5, 2), "the removed class is back");
    project
        .submit(
            new Edit.SetLabels(new int[] {1}, Map.of("c4", LabelTable.ABSENT)),
            new EditOrigin("anna", "keyboard", 1500))
        .join();
    project.close(false);
    assertEquals("1500", query("SELECT active_ms FROM events ORDER BY batch DESC LIMIT 1").get(0));
  }

  private static void assertLabels(LabelTable labels) {
    assertEquals(2500, labels.rows());
    assertEquals(List.of("c2", "c3"), labels.classIds());
    assertEquals("right", labels.subset(2499));
    assertEquals(LabelTable.PRESENT, labels.label(9, 0));
    assertEquals(LabelTable.ABSENT, labels.label(9, 1));
    assertEquals(LabelTable.PRESENT, labels.label(2400, 1));
    assertEquals(LabelTable.UNKNOWN, labels.label(20, 0));
    assertTrue(labels.excluded(7) && labels.validation(8));
  }

  @Test
  void countsTheCellsOfOldEvents() throws Exception {
    open(Access.READ_WRITE).close(false);
    assertEquals(
        List.of("2", "0", "0", "0", "20", "3", "1", "0", "1", "2", "2", "1", "1"),
        query("SELECT cells FROM events ORDER BY batch"));
  }

  @Test
  void givesTheTablesOfANewStore() throws Exception {
    Path fresh = folder.resolve("fresh");
    ProjectOpener.create(fresh, new NewProject("fresh"));
    open(Access.READ_WRITE).close(false);
    assertEquals(tables(fresh.resolve(LabelDatabase.FILE_NAME)), tables(store));
    assertEquals(List.of("2"), query("PRAGMA user_version"));
    assertEquals(List.of("ok"), query("PRAGMA integrity_check"));
    assertEquals(List.of(), query("PRAGMA foreign_key_check"));
  }

  @Test
  void theOldStoreIsKeptBeside() throws Exception {
    open(Access.READ_WRITE).close(false);
    Path old = folder.resolve("labels.db.v1");
    try (Connection connection = StoreOpener.connect(old, true, "?immutable=1")) {
      assertEquals(List.of("1"), query(connection, "PRAGMA user_version"));
      assertEquals(List.of("13"), query(connection, "SELECT count(*) FROM events"));
    }
  }

  @Test
  void aReaderLeavesTheOldStoreAsItIs() throws Exception {
    byte[] before = Files.readAllBytes(store);
    OpenedProject project = open(Access.READ_ONLY);
    assertLabels(project.labels());
    project.close(false);
    assertArrayEquals(before, Files.readAllBytes(store));
  }

  @Test
  void happensWholeOrNotAtAll() throws Exception {
    try (Connection connection = StoreOpener.connect(store, false, "");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE filters(in_the_way)");
    }
    assertThrows(Exception.class, () -> open(Access.READ_WRITE));
    assertEquals(List.of("1"), query("PRAGMA user_version"));
    assertFalse(query("SELECT name FROM pragma_table_info('classes')").contains("goal"));
  }

  @Test
  void aDamagedOldStoreIsSalvaged() throws Exception {
    try (Connection connection = StoreOpener.connect(store, false, "");
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE cells SET data = zeroblob(7) WHERE col = 2 AND chunk = 0");
    }
    OpenedProject project = open(Access.READ_WRITE);
    assertLabels(project.labels());
    project.close(false);
    assertEquals(List.of("20"), query("SELECT cells FROM events WHERE batch = 5"));
  }

  private List<String> tables(Path database) throws SQLException {
    List<String> result = new ArrayList<>();
    try (Connection connection = StoreOpener.connect(database, true, "")) {
      for (String table : query(connection, "SELECT name FROM sqlite_schema ORDER BY name")) {
        result.add(table);
        result.addAll(
            query(
                connection,
                "SELECT cid || ' ' || name || ' ' || type || ' ' || \"notnull\" || ' ' || pk FROM"
                    + " pragma_table_info('"
                    + table
                    + "')"));
      }
    }
    return result;
  }

  private List<String> query(String sql) throws SQLException {
    try (Connection connection = StoreOpener.connect(store, true, "")) {
      return query(connection, sql);
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    List<String> result = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        result.add(rows.getString(1));
      }
    }
    return result;
  }
}
