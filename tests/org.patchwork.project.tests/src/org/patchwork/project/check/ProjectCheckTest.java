// SPDX-License-Identifier: MIT
package org.patchwork.project.check;

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
import java.util.Arrays;
import java.util.List;
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
import org.patchwork.project.ProjectLockedException;
import org.patchwork.project.ProjectSession;

class ProjectCheckTest {
  private static final EditOrigin ANNA = new EditOrigin("anna", "keyboard");

  @TempDir Path folder;

  @BeforeEach
  void make() throws Exception {
    ProjectSession.create(folder, new NewProject("test"), null).close();
    try (ProjectSession session = open()) {
      session.apply(
          new Edit.AddImages(
              IntStream.range(0, 300).mapToObj(i -> new ImageEntry(i + ".png")).toList()),
          ANNA);
      session.apply(new Edit.AddClass("cat"), ANNA);
      for (int row = 0; row < 5; row++) {
        session.apply(new Edit.SetLabels(new int[] {row}, Map.of("c2", (byte) 1)), ANNA);
      }
      session.undo().join();
      session.undo().join();
      session.redo().join();
    }
  }

  private ProjectSession open() throws ProjectFormatException {
    return ProjectSession.open(
        folder, Access.READ_WRITE, new DefaultOperationHistory(), InstantSource.system(), null);
  }

  private void sql(String... statements) throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("labels.db"));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private List<Finding> check() throws ProjectFormatException {
    return new ProjectCheck(folder).run(false, null);
  }

  private List<String> repair() throws ProjectFormatException {
    return new ProjectCheck(folder).repair(InstantSource.system(), null);
  }

  private void damage(String expected) throws ProjectFormatException {
    List<Finding> findings = check();
    assertTrue(
        findings.stream()
            .anyMatch(f -> f.kind() == Finding.Kind.DAMAGE && f.message().contains(expected)),
        findings::toString);
  }

  @Test
  void aSoundProjectHasNoFindings() throws Exception {
    assertEquals(List.of(), check());
    assertEquals(List.of(), repair());
    assertFalse(Files.exists(folder.resolve("backups")));
    try (ProjectSession session = open()) {
      assertEquals(List.of(), check(), "beside somebody who labels");
      assertThrows(ProjectLockedException.class, this::repair);
      session.apply(new Edit.AddClass("dog"), ANNA);
    }
  }

  @Test
  void labelsThatNoEventExplainsBecomeAnEventThatCanBeUndone() throws Exception {
    sql(
        "UPDATE cells SET data = CAST(substr(data, 1, 100) || x'01' || substr(data, 102) AS BLOB)"
            + " WHERE col = 2");
    damage("does not explain 1 labels");
    assertTrue(repair().toString().contains("event of their own"));
    assertEquals(List.of(), check());
    try (ProjectSession session = open()) {
      assertEquals(LabelTable.PRESENT, session.labels().label(100, 0));
      session.undo().join();
      assertEquals(LabelTable.UNKNOWN, session.labels().label(100, 0));
    }
    assertEquals(List.of(), check());
  }

  @Test
  void statesOfEventsAreFoundFromTheUndos() throws Exception {
    sql("UPDATE events SET state = 0 WHERE batch = 4");
    damage("whether they were undone");
    assertFalse(repair().isEmpty());
    assertEquals(List.of(), check());
  }

  @Test
  void damagedPagesAreFoundAndTheRestIsSaved() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("labels.db"));
    int page = rootPage("cells");
    Arrays.fill(bytes, (page - 1) * 4096, page * 4096, (byte) 0);
    Files.write(folder.resolve("labels.db"), bytes);
    damage("damaged");
    assertTrue(repair().toString().contains("labels.db.damaged"));
    assertEquals(List.of(), check());
    try (ProjectSession session = open()) {
      assertEquals(LabelTable.PRESENT, session.labels().label(3, 0));
      assertEquals(LabelTable.UNKNOWN, session.labels().label(4, 0));
    }
  }

  private int rootPage(String table) throws SQLException {
    var source = new org.sqlite.SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("labels.db"));
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT rootpage FROM sqlite_schema WHERE name = '" + table + "'")) {
      result.next();
      return result.getInt(1);
    }
  }

  @Test
  void missingRowsAndImpossibleLabelsAreDamage() throws Exception {
    sql("DELETE FROM images WHERE row = 7");
    damage("only 299 are listed");
    repair();
    try (ProjectSession session = open()) {
      assertEquals("lost-image-7", session.labels().path(7));
    }
    sql("UPDATE cells SET data = zeroblob(3)");
    damage("labels that are none");
    repair();
    assertEquals(List.of(), check());
  }

  @Test
  void missingImagesAndLeftoversAreWarnings() throws Exception {
    Files.writeString(folder.resolve("labels.db.new"), "half");
    Files.createDirectories(folder.resolve("backups/.part-1"));
    List<Finding> findings = new ProjectCheck(folder).run(true, null);
    assertEquals(3, findings.size(), findings::toString);
    assertTrue(
        findings.stream().allMatch(f -> f.kind() == Finding.Kind.WARNING), findings::toString);
    assertTrue(
        findings.toString().contains("300 of 300 image files are missing, such as 0.png"),
        findings::toString);
    assertEquals(2, repair().size());
    assertEquals(List.of(), check());
  }

  @Test
  void aFolderWithoutProjectIsNamed() throws Exception {
    Files.delete(folder.resolve("labels.db"));
    ProjectFormatException e = assertThrows(ProjectFormatException.class, this::check);
    assertTrue(e.getMessage().contains("is missing"), e.getMessage());
  }
}
