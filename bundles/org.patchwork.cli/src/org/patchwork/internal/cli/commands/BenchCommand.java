// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.FeatureChoice;
import org.patchwork.internal.cli.bench.BadgeBenchmark;
import org.patchwork.internal.cli.bench.Benchmark;
import org.patchwork.internal.cli.bench.BenchmarkRequest;
import org.patchwork.internal.cli.bench.FeatureBenchmark;
import org.patchwork.internal.cli.bench.HeadTrainingBenchmark;
import org.patchwork.internal.cli.bench.LabelBenchmark;
import org.patchwork.internal.cli.bench.LabellingBenchmark;
import org.patchwork.internal.cli.bench.PretrainBenchmark;
import org.patchwork.internal.cli.bench.PropagationBenchmark;
import org.patchwork.internal.cli.bench.StartupBenchmark;
import org.patchwork.internal.cli.bench.TrustBenchmark;
import org.patchwork.internal.cli.user.UserBenchmark;
import org.patchwork.internal.cli.user.UserParameters;

/** Runs the benchmarks of {@code docs/benchmarks.md}. */
public final class BenchCommand implements Command<BenchCommand.Parameters> {
  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new StartupBenchmark(),
          new HeadTrainingBenchmark(),
          new FeatureBenchmark(),
          new BadgeBenchmark(),
          new LabelBenchmark(),
          new LabellingBenchmark(),
          new PropagationBenchmark(),
          new TrustBenchmark(),
          new PretrainBenchmark(),
          new UserBenchmark());

  /** Options. */
  public record Parameters(
      @Param(label = "Name", help = "Which benchmark, or \"all\"; without a name they are listed.")
          String name,
      @Param(
              label = "Rows",
              help = "Size of the generated project of the benchmark \"labelling\".",
              min = 1000,
              max = 1e7)
          int rows,
      @Param(
              label = "Images",
              help =
                  "Folder of pictures: those that \"user\" labels, that \"pretrain\" reads, or"
                      + " from which \"labelling\" cuts its windows; without it they are generated"
                      + " or come with the product.")
          String images,
      @Param(
              label = "Peer",
              help =
                  "Command of a program that \"pretrain\" measures in turn, such as"
                      + " \"python docs/benchmarks/pretrain_tf.py\".")
          String peer) {
    public Parameters() {
      this("", 200_000, "", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("name");
  }

  /** Without a name it lists what there is. */
  @Override
  public List<String> required() {
    return List.of();
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new UserParameters());
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(FeatureChoice.option());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    String name = invocation.parameters().name();
    if (name.isEmpty()) {
      return list();
    }
    List<Benchmark> chosen =
        BENCHMARKS.stream().filter(b -> name.equals("all") || b.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no benchmark \""
              + name
              + "\"; there are "
              + String.join(", ", BENCHMARKS.stream().map(Benchmark::name).toList())
              + ".");
    }
    CommandResult.Builder result = CommandResult.builder();
    result.value("machine", machine());
    BenchmarkRequest request = request(invocation);
    SubMonitor progress = SubMonitor.convert(monitor, chosen.size());
    for (Benchmark benchmark : chosen) {
      Map<String, Object> figures = benchmark.run(request, progress.split(1));
      if (chosen.size() == 1) {
        figures.forEach(result::value);
      } else {
        result.value(benchmark.name(), figures);
      }
      result.line("%s: %s", benchmark.name(), benchmark.what());
      figures.forEach((key, value) -> result.line("  %-28s %s", key, text(value)));
    }
    return result.build();
  }

  private static BenchmarkRequest request(Invocation<Parameters> invocation) {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    Path images = parameters.images().isEmpty() ? null : context.path(parameters.images());
    return new BenchmarkRequest(context, parameters.rows(), images, parameters.peer(), invocation);
  }

  private static Map<String, Object> machine() {
    return Map.of(
        "processors", Runtime.getRuntime().availableProcessors(),
        "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        "java", Runtime.version().toString());
  }

  private static CommandResult list() {
    CommandResult.Builder result = CommandResult.builder();
    Map<String, Object> names = new LinkedHashMap<>();
    int width = BENCHMARKS.stream().mapToInt(each -> each.name().length()).max().orElse(1);
    for (Benchmark benchmark : BENCHMARKS) {
      names.put(benchmark.name(), benchmark.what());
      result.line("%-" + width + "s %s", benchmark.name(), benchmark.what());
    }
    return result.value("benchmarks", names).build();
  }

  private static String text(Object value) {
    return value instanceof Double number ? String.format("%.4g", number) : String.valueOf(value);
  }
}
