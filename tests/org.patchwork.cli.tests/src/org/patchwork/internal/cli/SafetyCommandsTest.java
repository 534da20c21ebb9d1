// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** A project with the class cat and two images, one of them in the folder red. */
class SafetyCommandsTest {
  @TempDir private Path folder;
  private Path project;
  private TestContext context;

  @BeforeEach
  void makeProject() throws Exception {
    context = new TestContext(folder);
    project = folder.resolve("pets");
    Files.createDirectories(folder.resolve("pictures/red"));
    Files.writeString(folder.resolve("pictures/0.png"), "picture");
    Files.writeString(folder.resolve("pictures/red/1.png"), "picture");
    try (ProjectSession session =
        ProjectSession.create(
            project,
            new NewProject("Pets", folder.resolve("pictures"), "", false),
            new NullProgressMonitor())) {
      EditOrigin anna = new EditOrigin("anna", "keyboard");
      session.apply(
          new Edit.AddImages(List.of(new ImageEntry("0.png"), new ImageEntry("red/1.png"))), anna);
      session.apply(new Edit.AddClass("cat"), anna);
    }
  }

  @Test
  void backsUpAndRestores() throws IOException {
    String name = context.json("backup", "pets").get("made").asText();
    context.ok("classes", "pets", "--remove", "cat");
    assertEquals(name, context.json("restore", "pets", "newest").get("restored").asText());
    context.ok("classes", "pets");
    assertTrue(context.out().contains("cat"), context.out());
    assertEquals(2, context.json("backup", "pets", "--list").get("backups").size());
    assertEquals(ExitCodes.USAGE, context.run("restore", "pets", "yesterday"));
    assertTrue(context.err().contains(name), context.err());
  }

  @Test
  void checksAndRepairs() throws IOException, SQLException {
    context.ok("check", "pets", "--images");
    assertTrue(context.out().contains("All is well"), context.out());
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + project.resolve("labels.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE meta SET value = '3' WHERE key = 'rows'");
    }
    JsonNode damaged = context.json(ExitCodes.FAILED, "check", "pets");
    assertFalse(damaged.get("ok").asBoolean());
    assertEquals("damage", damaged.get("findings").get(0).get("kind").asText());
    assertTrue(context.json("check", "pets", "--repair").get("ok").asBoolean());
  }

  @Test
  void findsMovedImages() throws IOException {
    Files.createDirectories(folder.resolve("archive"));
    Files.move(folder.resolve("pictures/red"), folder.resolve("archive/red"));
    JsonNode missing = context.json("relocate", "pets");
    assertEquals(1, missing.get("missing").asInt());
    assertEquals("red", missing.get("folders").get(0).get("name").asText());
    assertEquals(
        0,
        context
            .json("relocate", "pets", "--search", "archive", "--dry-run")
            .get("missingAfter")
            .asInt());
    assertEquals(1, context.json("relocate", "pets").get("missing").asInt());
    context.ok("relocate", "pets", "archive/red", "--from", "red/");
    assertEquals(0, context.json("relocate", "pets").get("missing").asInt());
    assertEquals(ExitCodes.USAGE, context.run("relocate", "pets", "nowhere"));
  }
}
