// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.patchwork.internal.cli.commands.TrainCommand;
import org.patchwork.internal.cli.commands.training.CrossValidateCommand;
import org.patchwork.internal.cli.commands.training.RunsCommand;
import org.patchwork.internal.cli.commands.training.SearchCommand;

/** Two folders of ten images, labelled by their folder. */
class RunCommandsTest {
  private static final int PER_CLASS = 10;

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
                    new SearchCommand(),
                    new CrossValidateCommand(),
                    new RunsCommand())));
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    try (NpyWriter features =
        NpyWriter.open(folder.resolve("features.npy"), NpyType.FLOAT32, new int[] {2})) {
      for (String name : List.of("cat", "dog")) {
        Path images = Files.createDirectories(folder.resolve("images").resolve(name));
        for (int i = 0; i < PER_CLASS; i++) {
          ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
          features.append(new float[] {name.equals("dog") ? 1 : 0, i / 100f}, 0);
        }
      }
    }
    json("import", "pets", "--images", "images", "--labels", "folders");
    json("features", "pets", "--features", "npy:features.npy");
    json("label", "pets", "--rows", "8-9,18,19", "--validation", "true");
  }

  private JsonNode json(String... arguments) throws IOException {
    String[] withJson =
        Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new);
    assertEquals(ExitCodes.OK, context.run(withJson), context::err);
    return new JsonMapper().readTree(context.out());
  }

  private String train(String... more) throws IOException {
    String[] arguments =
        Stream.concat(Stream.of("train", "pets", "--batches-per-epoch", "10"), Stream.of(more))
            .toArray(String[]::new);
    return Path.of(json(arguments).path("run").asText()).getFileName().toString();
  }

  @Test
  void searchesAndTrainsWithTheBest() throws IOException {
    JsonNode found =
        json(
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
    JsonNode kept = json("search", "pets", "--list").path("searches");
    assertEquals(1, kept.size());
    assertEquals(found.path("trials"), kept.path(0).path("trials"));
    assertEquals(3, kept.path(0).path("folds").asInt());
    String best = found.path("best").path("settings").path("learningRate").asText();
    String run = train();
    JsonNode compared = json("runs", "pets", "--compare", run + "," + train("--epochs", "1"));
    assertEquals("2", compared.path("differences").path("epochs").path(0).asText());
    String record = Files.readString(folder.resolve("pets/runs/" + run + "/run.json"));
    assertTrue(record.contains("\"learningRate\" : " + best), best);
  }

  @Test
  void crossValidatesAllLabelledImages() throws IOException {
    JsonNode result =
        json(
            "crossvalidate",
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

    JsonNode compared = json("runs", "pets", "--compare", first + "," + second);
    assertEquals(
        List.of("class", "instance"),
        List.of(
            compared.path("differences").path("sampling").path(0).asText(),
            compared.path("differences").path("sampling").path(1).asText()));
    assertTrue(compared.path("differences").path("batchSize").isMissingNode());
    assertEquals(2, compared.path("changedSides").size());
    assertEquals(1.0, compared.path("figures").path("auc").path(1).asDouble());

    JsonNode listed = json("runs", "pets", "--mlflow", "mlruns");
    assertEquals(2, listed.path("mlflowRuns").asInt());
    assertTrue(listed.path("runs").path(1).path("shown").asBoolean());

    json("runs", "pets", "--restore", first);
    assertTrue(json("runs", "pets").path("runs").path(0).path("shown").asBoolean());
    String again = train();
    JsonNode repeated = json("runs", "pets", "--compare", first + "," + again);
    assertEquals(0, repeated.path("differences").size(), repeated::toString);
  }

  @Test
  void aRunIsTrackedIfAskedAndStaysIfItCannotBe() throws IOException {
    train("--epochs", "1", "--mlflow", "tracked");
    assertEquals(0, json("runs", "pets", "--mlflow", "tracked").path("mlflowRuns").asInt());

    JsonNode away =
        json("train", "pets", "--epochs", "1", "--mlflow", "http://127.0.0.1:1", "--name", "away");
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
