// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.PatchworkException;

/** Two folders of ten images, labelled by their folder. */
class RunCommandsTest {
  private static final int PER_CLASS = 10;

  @TempDir private Path folder;
  private TestContext context;

  @BeforeEach
  void makeProject() throws IOException, PatchworkException {
    context = new TestContext(folder);
    Pets.images(folder, PER_CLASS);
    Pets.features(folder, PER_CLASS, (dog, i) -> new float[] {dog ? 1 : 0, i / 100f});
    context.ok("import", "pets", "--images", "images", "--labels", "folders");
    context.ok("features", "pets", "--features", "npy:features.npy");
    context.ok("label", "pets", "--rows", "8-9,18,19", "--validation", "true");
  }

  private String train(String... more) throws IOException {
    String[] arguments =
        Stream.concat(Stream.of("train", "pets", "--batches-per-epoch", "10"), Stream.of(more))
            .toArray(String[]::new);
    return Path.of(context.json(arguments).path("run").asText()).getFileName().toString();
  }

  @Test
  void searchesAndTrainsWithTheBest() throws IOException {
    JsonNode found =
        context.json(
            "search",
            "pets",
            "--trials",
            "4",
            "--folds",
            "3",
            "--epochs",
            "2",
            "--batches-per-epoch",
            "100",
            "--use-best");
    assertEquals(4, found.path("trials").size());
    assertEquals(1.0, found.path("best").path("score").asDouble(), 1e-9);
    JsonNode kept = context.json("search", "pets", "--list").path("searches");
    assertEquals(1, kept.size());
    assertEquals(found.path("trials"), kept.path(0).path("trials"));
    assertEquals(3, kept.path(0).path("folds").asInt());
    String best = found.path("best").path("settings").path("learningRate").asText();
    String run = train();
    JsonNode compared =
        context.json("runs", "pets", "--compare", run + "," + train("--epochs", "1"));
    assertEquals("2", compared.path("differences").path("epochs").path(0).asText());
    String record = Files.readString(folder.resolve("pets/runs/" + run + "/run.json"));
    assertTrue(record.contains("\"learningRate\" : " + best), best);
  }

  @Test
  void crossValidatesAllLabelledImages() throws IOException {
    JsonNode result =
        context.json(
            "cross-validate",
            "pets",
            "--folds",
            "4",
            "--epochs",
            "2",
            "--learning-rate",
            ".05",
            "--predictions",
            "oof.npy");
    assertEquals(20, result.path("images").asInt());
    assertEquals(1.0, result.path("accuracy").path("mean").asDouble(), 1e-9);
    assertEquals("cat", result.path("classes").path(0).path("class").asText());
    assertTrue(Files.size(folder.resolve("oof.npy")) > 20 * 2 * 4);
  }

  @Test
  void comparesRestoresAndExportsRuns() throws IOException {
    String first = train("--epochs", "1", "--learning-rate", ".000001", "--name", "first");
    String second =
        train(
            "--epochs",
            "3",
            "--learning-rate",
            ".05",
            "--name",
            "second",
            "--sampling",
            "instance");

    JsonNode compared = context.json("runs", "pets", "--compare", first + "," + second);
    assertEquals(
        List.of("class", "instance"),
        List.of(
            compared.path("differences").path("sampling").path(0).asText(),
            compared.path("differences").path("sampling").path(1).asText()));
    assertTrue(compared.path("differences").path("batchSize").isMissingNode());
    assertEquals(2, compared.path("changedSides").size());
    assertEquals(1.0, compared.path("figures").path("auc").path(1).asDouble());

    JsonNode listed = context.json("runs", "pets", "--mlflow", "mlruns");
    assertEquals(2, listed.path("mlflowRuns").asInt());
    assertTrue(listed.path("runs").path(1).path("shown").asBoolean());

    context.json("runs", "pets", "--restore", first);
    assertTrue(context.json("runs", "pets").path("runs").path(0).path("shown").asBoolean());
    String again = train();
    JsonNode repeated = context.json("runs", "pets", "--compare", first + "," + again);
    assertEquals(0, repeated.path("differences").size(), repeated::toString);
  }

  @Test
  void aRunIsTrackedIfAskedAndStaysIfItCannotBe() throws IOException {
    train("--epochs", "1", "--mlflow", "tracked");
    assertEquals(0, context.json("runs", "pets", "--mlflow", "tracked").path("mlflowRuns").asInt());

    JsonNode away =
        context.json(
            "train", "pets", "--epochs", "1", "--mlflow", "http://127.0.0.1:1", "--name", "away");
    assertTrue(Files.isDirectory(Path.of(away.path("run").asText())));
    String problem = away.path("problems").path(0).asText();
    assertTrue(problem.contains("cannot be reached"), problem);
    assertTrue(problem.contains("patchwork runs pets --mlflow"), problem);
    assertEquals(ExitCodes.USAGE, context.run("train", "pets", "--mlflow", "http://no address"));
  }

  @Test
  void namesTheRunsThereAre() throws IOException {
    String run = train("--epochs", "1");
    assertTrue(context.run("runs", "pets", "--compare", "nothing") != ExitCodes.OK);
    assertTrue(context.err().contains(run), context.err());
  }
}
