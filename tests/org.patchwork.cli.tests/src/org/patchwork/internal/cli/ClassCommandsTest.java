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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.Command;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.commands.ClassesCommand;
import org.patchwork.internal.cli.commands.ImportCommand;
import org.patchwork.internal.cli.commands.LabelCommand;
import org.patchwork.internal.cli.commands.classes.CheckClassesCommand;
import org.patchwork.internal.cli.commands.classes.CopyClassCommand;
import org.patchwork.internal.cli.commands.classes.DescribeClassCommand;
import org.patchwork.internal.cli.commands.classes.GoalCommand;
import org.patchwork.internal.cli.commands.classes.GroupClassesCommand;
import org.patchwork.internal.cli.commands.classes.ImplyCommand;
import org.patchwork.internal.cli.commands.classes.MergeClassesCommand;
import org.patchwork.internal.cli.commands.classes.MoveClassCommand;
import org.patchwork.internal.cli.commands.classes.ParentClassCommand;
import org.patchwork.internal.cli.commands.classes.RestoreClassCommand;
import org.patchwork.internal.cli.commands.classes.SplitClassCommand;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** Six images: cat in 0 to 2, dog in 2 to 4, each absent in the other's. */
class ClassCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws ProjectFormatException {
    Map<String, Command<?>> commands = new LinkedHashMap<>();
    commands.put("org.patchwork.cli.classes", new ClassesCommand());
    commands.put("org.patchwork.cli.label", new LabelCommand());
    commands.put("org.patchwork.cli.import", new ImportCommand());
    commands.put("org.patchwork.cli.classes-merge", new MergeClassesCommand());
    commands.put("org.patchwork.cli.classes-split", new SplitClassCommand());
    commands.put("org.patchwork.cli.classes-copy", new CopyClassCommand());
    commands.put("org.patchwork.cli.classes-group", new GroupClassesCommand());
    commands.put("org.patchwork.cli.classes-parent", new ParentClassCommand());
    commands.put("org.patchwork.cli.classes-goal", new GoalCommand());
    commands.put("org.patchwork.cli.classes-move", new MoveClassCommand());
    commands.put("org.patchwork.cli.classes-describe", new DescribeClassCommand());
    commands.put("org.patchwork.cli.classes-restore", new RestoreClassCommand());
    commands.put("org.patchwork.cli.classes-imply", new ImplyCommand());
    commands.put("org.patchwork.cli.classes-check", new CheckClassesCommand());
    context = new TestContext(folder, commands);
    EditOrigin origin = new EditOrigin("anna", "test");
    try (ProjectSession session =
        ProjectSession.create(
            folder.resolve("pets"), new NewProject("Pets"), new NullProgressMonitor())) {
      List<ImageEntry> images =
          IntStream.range(0, 6).mapToObj(i -> new ImageEntry(i + ".png")).toList();
      session.apply(new Edit.AddImages(images), origin);
      session.apply(new Edit.AddClass("cat"), origin);
      session.apply(new Edit.AddClass("dog"), origin);
    }
    assertEquals(
        ExitCodes.OK, context.run("label", "pets", "--rows", "0-2", "--set", "cat=present"));
    assertEquals(
        ExitCodes.OK, context.run("label", "pets", "--rows", "3-4", "--set", "cat=absent"));
    assertEquals(
        ExitCodes.OK, context.run("label", "pets", "--rows", "2-4", "--set", "dog=present"));
    assertEquals(ExitCodes.OK, context.run("label", "pets", "--rows", "0", "--set", "dog=absent"));
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(ExitCodes.OK, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  private String classes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonNode each : json("classes", "pets").path("classes")) {
      text.append(each.path("name").asText())
          .append(' ')
          .append(each.path("present").asInt())
          .append('/')
          .append(each.path("absent").asInt())
          .append(' ');
    }
    return text.toString().strip();
  }

  @Test
  void mergeIsTriedFirstAndRestoredAfterwards() throws IOException {
    JsonNode dry = json("classes", "merge", "pets", "cat", "dog", "--dry-run");
    assertEquals(3, dry.path("conflicts").asInt());
    assertEquals("0.png", dry.path("conflictingPaths").path(0).asText());
    assertEquals(2, dry.path("changedImages").asInt());
    assertTrue(dry.path("dryRun").asBoolean());
    assertEquals("cat 3/2 dog 3/1", classes());

    JsonNode done = json("classes", "merge", "pets", "cat", "dog");
    assertEquals(dry.path("changes"), done.path("changes"));
    assertEquals("dog 5/0", classes());
    assertEquals(
        "cat", json("classes", "restore", "pets").path("trash").path(0).path("name").asText());
    json("classes", "restore", "pets", "cat");
    assertEquals("dog 5/0 cat 3/2", classes());
  }

  @Test
  void splitAndCopy() throws IOException {
    json("classes", "split", "pets", "dog", "puppy", "--paths", "4.png,0.png");
    assertEquals("cat 3/2 dog 2/2 puppy 1/1", classes());
    json("classes", "copy", "pets", "puppy", "whelp");
    assertEquals("cat 3/2 dog 2/2 puppy 1/1 whelp 1/1", classes());
  }

  @Test
  void groupsAndParentsImplyAndContradict() throws IOException {
    json("classes", "pets", "--add", "animal");
    json("classes", "group", "pets", "cat,dog", "species");
    json("classes", "parent", "pets", "cat", "animal");
    JsonNode checked = json("classes", "check", "pets");
    assertEquals("group", checked.path("contradictions").path(0).path("kind").asText());
    assertEquals("2.png", checked.path("contradictions").path(0).path("paths").path(0).asText());
    assertEquals(4, checked.path("implied").asInt(), "animal in 0 to 2, dog in 1");
    assertEquals(3, json("classes", "imply", "pets").path("changedImages").asInt());
    assertEquals("cat 3/2 dog 3/2 animal 3/0", classes());
    json("label", "pets", "--rows", "5", "--set", "cat=present", "--implied");
    assertEquals("cat 4/2 dog 3/3 animal 4/0", classes());
    assertEquals(ExitCodes.FAILED, context.run("classes", "parent", "pets", "animal", "cat"));
    assertTrue(context.err().contains("would be a kind of itself"), context::err);
    json("classes", "group", "pets", "cat,dog");
    json("classes", "parent", "pets", "cat");
    assertEquals(0, json("classes", "check", "pets").path("contradictions").size());
  }

  @Test
  void importOffersWhatFollowsAndSetsItWhenTold() throws IOException {
    json("classes", "pets", "--add", "animal");
    json("classes", "parent", "pets", "dog", "animal");
    Files.writeString(folder.resolve("more.csv"), "filepath,dog\n5.png,1.0\n");
    assertEquals(4, json("import", "pets", "--csv", "more.csv").path("implied").asInt());
    assertEquals(ExitCodes.OK, context.run("import", "pets", "--csv", "more.csv"));
    assertTrue(context.out().contains("4 unknown labels follow"), context::out);
    json("import", "pets", "--csv", "more.csv", "--implied=true");
    assertEquals("cat 3/2 dog 4/1 animal 4/0", classes());
  }

  @Test
  void whatIsSaidAboutAClass() throws IOException {
    json("classes", "goal", "pets", "dog", "50");
    json("classes", "move", "pets", "dog", "1");
    json(
        "classes", "describe", "pets", "dog", "--text", "Barks", "--key", "d", "--examples", "4,2");
    JsonNode dog = json("classes", "pets").path("classes").path(0);
    assertEquals("dog", dog.path("name").asText());
    assertEquals(50, dog.path("goal").asInt());
    assertEquals("Barks", dog.path("description").asText());
    assertEquals("d", dog.path("hotKey").asText());
    assertEquals("[4,2]", dog.path("examples").toString());
  }

  @Test
  void mistakesAreNamed() {
    assertEquals(ExitCodes.USAGE, context.run("classes", "merge", "pets", "cat", "cow"));
    assertTrue(context.err().contains("it has cat, dog"), context::err);
    assertTrue(context.err().contains("patchwork classes merge --help"), context::err);
    assertEquals(ExitCodes.USAGE, context.run("classes", "restore", "pets", "cow"));
    assertTrue(
        context.err().contains("There is no removed class \"cow\"; there are none"), context::err);
    assertEquals(ExitCodes.OK, context.run("classes", "split", "--help"));
    assertTrue(context.out().contains("patchwork classes split"), context::out);
    assertFalse(context.out().contains("classes-split"), context::out);
  }
}
