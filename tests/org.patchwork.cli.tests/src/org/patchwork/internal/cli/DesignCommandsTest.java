// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.learn.RunRecord;

/** Six images with two features: cat in the first three, absent in the others. */
class DesignCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws Exception {
    context = new TestContext(folder);
    Pets.images(folder, 3);
    Pets.features(folder, 3, (dog, i) -> new float[] {dog ? -1 : 1, i});
    context.ok("import", "pets", "--images", "images");
    context.ok("features", "pets", "--features", "npy:features.npy");
    context.ok("classes", "pets", "--add", "cat");
    context.ok("label", "pets", "--rows", "0-2", "--set", "cat=present");
    context.ok("label", "pets", "--rows", "3-5", "--set", "cat=absent");
  }

  @Test
  void designsAreMadeCopiedRenamedUsedAndRemoved() throws Exception {
    context.ok("designs", "pets");
    assertTrue(context.out().contains("no design of its own"), context.out());
    context.ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    context.ok("designs", "copy", "pets", "Plain", "Other");
    context.ok("designs", "rename", "pets", "Other", "Soft");
    context.ok("designs", "add", "pets", "Soft", "--output", "softmax", "--replace", "--use=false");
    JsonNode listed = context.json("designs", "pets");
    assertEquals("Plain", listed.get("inUse").asText());
    assertEquals(2, listed.get("designs").size());
    assertTrue(listed.get("designs").get(1).get("output").asText().endsWith("softmax"));
    assertEquals("Soft", context.json("designs", "use", "pets", "soft").get("inUse").asText());
    assertEquals(1, context.json("designs", "remove", "pets", "Soft").get("designs").size());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    context.ok("designs", "add", "pets", "Plain");
    assertEquals(ExitCodes.USAGE, context.run("designs", "add", "pets", "plain"));
    assertTrue(context.err().contains("already"), context.err());
    assertEquals(ExitCodes.USAGE, context.run("designs", "use", "pets", "Deep"));
    assertTrue(context.err().contains("it has Plain"), context.err());
    assertEquals(
        ExitCodes.USAGE,
        context.run("designs", "add", "pets", "Weighted", "--class-weights", "balanced"));
    assertTrue(context.err().contains("takes no class weights"), context.err());
    assertEquals(
        ExitCodes.USAGE, context.run("train", "pets", "--design", "Plain", "--output", "softmax"));
    assertTrue(context.err().contains("leave --fine-tuning and --output out"), context.err());
  }

  @Test
  void showsTheNetworkAndWhatTheLossWillSee() throws Exception {
    JsonNode shown = context.json("designs", "show", "pets", "--output", "sigmoid");
    assertEquals("Features", shown.get("network").get(0).get("title").asText());
    JsonNode cat = shown.get("classes").get(0);
    assertEquals("cat", cat.get("class").asText());
    assertEquals(3, cat.get("present").asInt());
    assertEquals(8, cat.get("presentInBatch").asDouble(), 1e-9);
    assertEquals(1, cat.get("presentWeight").asDouble());
  }

  @Test
  void saysInWhatDesignsDiffer() throws Exception {
    context.ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    context.ok("designs", "add", "pets", "Soft", "--output", "softmax");
    JsonNode compared = context.json("designs", "compare", "pets");
    assertEquals("Output", compared.get("lines").get(0).get("label").asText());
    assertEquals(1, compared.get("lines").size());
    assertTrue(
        context.json("designs", "compare", "pets", "Plain,Soft", "--all").get("lines").size() > 3);
  }

  @Test
  void trainsTheDesignThatIsNamedWithAnotherLoss() throws Exception {
    context.ok("designs", "add", "pets", "Soft", "--output", "softmax");
    context.ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    JsonNode run =
        context.json("train", "pets", "--design", "Soft", "--loss", "loss", "--epochs", "1");
    RunRecord record = RunRecord.read(Path.of(run.get("run").asText()));
    assertTrue(record.design().outputId().endsWith("softmax"));
    assertEquals("loss", record.design().lossId());
    run = context.json("train", "pets", "--epochs", "1");
    record = RunRecord.read(Path.of(run.get("run").asText()));
    assertTrue(record.design().outputId().endsWith("sigmoid"));
    assertTrue(record.design().hasOwnLoss());
  }
}
