// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.ExitCodes;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Catalog;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.commands.HelpCommand;
import org.patchwork.internal.cli.commands.VersionCommand;
import org.patchwork.learn.Algorithms;

class CommandRunnerTest {
  private final Echo echo = new Echo();
  private final TestContext context =
      new TestContext(
          Path.of(""),
          Map.of(
              "org.example.echo",
              echo,
              "help",
              new HelpCommand(),
              "version",
              new VersionCommand()));

  /** How the command shall end. */
  public enum End {
    WELL,
    FAILED,
    MISUSED,
    BROKEN,
    SLOW
  }

  /** Repeats what it was told. */
  static final class Echo implements Command<Echo.Parameters> {
    public record Parameters(
        @Param(label = "Target", help = "What is echoed to.") String target,
        @Param(label = "Batch size", help = "In 100 % of cases.", min = 1, max = 9) int batchSize,
        @Param(label = "Loud") boolean loud,
        @Param(label = "End") End end) {
      public Parameters() {
        this("", 4, false, End.WELL);
      }
    }

    @Override
    public Class<Parameters> parameterType() {
      return Parameters.class;
    }

    @Override
    public List<String> positionals() {
      return List.of("target");
    }

    @Override
    public List<String> required() {
      return List.of("target");
    }

    @Override
    public List<AlgorithmOption> algorithms() {
      return List.of(
          new AlgorithmOption("sampler", "How.", "random", Algorithms::samplers),
          new AlgorithmOption(
              "features",
              "Which.",
              "npy:x.npy",
              Algorithms::featureExtractors,
              Map.of("npy", "file")));
    }

    @Override
    public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
        throws PatchworkException {
      Parameters parameters = invocation.parameters();
      switch (parameters.end()) {
        case FAILED -> throw new PatchworkException("The disk is full.");
        case MISUSED -> throw new IllegalArgumentException("There is no class cat.");
        case BROKEN -> throw new IllegalStateException("surprise");
        case SLOW -> SubMonitor.convert(monitor, 10).split(1);
        default -> {} // goes well
      }
      return CommandResult.builder()
          .value("target", parameters.target())
          .value("batchSize", parameters.batchSize())
          .value("loud", parameters.loud())
          .value("sampler", invocation.algorithm("sampler").id())
          .value("features", invocation.algorithm("features").parameters())
          .line("Echo %s", parameters.target())
          .problems(parameters.loud() ? List.of("too loud") : List.of())
          .build();
    }
  }

  @Test
  void resultGoesToStandardOutput() {
    assertEquals(ExitCodes.OK, context.run("echo", "wall"));
    assertEquals("Echo wall" + System.lineSeparator(), context.out());
    assertEquals("", context.err());
  }

  @Test
  void recordComponentsAreOptions() throws IOException {
    JsonNode json =
        context.json(
            "echo",
            "wall",
            "--batch-size=7",
            "--loud",
            "--sampler",
            "default",
            "--features",
            "npy:a/b.npy");
    assertEquals(7, json.path("batchSize").asInt());
    assertTrue(json.path("loud").asBoolean());
    assertEquals("default", json.path("sampler").asText());
    assertEquals("a/b.npy", json.path("features").path("file").asText());
    assertEquals("too loud", json.path("problems").path(0).asText());
    assertTrue(context.err().contains("too loud"));
  }

  @Test
  void aSwitchLeavesTheNextWordAlone() throws IOException {
    JsonNode json = context.json("echo", "--loud", "wall");
    assertEquals("wall", json.path("target").asText());
    assertTrue(json.path("loud").asBoolean());
  }

  @Test
  void defaultsHold() throws IOException {
    JsonNode json = context.json("echo", "wall");
    assertEquals(4, json.path("batchSize").asInt());
    assertFalse(json.path("loud").asBoolean());
    assertEquals("x.npy", json.path("features").path("file").asText());
  }

