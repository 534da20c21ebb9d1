// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.ExitCodes;
import org.patchwork.core.Catalog;
import org.patchwork.core.NoParameters;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSource;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.PickReasons;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;
import org.patchwork.pretraining.trainers.SimClr;
import org.patchwork.pretraining.trainers.VicReg;

/** A product for tests: the smallest algorithms there are, and what a command printed. */
final class TestContext implements CommandContext {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path directory;
  private final Catalog<Command<?>> commands;

  /** A product with the commands that are shipped. */
  TestContext(Path directory) {
    this(directory, ShippedCommands.all());
  }

  TestContext(Path directory, Map<String, Command<?>> commands) {
    this.directory = directory;
    this.commands = Catalog.of(new LinkedHashMap<>(commands));
  }

  int run(String... arguments) {
    return run(() -> false, arguments);
  }

  int run(BooleanSupplier interrupted, String... arguments) {
    out.reset();
    err.reset();
    PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new CommandRunner(this, results, errors, false).run(arguments, interrupted);
  }

  /** Runs a command that must go well. */
  void ok(String... arguments) {
    assertEquals(ExitCodes.OK, run(arguments), this::err);
  }

  /** Runs a command that must go well; what it says for machines. */
  JsonNode json(String... arguments) throws IOException {
    return json(ExitCodes.OK, arguments);
  }

  /** Runs a command that must end so; what it says for machines. */
  JsonNode json(int exitCode, String... arguments) throws IOException {
    String[] withJson = Arrays.copyOf(arguments, arguments.length + 1);
    withJson[arguments.length] = "--json";
    assertEquals(exitCode, run(withJson), this::err);
    return new JsonMapper().readTree(out());
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Override
  public Algorithms algorithms() {
    return new Algorithms(
        Catalog.<Sampler<?>>of(
            Map.of(
                "default", new FirstRows(), "random", new FirstRows(), "margin", new FirstRows())),
        Catalog.<Loss<?>>of(Map.of("loss", new PlainLoss())),
        Catalog.<FineTuningModel<?>>of(Map.of("pooling", new NoFineTuning())),
        Catalog.<OutputModel<?>>of(
            Map.of("sigmoid", new LinearOutput(false), "softmax", new LinearOutput(true))),
        Catalog.<FeatureExtractorType<?>>of(Map.of("kmeans", new NoExtractor())),
        Catalog.of(Map.of("engine", new CentroidEngine())),
        BuiltInAugmentations.catalog(),
        Catalog.<SemiSupervised<?>>of(Map.of("fixmatch", new TwoViews())),
        Catalog.<Trainer<?>>of(Map.of("simclr", new SimClr(), "vicreg", new VicReg())));
  }

  @Override
  public ImageLoader images() {
    return new ImageLoader(BuiltInReaders.catalog());
  }

  @Override
  public Catalog<Command<?>> commands() {
    return commands;
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
  }

  private static class Plain {
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }
  }

  private static final class FirstRows extends Plain implements Sampler<NoParameters> {
    @Override
    public Set<Need> needs() {
      return Set.of();
    }

    @Override
    public Selection sample(
        SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
      int count = Math.min(request.count(), request.candidates().length);
      int classIndex = request.labels().classes() - 1;
      return new Selection(Arrays.copyOf(request.candidates(), count), new float[0], "The first.")
          .because(PickReasons.same("one of the first", classIndex, count));
    }
  }

  /** Can be named; tests bring their features as a file. */
  private static final class NoExtractor extends Plain
      implements FeatureExtractorType<NoParameters> {
    @Override
    public void fit(
        ImageSource images,
        NoParameters parameters,
        RandomStreams random,
        Path directory,
        IProgressMonitor monitor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FeatureExtractor open(Engine engine, NoParameters parameters, Path directory) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class NoFineTuning extends Plain implements FineTuningModel<NoParameters> {
    @Override
    public Node build(Network network, Node features, NoParameters parameters) {
      return features;
    }
  }

  private static final class LinearOutput extends Plain implements OutputModel<NoParameters> {
    private final boolean exclusive;

    LinearOutput(boolean exclusive) {
      this.exclusive = exclusive;
    }

    @Override
    public Node build(Network network, Node vector, int classes, NoParameters parameters) {
      // what only an engine can do, so that the engine of the test is asked
      Node normal = network.batchNorm("norm", vector);
      return network.sigmoid(network.dense("output", normal, classes));
    }

    @Override
    public String lossId() {
      return "loss";
    }

    @Override
    public Map<String, Object> lossParameters(NoParameters parameters) {
      return Map.of();
    }

    @Override
    public boolean exclusive() {
      return exclusive;
    }
  }

  private static final class PlainLoss extends Plain implements Loss<NoParameters> {
    @Override
    public Node build(Ops ops, Node target, Node prediction, NoParameters parameters) {
      return ops.mean(ops.square(ops.subtract(target, prediction)), false);
    }
  }

  private static final class TwoViews extends Plain implements SemiSupervised<NoParameters> {
    @Override
    public Node build(Ops ops, UnlabelledNodes unlabelled, NoParameters parameters) {
      return ops.mean(unlabelled.strongPredictions(), false);
    }

    @Override
    public boolean needsStrongView() {
      return true;
    }
  }
}
