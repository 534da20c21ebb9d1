// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** Two images; event 3 labels both cat, event 4 removes the class. */
class HistoryCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws ProjectFormatException {
    context = new TestContext(folder);
    try (ProjectSession session =
        ProjectSession.create(
            folder.resolve("pets"), new NewProject("Pets"), new NullProgressMonitor())) {
      EditOrigin anna = new EditOrigin("anna", "keyboard");
      session.apply(
          new Edit.AddImages(List.of(new ImageEntry("0.png"), new ImageEntry("1.png"))), anna);
      session.apply(new Edit.AddClass("cat"), anna);
      String cat = session.classes().get(0).getId();
      session.apply(
          new Edit.SetLabels(new int[] {0, 1}, Map.of(cat, (byte) 1)),
          new EditOrigin("berta", "margin", 3000));
      session.apply(new Edit.RemoveClass(cat), anna);
    }
  }

  @Test
  void listsTheNewestEventsFirst() throws IOException {
    context.ok("history", "pets");
    assertTrue(context.out().contains("remove class cat"), context.out());
    assertTrue(context.out().contains("4 of 4 events"), context.out());
    JsonNode page = context.json("history", "pets", "--limit", "2");
    assertEquals(2, page.get("events").size());
    assertEquals(4, page.get("events").get(0).get("event").asInt());
    assertEquals(4, page.get("total").asInt());
    JsonNode next = context.json("history", "pets", "--limit", "2", "--before", "3");
    assertEquals(2, next.get("events").get(0).get("event").asInt());
  }

  @Test
  void filtersAlsoByARemovedClass() throws IOException {
    JsonNode event = context.json("history", "pets", "--annotator", "berta").get("events").get(0);
    assertEquals("margin", event.get("source").asText());
    assertEquals(2, event.get("cells").asInt());
    assertEquals(3000, event.get("activeMs").asInt());
    assertEquals(3, context.json("history", "pets", "--of-class", "cat").get("total").asInt());
    assertEquals(0, context.json("history", "pets", "--to", "2001-01-01").get("total").asInt());
    assertEquals(
        4, context.json("history", "pets", "--from", "2001-01-01T10:00").get("total").asInt());
  }

  @Test
  void wrongOptionsAreNamed() {
    assertEquals(ExitCodes.USAGE, context.run("history", "pets", "--from", "yesterday"));
    assertTrue(context.err().contains("2026-05-01"), context.err());
    assertEquals(ExitCodes.USAGE, context.run("history", "pets", "--of-class", "dog"));
    assertEquals(ExitCodes.FAILED, context.run("history", "look", "pets", "99"));
    assertTrue(context.err().contains("no event number 99"), context.err());
  }

  @Test
  void exportsOneRowPerLabel() throws IOException {
    JsonNode result = context.json("history", "export", "pets", "--out", "events.csv");
    assertEquals(2, result.get("rows").asInt());
    assertEquals(3, Files.readAllLines(folder.resolve("events.csv")).size());
  }

  @Test
  void looksBackAndRestores() throws IOException {
    JsonNode then = context.json("history", "look", "pets", "3", "--out", "then.csv");
    assertEquals(2, then.get("classes").get(0).get("present").asInt());
    assertTrue(Files.readString(folder.resolve("then.csv")).contains("0.png,False,False,1.0"));

    JsonNode dry = context.json("history", "restore", "pets", "3", "--dry-run");
    assertEquals("cat", dry.get("addedClasses").get(0).asText());
    assertEquals(4, context.json("history", "pets").get("total").asInt());
    assertEquals(5, context.json("history", "restore", "pets", "3").get("newEvent").asInt());
    assertEquals(
        2,
        context.json("history", "look", "pets", "5").get("classes").get(0).get("present").asInt());
  }
}