  @Test
  void helpOfACommandNamesOptionsDefaultsAndChoices() {
    assertEquals(ExitCodes.OK, context.run("echo", "--help"));

    String help = context.out();
    for (String part :
        List.of(
            "TARGET",
            "--batch-size",
            "In 100 % of cases. Default: 4",
            "well|failed",
            "--json",
            "npy:FILE")) {
      assertTrue(help.contains(part), part + " in " + help);
    }
  }

  @Test
  void helpListsTheCommandsAndIsWhatAnEmptyLineMeans() {
    assertEquals(ExitCodes.OK, context.run());
    String listed = context.out();
    assertTrue(listed.contains("echo"), listed);

    assertEquals(ExitCodes.OK, context.run("--help"));
    assertEquals(listed, context.out());
  }

  @Test
  void aDashIsASpaceOnlyBehindTheNameOfACommand() {
    Command<?> command = new HelpCommand();
    Map<String, Command<?>> commands = new LinkedHashMap<>();
    commands.put("org.example.echo", command);
    commands.put("org.example.echo-twice", command);
    commands.put("org.example.hold-out", command);
    Catalog<Command<?>> catalog = Catalog.of(commands);
    assertEquals(
        List.of("echo", "echo twice", "hold-out"),
        catalog.all().stream().map(each -> Syntax.typed(each, catalog)).sorted().toList());
  }

  @Test
  void versionSaysWhich() throws IOException {
    assertEquals("1.2.3", context.json("--version").path("patchwork").asText());
  }

  @Test
  void unknownCommandGetsASuggestion() {
    assertEquals(ExitCodes.USAGE, context.run("ecko"));
    assertTrue(context.err().contains("Did you mean echo?"), context.err());
    assertEquals("", context.out());
  }

  @Test
  void wrongUseIsExplained() {
    assertUsage("target", "echo");
    assertUsage("--bach-size", "echo", "wall", "--bach-size", "3");
    assertUsage("from 1 to 9", "echo", "wall", "--batch-size", "12");
    assertUsage("a whole number", "echo", "wall", "--batch-size", "many");
    assertUsage("\"maybe\", but must be true or false", "echo", "--loud=maybe", "wall");
    assertUsage("write --loud=false", "echo", "--loud", "false", "wall");
    assertUsage("well, failed", "echo", "wall", "--end", "badly");
    assertUsage("known are", "echo", "wall", "--sampler", "psychic");
    assertUsage("takes nothing behind a colon", "echo", "wall", "--sampler", "random:3");
    assertUsage("There is no class cat.", "echo", "wall", "--end", "misused");
  }

  private void assertUsage(String part, String... arguments) {
    assertEquals(ExitCodes.USAGE, context.run(arguments));
    String message = context.err().toLowerCase(java.util.Locale.ROOT);
    assertTrue(message.contains(part.toLowerCase(java.util.Locale.ROOT)), context.err());
    assertTrue(message.contains("patchwork echo --help"), context.err());
    assertEquals("", context.out());
  }

  @Test
  void failureSaysWhyWithoutAStackTrace() throws IOException {
    JsonNode json = context.json(ExitCodes.FAILED, "echo", "wall", "--end", "failed");
    assertEquals("The disk is full.", json.path("error").asText());
    assertEquals(ExitCodes.FAILED, json.path("exitCode").asInt());
    assertFalse(context.err().contains("\tat "), context.err());
  }

  @Test
  void defectPrintsItsStackTrace() {
    assertEquals(ExitCodes.DEFECT, context.run("echo", "wall", "--end", "broken"));
    assertTrue(context.err().contains("IllegalStateException: surprise"), context.err());
  }

  @Test
  void interruptEndsTheCommandAtItsNextStep() {
    assertEquals(ExitCodes.CANCELED, context.run(() -> true, "echo", "wall", "--end", "slow"));
    assertTrue(context.err().contains("Stopped."), context.err());
  }
}
