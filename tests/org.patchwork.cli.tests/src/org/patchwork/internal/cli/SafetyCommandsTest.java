// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.Command;
import org.patchwork.cli.ExitCodes;
import org.patchwork.internal.cli.commands.ClassesCommand;
import org.patchwork.internal.cli.commands.safety.BackupCommand;
import org.patchwork.internal.cli.commands.safety.CheckCommand;
import org.patchwork.internal.cli.commands.safety.RelocateCommand;
import org.patchwork.internal.cli.commands.safety.RestoreCommand;
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
    Map<String, Command<?>> commands = new LinkedHashMap<>();
    commands.put("org.patchwork.cli.backup", new BackupCommand());
    commands.put("org.patchwork.cli.restore", new RestoreCommand());
    commands.put("org.patchwork.cli.check", new CheckCommand());
    commands.put("org.patchwork.cli.relocate", new RelocateCommand());
    commands.put("org.patchwork.cli.classes", new ClassesCommand());
    context = new TestContext(folder, commands);
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

  private JsonNode json(int exitCode, String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(exitCode, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  @Test
  void backsUpAndRestores() throws IOException {
    String name = json(ExitCodes.OK, "backup", "pets").get("made").asText();
    assertEquals(ExitCodes.OK, context.run("classes", "pets", "--remove", "cat"));
    assertEquals(name, json(ExitCodes.OK, "restore", "pets", "newest").get("restored").asText());
    assertEquals(ExitCodes.OK, context.run("classes", "pets"));
    assertTrue(context.out().contains("cat"), context.out());
    assertEquals(2, json(ExitCodes.OK, "backup", "pets", "--list").get("backups").size());
    assertEquals(ExitCodes.USAGE, context.run("restore", "pets", "yesterday"));
    assertTrue(context.err().contains(name), context.err());
  }

  @Test
  void checksAndRepairs() throws IOException, SQLException {
    assertEquals(ExitCodes.OK, context.run("check", "pets", "--images"), context::err);
    assertTrue(context.out().contains("All is well"), context.out());
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + project.resolve("labels.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE meta SET value = '3' WHERE key = 'rows'");
    }
    JsonNode damaged = json(ExitCodes.FAILED, "check", "pets");
    assertFalse(damaged.get("ok").asBoolean());
    assertEquals("damage", damaged.get("findings").get(0).get("kind").asText());
    assertTrue(json(ExitCodes.OK, "check", "pets", "--repair").get("ok").asBoolean());
  }

  @Test
  void findsMovedImages() throws IOException {
    Files.createDirectories(folder.resolve("archive"));
    Files.move(folder.resolve("pictures/red"), folder.resolve("archive/red"));
    JsonNode missing = json(ExitCodes.OK, "relocate", "pets");
    assertEquals(1, missing.get("missing").asInt());
    assertEquals("red", missing.get("folders").get(0).get("name").asText());
    assertEquals(
        0,
        json(ExitCodes.OK, "relocate", "pets", "--search", "archive", "--dry-run")
            .get("missingAfter")
            .asInt());
    assertEquals(1, json(ExitCodes.OK, "relocate", "pets").get("missing").asInt());
    assertEquals(ExitCodes.OK, context.run("relocate", "pets", "archive/red", "--from", "red/"));
    assertEquals(0, json(ExitCodes.OK, "relocate", "pets").get("missing").asInt());
    assertEquals(ExitCodes.USAGE, context.run("relocate", "pets", "nowhere"));
  }
}
