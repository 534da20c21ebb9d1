// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.RunRecord;
import org.patchwork.project.Access;
import org.patchwork.project.ProjectSession;

/** Two folders of ten images each; the features of the second one are larger. */
class ProjectCommandsTest {
  private static final int PER_CLASS = 10;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeImages() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0, i / 100f});
  }

  @Test
  void theWholeLoopRunsOnTheCommandLine() throws IOException {
    JsonNode imported = context.json("import", "pets", "--images", "images", "--labels", "folders");
    assertEquals(20, imported.path("images").asInt());
    assertEquals("cat", imported.path("classes").path(0).asText());

    assertEquals(0, context.json("import", "pets").path("added").asInt(), "again adds nothing");
    assertEquals(
        4,
        context
            .json("label", "pets", "--rows", "8-9,18,19", "--validation", "true")
            .path("changed")
            .asInt());
    assertEquals(
        2,
        context
            .json("features", "pets", "--features", "npy:features.npy")
            .path("shape")
            .path(0)
            .asInt());

    JsonNode trained =
        context.json(
            "train",
            "pets",
            "--epochs",
            "2",
            "--batches-per-epoch",
            "20",
            "--learning-rate",
            "0.1");
    assertEquals(1.0, trained.path("validation").path("accuracy").asDouble());
    assertEquals(4, trained.path("validation").path("count").asInt());
    assertTrue(Files.isDirectory(Path.of(trained.path("run").asText()).resolve("saved_model")));

    context.json("predict", "pets", "--out", "p.csv");
    List<String> predictions = Files.readAllLines(folder.resolve("p.csv"));
    assertEquals("filepath,cat,dog", predictions.get(0));
    assertEquals(21, predictions.size());
    context.json("export", "pets", "--what", "head", "--out", "head");
    assertEquals(
        List.of("cat", "dog"), Files.readAllLines(folder.resolve("head").resolve("classes.txt")));

    String report = context.json("report", "pets").path("report").asText();
    String page = Files.readString(Path.of(report));
    assertTrue(page.contains("<svg") && page.contains("dog"), page);
    assertFalse(page.contains("http"), "the page needs nothing but itself");
  }

  @Test
  void trainTakesTheSettingsOfTheProjectUnlessTold() throws Exception {
    context.json("import", "pets", "--images", "images", "--labels", "folders");
    context.json("features", "pets", "--features", "npy:features.npy");
    try (ProjectSession session =
        ProjectSession.open(folder.resolve("pets"), Access.READ_WRITE, new NullProgressMonitor())) {
      session
          .updateSettings(
              project -> {
                project.getPlan().getParameters().put("epochs", "3");
                project.getPlan().getParameters().put("batchesPerEpoch", "5");
                project.getPlan().getParameters().put("decay", "cosine");
              })
          .join();
    }

    JsonNode asStored = context.json("train", "pets");
    assertEquals(3, asStored.path("epochs").asInt());
    RunRecord record = RunRecord.read(Path.of(asStored.path("run").asText()));
    assertEquals("5", String.valueOf(record.training().get("batchesPerEpoch")));
    assertEquals("cosine", String.valueOf(record.training().get("decay")).toLowerCase(Locale.ROOT));

    assertEquals(1, context.json("train", "pets", "--epochs", "1").path("epochs").asInt());
  }

  @Test
  void labelsOfTheCommandLineAreExportedAsPandasWritesThem() throws IOException {
    context.json("import", "pets", "--images", "images");
    context.json("classes", "pets", "--add", "tabby,old");
    context.json("classes", "pets", "--rename", "old=young");
    context.json("label", "pets", "--paths", "cat/00.png", "--set", "tabby=present,young=absent");
    context.json("label", "pets", "--rows", "1", "--exclude", "true");

    context.json("export", "pets", "--out", "labels.csv");

    List<String> lines = Files.readAllLines(folder.resolve("labels.csv"));
    assertEquals("filepath,exclude,validation,tabby,young", lines.get(0));
    assertEquals("cat/00.png,False,False,1.0,0.0", lines.get(1));
    assertEquals("cat/01.png,True,False,,", lines.get(2));
    assertEquals(1, context.json("classes", "pets", "--remove", "young").path("classes").size());
  }

  @Test
  void sampleNamesRowsAndPaths() throws IOException {
    context.json("import", "pets", "--images", "images");
    context.json("classes", "pets", "--add", "cat,dog");

    JsonNode sample = context.json("sample", "pets", "--count", "3");

    assertEquals(3, sample.path("images").size());
    assertEquals("cat/00.png", sample.path("images").path(0).path("path").asText());
    assertEquals("one of the first", sample.path("images").path(0).path("why").asText());
    assertEquals("dog", sample.path("images").path(0).path("class").asText());
  }

  @Test
  void conditionsAreSavedAndPagesAreRemembered() throws IOException {
    context.json("import", "pets", "--images", "images");
    context.json("classes", "pets", "--add", "cat,dog");
    context.json("label", "pets", "--rows", "0-3", "--set", "cat=present");
    JsonNode cats =
        context.json(
            "sample",
            "pets",
            "--status",
            "any",
            "--where",
            "present=cat",
            "--save-filter",
            "cats",
            "--list",
            "path",
            "--descending");
    assertEquals(4, cats.path("images").size());
    assertEquals(3, cats.path("images").path(0).path("row").asInt());
    assertTrue(cats.path("reason").asText().contains("contain cat"), cats.toString());
    JsonNode first =
        context.json("sample", "pets", "--filter", "cats", "--new-only", "--count", "3");
    assertEquals(3, first.path("images").size());
    JsonNode rest =
        context.json("sample", "pets", "--filter", "cats", "--new-only", "--count", "3");
    assertEquals(1, rest.path("images").size());
    context.run("sample", "pets", "--filter", "cats", "--new-only");
    assertTrue(context.err().contains("shown already"), context.err());
    assertEquals(
        4,
        context
            .json("sample", "pets", "--filter", "cats", "--new-only", "--forget")
            .path("images")
            .size());
    assertEquals(ExitCodes.USAGE, context.run("sample", "pets", "--filter", "none"));
    assertTrue(context.err().contains("it has cats"), context.err());
    assertEquals(ExitCodes.USAGE, context.run("sample", "pets", "--where", "present=cow"));
    assertEquals(ExitCodes.USAGE, context.run("sample", "pets", "--new-only", "--list", "row"));
  }

  @Test
  void mistakesSayWhatToDo() throws IOException {
    assertEquals(ExitCodes.FAILED, context.run("classes", "nowhere"));
    assertEquals(ExitCodes.USAGE, context.run("import", "pets"));
    assertTrue(context.err().contains("--images"), context.err());
    context.json("import", "pets", "--images", "images");
    assertEquals(ExitCodes.FAILED, context.run("train", "pets"));
    assertTrue(context.err().contains("patchwork features"), context.err());
    assertEquals(
        ExitCodes.USAGE, context.run("label", "pets", "--rows", "20", "--exclude", "true"));
    assertTrue(context.err().contains("0 to 19"), context.err());
    assertEquals(
        ExitCodes.USAGE, context.run("label", "pets", "--rows", "1", "--set", "cow=present"));
    assertEquals(ExitCodes.FAILED, context.run("export", "pets", "--what", "model", "--out", "m"));
    assertTrue(context.err().contains("patchwork train"), context.err());
  }

  @Test
  void brokenImagesAreReportedAndDoNotStopTheImport() throws IOException {
    Files.writeString(folder.resolve("images").resolve("cat").resolve("torn.png"), "no picture");

    JsonNode imported = context.json("import", "pets", "--images", "images");

    assertEquals(21, imported.path("images").asInt());
    assertTrue(imported.path("problems").path(0).asText().contains("torn.png"), imported::toString);
  }

  private static String[] simulate(String more) {
    return ("simulate --images images --features npy:features.npy " + more).split(" ");
  }

  @Test
  void simulateWritesCurvesThatRepeat() throws IOException {
    String[] command =
        simulate(
            "--sampler default,random --start 6 --batch 3 --budget all --seeds 2"
                + " --test-fraction 0.3 --epochs 1 --batches-per-epoch 40 --learning-rate 0.1"
                + " --out one");

    JsonNode result = context.json(command);

    List<String> lines = Files.readAllLines(folder.resolve("one").resolve("curve.csv"));
    assertEquals("sampler,seed,labels,accuracy,mean_auc,mean_ap,ap_cat,ap_dog", lines.get(0));
    assertEquals(1 + 2 * 2 * 4, lines.size());
    assertTrue(lines.get(4).startsWith("default,0,14,1.0,1.0,1.0,"), lines.get(4));
    assertEquals(6, result.path("test").asInt());
    BufferedImage chart = ImageIO.read(folder.resolve("one").resolve("curve.png").toFile());
    assertTrue(chart.getWidth() > 600);
    assertTrue(
        Files.readString(folder.resolve("one").resolve("report.html"))
            .contains("prefers-color-scheme"));

    command[command.length - 1] = "two";
    context.json(command);
    assertEquals(lines, Files.readAllLines(folder.resolve("two").resolve("curve.csv")));
  }

  @Test
  void simulateTellsHowFastAClassIsFoundWithLabelsHidden() throws IOException {
    JsonNode result =
        context.json(
            simulate(
                "--sampler random --start 2 --batch 3 --budget all --seeds 2 --find dog --hide 0.5"
                    + " --epochs 1 --batches-per-epoch 5 --out found"));
    JsonNode random = result.path("samplers").path(0);
    int toFind = random.path("toFind").asInt();
    assertTrue(toFind > 0 && toFind < 7, random::toString);
    assertTrue(random.path("labelsToFind90Percent").asDouble() > 0, random::toString);
    assertTrue(random.path("curveAccuracyMean").asDouble() > 0.5, random::toString);
    assertEquals(random.path("apMean").size(), random.path("apLabels").size());
    assertTrue(
        Files.readString(folder.resolve("found").resolve("report.html"))
            .contains("50 % of the labels were never given"));
    assertEquals(ExitCodes.USAGE, context.run(simulate("--out x --find horse")));
    assertTrue(context.err().contains("there are cat, dog"), context::err);
  }

  /** The loss of this test takes none, and says so: that is how far they get. */
  @Test
  void simulateHandsClassWeightsToTheLoss() {
    assertEquals(
        ExitCodes.FAILED,
        context.run(simulate("--sampler random --class-weights balanced --out weighted")));
    assertTrue(context.err().contains("takes no class weights"), context::err);
  }

  @Test
  void simulateRefusesWhatCannotBe() {
    assertEquals(ExitCodes.USAGE, context.run("simulate", "--images", "images"));
    assertEquals(
        ExitCodes.USAGE,
        context.run("simulate", "--images", "images", "--out", "o", "--budget", "lots"));
    assertEquals(ExitCodes.USAGE, context.run(simulate("--out o --sampler magic")));
    assertEquals(
        ExitCodes.FAILED,
        context.run(
            "simulate", "--images", "none", "--out", "o", "--features", "npy:features.npy"));
  }
}
