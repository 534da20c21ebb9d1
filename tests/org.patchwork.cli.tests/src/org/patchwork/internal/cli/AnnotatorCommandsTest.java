// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;

/** Two people label fifty images: 20 both present, 5 and 10 one of them, 15 neither. */
class AnnotatorCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void project() throws IOException {
    context = new TestContext(folder);
    Pets.list(folder, 50);
    context.ok("import", "p", "--list", "list.txt");
    context.ok("classes", "p", "--add", "cat");
    label("Anna", "0-24", "present");
    label("Anna", "25-49", "absent");
    label("Ben", "0-19", "present");
    label("Ben", "20-24", "absent");
    label("Ben", "25-34", "present");
    label("Ben", "35-49", "absent");
  }

  private void label(String who, String rows, String value) {
    context.ok("label", "p", "--rows", rows, "--set", "cat=" + value, "--annotator", who);
  }

  @Test
  void agreementIsTheKappaWorkedByHand() throws IOException {
    JsonNode result = context.json("agreement", "p", "--list", "2");
    assertEquals(.4, result.get("pairs").get(0).get("kappa").asDouble(), 1e-12);
    assertEquals(.7, result.get("pairs").get(0).get("observed").asDouble(), 1e-12);
    // Fleiss pools the rates: p = .55, chance .55² + .45² = .505, (.7 − .505) / .495
    assertEquals(.195 / .495, result.get("classes").get(0).get("kappa").asDouble(), 1e-12);
    assertEquals(15, result.get("disagreements").asInt());
    assertEquals(50, result.get("annotators").get(1).get("answers").asInt());
    JsonNode first = result.get("listed").get(0);
    assertEquals("20.png", first.get("path").asText());
    assertEquals("{\"Anna\":\"present\",\"Ben\":\"absent\"}", first.get("answers").toString());
    assertTrue(result.get("secondLooks").isEmpty());
    context.ok("agreement", "p");
    assertTrue(context.out().contains("Anna : Ben"), context.out());
    assertTrue(context.out().contains("0.400"), context.out());
  }

  @Test
  void withoutAnswersNothingIsAvailable() throws IOException {
    context.ok("import", "q", "--list", "list.txt");
    context.ok("classes", "q", "--add", "cat");
    JsonNode result = context.json("agreement", "q");
    assertTrue(result.get("overall").get("kappa").isNull());
    context.ok("agreement", "q");
    assertTrue(context.out().contains("Nobody has answered yet"), context.out());
  }

  @Test
  void anotherRuleCanBeTriedBeforeItIsSet() throws IOException {
    JsonNode dry = context.json("agreement", "p", "--rule", "majority", "--dry-run");
    assertEquals(15, dry.get("changedLabels").asInt());
    assertEquals("last_wins", dry.get("rule").asText());
    context.json("agreement", "p", "--rule", "majority");
    JsonNode now = context.json("agreement", "p", "--rule", "last-wins", "--dry-run");
    assertEquals("majority", now.get("rule").asText());
    assertEquals(15, now.get("changedLabels").asInt());
  }

  @Test
  void everyAnswerIsWritten() throws IOException {
    context.json("agreement", "p", "--votes", "votes.csv");
    List<String> lines = Files.readAllLines(folder.resolve("votes.csv"));
    assertEquals(101, lines.size());
    assertEquals("20.png,cat,Anna,1,1", lines.get(41));
    assertEquals("20.png,cat,Ben,1,0", lines.get(42));
  }

  @Test
  void aLabelFileIsMergedAfterALook() throws IOException {
    Files.writeString(
        folder.resolve("cara.csv"), "filepath,cat,cow\n0.png,0,1\n1.png,1,\nnew.png,1,0\n");
    JsonNode dry = context.json("merge", "p", "cara.csv", "--dry-run");
    assertEquals(2, dry.get("matched").asInt());
    JsonNode cat = dry.get("classes").get(0);
    assertEquals(1, cat.get("conflicts").asInt());
    assertEquals(1, cat.get("equal").asInt());
    assertEquals("present", dry.get("listed").get(0).get("mine").asText());
    assertEquals(1, context.json("agreement", "p").get("classes").size());
    JsonNode done =
        context.json(
            "merge",
            "p",
            "cara.csv",
            "--on-conflict",
            "take-theirs",
            "--classes",
            "cow=leave-out",
            "--add-images");
    assertEquals(1, done.get("added").asInt());
    assertEquals(2, done.get("changedLabels").asInt());
    assertFalse(done.get("dryRun").asBoolean());
    JsonNode agreement = context.json("agreement", "p");
    assertEquals("cara", agreement.get("annotators").get(2).get("name").asText());
    assertEquals(0, context.json("merge", "p", "cara.csv").get("conflicts").asInt());
  }

  @Test
  void aProjectIsMergedWithItsAnnotators() throws IOException {
    context.ok("import", "q", "--list", "list.txt");
    context.ok("classes", "q", "--add", "cat");
    context.ok("label", "q", "--rows", "0", "--set", "cat=absent", "--annotator", "Dora");
    JsonNode merged = context.json("merge", "p", "q");
    assertEquals("[\"Dora\"]", merged.get("annotators").toString());
    assertEquals(3, context.json("agreement", "p").get("annotators").size());
  }

  @Test
  void whatCannotBeMergedIsSaid() {
    assertEquals(ExitCodes.FAILED, context.run("merge", "p", "nowhere"));
    assertTrue(context.err().contains("neither the folder of a project nor"), context.err());
    assertEquals(
        ExitCodes.USAGE,
        context.run(
            "label", "p", "--rows", "0", "--set", "cat=1", "--annotator", "A (second look)"));
    assertEquals(ExitCodes.USAGE, context.run("merge", "p", "p", "--classes", "hen=take-theirs"));
    assertTrue(context.err().contains("has no class \"hen\""), context.err());
  }
}
