// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.commands.FeaturesCommand;
import org.patchwork.internal.cli.commands.ImportCommand;
import org.patchwork.internal.cli.commands.LabelCommand;
import org.patchwork.internal.cli.commands.PredictCommand;
import org.patchwork.internal.cli.commands.TrainCommand;
import org.patchwork.internal.cli.commands.evaluation.AdviseCommand;
import org.patchwork.internal.cli.commands.evaluation.AuditCommand;
import org.patchwork.internal.cli.commands.evaluation.CalibrateCommand;
import org.patchwork.internal.cli.commands.evaluation.CurveCommand;
import org.patchwork.internal.cli.commands.evaluation.ErrorsCommand;
import org.patchwork.internal.cli.commands.evaluation.EvaluateCommand;
import org.patchwork.internal.cli.commands.evaluation.HoldOutCommand;

/** Forty images of cats and forty of dogs; three of the dogs look like cats. */
class EvaluationCommandsTest {
  private static final int PER_CLASS = 40;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context =
        new TestContext(
            folder,
            TestContext.named(
                List.of(
                    new ImportCommand(),
                    new LabelCommand(),
                    new FeaturesCommand(),
                    new TrainCommand(),
                    new PredictCommand(),
                    new HoldOutCommand(),
                    new EvaluateCommand(),
                    new CalibrateCommand(),
                    new ErrorsCommand(),
                    new AuditCommand(),
                    new CurveCommand(),
                    new AdviseCommand())));
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {2})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
          ImageIO.write(image, "png", images.resolve(String.format("%02d.png", i)).toFile());
          boolean dog = name.equals("dog") && i >= 3;
          features.append(new float[] {dog ? 1 : 0, i % 7 / 20f}, 0);
        }
      }
    }
    json("import", "pets", "--images", "images", "--labels", "folders");
    json("features", "pets", "--features", "npy:features.npy");
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(ExitCodes.OK, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  private void train() throws IOException {
    json("train", "pets", "--epochs", "4", "--learning-rate", "0.05");
  }

  @Test
  void holdsOutTheShareAskedForAndNoMoreTheSecondTime() throws IOException {
    JsonNode dry = json("holdout", "pets", "--fraction", "0.25", "--duplicates", "0", "--dry-run");
    assertEquals(20, dry.path("added").asInt());
    assertEquals(
        0, json("holdout", "pets", "--fraction", "0.25", "--dry-run").path("before").asInt());
    assertEquals(
        20,
        json("holdout", "pets", "--fraction", "0.25", "--duplicates", "0").path("added").asInt());
    JsonNode again = json("holdout", "pets", "--fraction", "0.25", "--duplicates", "0");
    assertEquals(20, again.path("before").asInt());
    assertEquals(0, again.path("added").asInt());
  }

  @Test
  void evaluatesAndNamesTheImagesBehindAnAnswer() throws IOException {
    json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    JsonNode report = json("evaluate", "pets", "--curves", "--images", "dog=fn");
    assertEquals("validation", report.path("part").asText());
    assertFalse(report.path("calibrated").asBoolean());
    assertEquals(20, report.path("count").asInt());
    assertEquals(17 / 20.0, report.path("accuracy").asDouble(), 1e-9);
    assertEquals("[[10,0],[3,7]]", report.path("confusions").path(0).path("counts").toString());
    assertEquals(0.5, report.path("estimate").path("baseRate").asDouble(), 1e-9);
    assertEquals(2, report.path("curves").size());
    JsonNode dog = report.path("classes").path(1);
    assertEquals("dog", dog.path("class").asText());
    assertEquals(3, dog.path("falseNegatives").asInt());
    assertEquals(3, report.path("images").size());
    assertTrue(report.path("images").path(0).asText().contains("dog"));
    assertEquals(ExitCodes.OK, context.run("evaluate", "pets"), context::err);
    assertTrue(context.out().contains("is \\ taken for"), context::out);
    assertEquals(60, json("evaluate", "pets", "--part", "training").path("count").asInt());
  }

  @Test
  void withoutPredictionsItSaysToTrain() {
    assertEquals(ExitCodes.FAILED, context.run("evaluate", "pets"));
    assertTrue(context.err().contains("patchwork train"), context::err);
    assertEquals(ExitCodes.FAILED, context.run("calibrate", "pets"));
  }

  @Test
  void calibrationIsKeptWithTheRunAndUsedByPredict() throws IOException {
    json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    json("predict", "pets", "--out", "raw.csv");
    JsonNode calibrated =
        json("calibrate", "pets", "--method", "platt", "--thresholds", "recall", "--target", "0.9");
    assertTrue(Files.exists(Path.of(calibrated.path("file").asText())));
    assertEquals("PLATT", calibrated.path("method").asText());
    assertEquals(2, calibrated.path("classes").size());
    assertTrue(calibrated.path("classes").path(0).path("recall").asDouble() >= 0.9);

    json("predict", "pets", "--out", "calibrated.csv");
    List<String> raw = Files.readAllLines(folder.resolve("raw.csv"));
    assertNotEquals(raw, Files.readAllLines(folder.resolve("calibrated.csv")));
    json("predict", "pets", "--out", "again.csv", "--raw");
    assertEquals(raw, Files.readAllLines(folder.resolve("again.csv")));
    json("predict", "pets", "--out", "answers.csv", "--answers");
    assertTrue(
        Files.readAllLines(folder.resolve("answers.csv")).getLast().endsWith(",0.0,1.0"),
        () -> "the last image is a dog");
    assertTrue(json("evaluate", "pets").path("calibrated").asBoolean());
    assertFalse(json("evaluate", "pets", "--raw").path("calibrated").asBoolean());

    assertTrue(json("calibrate", "pets", "--remove").path("removed").asBoolean());
    assertFalse(json("evaluate", "pets").path("calibrated").asBoolean());
  }

  @Test
  void dogsThatLookLikeCatsAreContradicted() throws IOException {
    JsonNode errors =
        json(
            "errors",
            "pets",
            "--epochs",
            "4",
            "--learning-rate",
            "0.05",
            "--duplicates",
            "0",
            "--list",
            "3",
            "--out",
            "queue.csv");
    assertEquals(80, errors.path("checked").asInt());
    assertEquals(3, errors.path("errors").size());
    for (JsonNode error : errors.path("errors")) {
      assertTrue(
          error.path("row").asInt() >= 40 && error.path("row").asInt() < 43, error::toString);
      assertEquals("dog", error.path("class").asText());
      assertEquals("cat", error.path("suggested").asText());
    }
    assertEquals(
        1 + errors.path("contradicted").asInt(),
        Files.readAllLines(folder.resolve("queue.csv")).size());
  }

  @Test
  void anAuditSetIsDrawnHeldOutAndReported() throws IOException {
    assertEquals(ExitCodes.FAILED, context.run("audit", "pets"));
    assertTrue(context.err().contains("--draw"), context::err);
    JsonNode drawn = json("audit", "pets", "--draw", "30");
    assertEquals(30, drawn.path("members").asInt());
    assertEquals(30, drawn.path("labeled").asInt());
    train();
    JsonNode report = json("audit", "pets");
    assertEquals(80, report.path("population").asInt());
    assertEquals(0, report.path("notHeldOut").asInt());
    assertTrue(report.path("accuracy").path("low").asDouble() > 0.5);
    assertEquals(2, report.path("classes").size());
  }

  @Test
  void theCurveAndTheAdviceComeFromLabelsOrRuns() throws IOException {
    json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    JsonNode curve =
        json("curve", "pets", "--epochs", "4", "--learning-rate", "0.05", "--out", "curve.png");
    assertEquals("random twin", curve.path("curves").path(0).path("order").asText());
    assertTrue(curve.path("curves").path(0).path("points").size() >= 3);
    assertTrue(Files.size(folder.resolve("curve.png")) > 1000);

    JsonNode runs = json("advise", "pets", "--from", "runs");
    assertEquals("UNKNOWN", runs.path("verdict").asText());
    JsonNode labels = json("advise", "pets", "--epochs", "4", "--learning-rate", "0.05");
    assertNotEquals("UNKNOWN", labels.path("verdict").asText());
    assertTrue(labels.path("gainNextPage").isNumber());
  }
}
