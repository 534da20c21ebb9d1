// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.patchwork.core.PatchworkException;

/** Forty images of cats and forty of dogs; three of the dogs look like cats. */
class EvaluationCommandsTest {
  private static final int PER_CLASS = 40;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog && i >= 3 ? 1 : 0, i % 7 / 20f});
    context.json("import", "pets", "--images", "images", "--labels", "folders");
    context.json("features", "pets", "--features", "npy:features.npy");
  }

  private void train() throws IOException {
    context.json("train", "pets", "--epochs", "4", "--learning-rate", "0.05");
  }

  @Test
  void holdsOutTheShareAskedForAndNoMoreTheSecondTime() throws IOException {
    JsonNode dry =
        context.json("hold-out", "pets", "--fraction", "0.25", "--duplicates", "0", "--dry-run");
    assertEquals(20, dry.path("added").asInt());
    assertEquals(
        0,
        context.json("hold-out", "pets", "--fraction", "0.25", "--dry-run").path("before").asInt());
    assertEquals(
        20,
        context
            .json("hold-out", "pets", "--fraction", "0.25", "--duplicates", "0")
            .path("added")
            .asInt());
    JsonNode again = context.json("hold-out", "pets", "--fraction", "0.25", "--duplicates", "0");
    assertEquals(20, again.path("before").asInt());
    assertEquals(0, again.path("added").asInt());
  }

  @Test
  void evaluatesAndNamesTheImagesBehindAnAnswer() throws IOException {
    context.json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    JsonNode report = context.json("evaluate", "pets", "--curves", "--images", "dog=fn");
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
    context.ok("evaluate", "pets");
    assertTrue(context.out().contains("is \\ taken for"), context::out);
    assertEquals(60, context.json("evaluate", "pets", "--part", "training").path("count").asInt());
  }

  @Test
  void withoutPredictionsItSaysToTrain() {
    assertEquals(ExitCodes.FAILED, context.run("evaluate", "pets"));
    assertTrue(context.err().contains("patchwork train"), context::err);
    assertEquals(ExitCodes.FAILED, context.run("calibrate", "pets"));
  }

  @Test
  void calibrationIsKeptWithTheRunAndUsedByPredict() throws IOException {
    context.json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    context.json("predict", "pets", "--out", "raw.csv");
    JsonNode calibrated =
        context.json(
            "calibrate", "pets", "--method", "platt", "--thresholds", "recall", "--target", "0.9");
    assertTrue(Files.exists(Path.of(calibrated.path("file").asText())));
    assertEquals("PLATT", calibrated.path("method").asText());
    assertEquals(2, calibrated.path("classes").size());
    assertTrue(calibrated.path("classes").path(0).path("recall").asDouble() >= 0.9);

    context.json("predict", "pets", "--out", "calibrated.csv");
    List<String> raw = Files.readAllLines(folder.resolve("raw.csv"));
    assertNotEquals(raw, Files.readAllLines(folder.resolve("calibrated.csv")));
    context.json("predict", "pets", "--out", "again.csv", "--raw");
    assertEquals(raw, Files.readAllLines(folder.resolve("again.csv")));
    context.json("predict", "pets", "--out", "answers.csv", "--answers");
    assertTrue(
        Files.readAllLines(folder.resolve("answers.csv")).getLast().endsWith(",0.0,1.0"),
        () -> "the last image is a dog");
    assertTrue(context.json("evaluate", "pets").path("calibrated").asBoolean());
    assertFalse(context.json("evaluate", "pets", "--raw").path("calibrated").asBoolean());

    assertTrue(context.json("calibrate", "pets", "--remove").path("removed").asBoolean());
    assertFalse(context.json("evaluate", "pets").path("calibrated").asBoolean());
  }

  @Test
  void dogsThatLookLikeCatsAreContradicted() throws IOException {
    JsonNode errors =
        context.json(
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
    JsonNode drawn = context.json("audit", "pets", "--draw", "30");
    assertEquals(30, drawn.path("members").asInt());
    assertEquals(30, drawn.path("labeled").asInt());
    train();
    JsonNode report = context.json("audit", "pets");
    assertEquals(80, report.path("population").asInt());
    assertEquals(0, report.path("notHeldOut").asInt());
    assertTrue(report.path("accuracy").path("low").asDouble() > 0.5);
    assertEquals(2, report.path("classes").size());
  }

  @Test
  void theCurveAndTheAdviceComeFromLabelsOrRuns() throws IOException {
    context.json("label", "pets", "--rows", "0-9,40-49", "--validation", "true");
    train();
    JsonNode curve =
        context.json(
            "curve", "pets", "--epochs", "4", "--learning-rate", "0.05", "--out", "curve.png");
    assertEquals("random twin", curve.path("curves").path(0).path("order").asText());
    assertTrue(curve.path("curves").path(0).path("points").size() >= 3);
    assertTrue(Files.size(folder.resolve("curve.png")) > 1000);

    JsonNode runs = context.json("advise", "pets", "--from", "runs");
    assertEquals("UNKNOWN", runs.path("verdict").asText());
    JsonNode labels = context.json("advise", "pets", "--epochs", "4", "--learning-rate", "0.05");
    assertNotEquals("UNKNOWN", labels.path("verdict").asText());
    assertTrue(labels.path("gainNextPage").isNumber());
  }
}
