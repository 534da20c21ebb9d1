// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.Command;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.internal.cli.commands.TrainCommand;
import org.patchwork.internal.cli.commands.designs.AddDesignCommand;
import org.patchwork.internal.cli.commands.designs.CompareDesignsCommand;
import org.patchwork.internal.cli.commands.designs.CopyDesignCommand;
import org.patchwork.internal.cli.commands.designs.DesignsCommand;
import org.patchwork.internal.cli.commands.designs.RemoveDesignCommand;
import org.patchwork.internal.cli.commands.designs.RenameDesignCommand;
import org.patchwork.internal.cli.commands.designs.ShowDesignCommand;
import org.patchwork.internal.cli.commands.designs.UseDesignCommand;
import org.patchwork.learn.RunRecord;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

/** Six images with two features: cat in the first three, absent in the others. */
class DesignCommandsTest {
  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws Exception {
    Map<String, Command<?>> commands = new LinkedHashMap<>();
    commands.put("org.patchwork.cli.designs", new DesignsCommand());
    commands.put("org.patchwork.cli.designs-show", new ShowDesignCommand());
    commands.put("org.patchwork.cli.designs-add", new AddDesignCommand());
    commands.put("org.patchwork.cli.designs-use", new UseDesignCommand());
    commands.put("org.patchwork.cli.designs-copy", new CopyDesignCommand());
    commands.put("org.patchwork.cli.designs-rename", new RenameDesignCommand());
    commands.put("org.patchwork.cli.designs-remove", new RemoveDesignCommand());
    commands.put("org.patchwork.cli.designs-compare", new CompareDesignsCommand());
    commands.put("org.patchwork.cli.train", new TrainCommand());
    context = new TestContext(folder, commands);
    EditOrigin origin = new EditOrigin("anna", "test");
    Path features = folder.resolve("features.npy");
    try (NpyWriter writer = NpyWriter.open(features, NpyType.FLOAT32, new int[] {2})) {
      for (int i = 0; i < 6; i++) {
        writer.append(new float[] {i < 3 ? 1 : -1, i}, 0);
      }
    }
    try (ProjectSession session =
        ProjectSession.create(
            folder.resolve("pets"), new NewProject("Pets"), new NullProgressMonitor())) {
      List<ImageEntry> images =
          IntStream.range(0, 6).mapToObj(i -> new ImageEntry(i + ".png")).toList();
      session.apply(new Edit.AddImages(images), origin);
      session.apply(new Edit.AddClass("cat"), origin);
      String cat = session.classByName("cat").getId();
      session.apply(new Edit.SetLabels(new int[] {0, 1, 2}, Map.of(cat, (byte) 1)), origin);
      session.apply(new Edit.SetLabels(new int[] {3, 4, 5}, Map.of(cat, (byte) 0)), origin);
      session.importFeatures(features, "two", new NullProgressMonitor());
      session.activateFeatures("two");
    }
  }

  private void ok(String... arguments) {
    assertEquals(ExitCodes.OK, context.run(arguments), context.err());
  }

  private JsonNode json(String... arguments) throws Exception {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--json";
    ok(all);
    return new JsonMapper().readTree(context.out());
  }

  @Test
  void designsAreMadeCopiedRenamedUsedAndRemoved() throws Exception {
    ok("designs", "pets");
    assertTrue(context.out().contains("no design of its own"), context.out());
    ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    ok("designs", "copy", "pets", "Plain", "Other");
    ok("designs", "rename", "pets", "Other", "Soft");
    ok("designs", "add", "pets", "Soft", "--output", "softmax", "--replace", "--use=false");
    JsonNode listed = json("designs", "pets");
    assertEquals("Plain", listed.get("inUse").asText());
    assertEquals(2, listed.get("designs").size());
    assertTrue(listed.get("designs").get(1).get("output").asText().endsWith("softmax"));
    assertEquals("Soft", json("designs", "use", "pets", "soft").get("inUse").asText());
    assertEquals(1, json("designs", "remove", "pets", "Soft").get("designs").size());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    ok("designs", "add", "pets", "Plain");
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
    JsonNode shown = json("designs", "show", "pets", "--output", "sigmoid");
    assertEquals("Features", shown.get("network").get(0).get("title").asText());
    JsonNode cat = shown.get("classes").get(0);
    assertEquals("cat", cat.get("class").asText());
    assertEquals(3, cat.get("present").asInt());
    assertEquals(8, cat.get("presentInBatch").asDouble(), 1e-9);
    assertEquals(1, cat.get("presentWeight").asDouble());
  }

  @Test
  void saysInWhatDesignsDiffer() throws Exception {
    ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    ok("designs", "add", "pets", "Soft", "--output", "softmax");
    JsonNode compared = json("designs", "compare", "pets");
    assertEquals("Output", compared.get("lines").get(0).get("label").asText());
    assertEquals(1, compared.get("lines").size());
    assertTrue(json("designs", "compare", "pets", "Plain,Soft", "--all").get("lines").size() > 3);
  }

  @Test
  void trainsTheDesignThatIsNamedWithAnotherLoss() throws Exception {
    ok("designs", "add", "pets", "Soft", "--output", "softmax");
    ok("designs", "add", "pets", "Plain", "--output", "sigmoid");
    JsonNode run = json("train", "pets", "--design", "Soft", "--loss", "loss", "--epochs", "1");
    RunRecord record = RunRecord.read(Path.of(run.get("run").asText()));
    assertTrue(record.design().outputId().endsWith("softmax"));
    assertEquals("loss", record.design().lossId());
    run = json("train", "pets", "--epochs", "1");
    record = RunRecord.read(Path.of(run.get("run").asText()));
    assertTrue(record.design().outputId().endsWith("sigmoid"));
    assertTrue(record.design().hasOwnLoss());
  }
}
