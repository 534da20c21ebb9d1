// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;

/** Six images: cat in 0 to 2, dog in 2 to 4, each absent in the other's. */
class ClassCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException {
    context = new TestContext(folder);
    Pets.list(folder, 6);
    context.ok("import", "pets", "--list", "list.txt");
    context.ok("classes", "pets", "--add", "cat,dog");
    context.ok("label", "pets", "--rows", "0-2", "--set", "cat=present");
    context.ok("label", "pets", "--rows", "3-4", "--set", "cat=absent");
    context.ok("label", "pets", "--rows", "2-4", "--set", "dog=present");
    context.ok("label", "pets", "--rows", "0", "--set", "dog=absent");
  }

  private String classes() throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonNode each : context.json("classes", "pets").path("classes")) {
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
    JsonNode dry = context.json("classes", "merge", "pets", "cat", "dog", "--dry-run");
    assertEquals(3, dry.path("conflicts").asInt());
    assertEquals("0.png", dry.path("conflictingPaths").path(0).asText());
    assertEquals(2, dry.path("changedImages").asInt());
    assertTrue(dry.path("dryRun").asBoolean());
    assertEquals("cat 3/2 dog 3/1", classes());

    JsonNode done = context.json("classes", "merge", "pets", "cat", "dog");
    assertEquals(dry.path("changes"), done.path("changes"));
    assertEquals("dog 5/0", classes());
    assertEquals(
        "cat",
        context.json("classes", "restore", "pets").path("trash").path(0).path("name").asText());
    context.json("classes", "restore", "pets", "cat");
    assertEquals("dog 5/0 cat 3/2", classes());
  }

  @Test
  void splitAndCopy() throws IOException {
    context.json("classes", "split", "pets", "dog", "puppy", "--paths", "4.png,0.png");
    assertEquals("cat 3/2 dog 2/2 puppy 1/1", classes());
    context.json("classes", "copy", "pets", "puppy", "whelp");
    assertEquals("cat 3/2 dog 2/2 puppy 1/1 whelp 1/1", classes());
  }

  @Test
  void groupsAndParentsImplyAndContradict() throws IOException {
    context.json("classes", "pets", "--add", "animal");
    context.json("classes", "group", "pets", "cat,dog", "species");
    context.json("classes", "parent", "pets", "cat", "animal");
    JsonNode checked = context.json("classes", "check", "pets");
    assertEquals("group", checked.path("contradictions").path(0).path("kind").asText());
    assertEquals("2.png", checked.path("contradictions").path(0).path("paths").path(0).asText());
    assertEquals(4, checked.path("implied").asInt(), "animal in 0 to 2, dog in 1");
    assertEquals(3, context.json("classes", "imply", "pets").path("changedImages").asInt());
    assertEquals("cat 3/2 dog 3/2 animal 3/0", classes());
    context.json("label", "pets", "--rows", "5", "--set", "cat=present", "--implied");
    assertEquals("cat 4/2 dog 3/3 animal 4/0", classes());
    assertEquals(ExitCodes.FAILED, context.run("classes", "parent", "pets", "animal", "cat"));
    assertTrue(context.err().contains("would be a kind of itself"), context::err);
    context.json("classes", "group", "pets", "cat,dog");
    context.json("classes", "parent", "pets", "cat");
    assertEquals(0, context.json("classes", "check", "pets").path("contradictions").size());
  }

  @Test
  void importOffersWhatFollowsAndSetsItWhenTold() throws IOException {
    context.json("classes", "pets", "--add", "animal");
    context.json("classes", "parent", "pets", "dog", "animal");
    Files.writeString(folder.resolve("more.csv"), "filepath,dog\n5.png,1.0\n");
    assertEquals(4, context.json("import", "pets", "--csv", "more.csv").path("implied").asInt());
    context.ok("import", "pets", "--csv", "more.csv");
    assertTrue(context.out().contains("4 unknown labels follow"), context::out);
    context.json("import", "pets", "--csv", "more.csv", "--implied=true");
    assertEquals("cat 3/2 dog 4/1 animal 4/0", classes());
  }

  @Test
  void whatIsSaidAboutAClass() throws IOException {
    context.json("classes", "goal", "pets", "dog", "50");
    context.json("classes", "move", "pets", "dog", "1");
    context.json(
        "classes", "describe", "pets", "dog", "--text", "Barks", "--key", "d", "--examples", "4,2");
    JsonNode dog = context.json("classes", "pets").path("classes").path(0);
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
    context.ok("classes", "split", "--help");
    assertTrue(context.out().contains("patchwork classes split"), context::out);
    assertFalse(context.out().contains("classes-split"), context::out);
  }
}
