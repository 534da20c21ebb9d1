// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.user;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.internal.cli.bench.Benchmark;
import org.patchwork.internal.cli.bench.BenchmarkRequest;
import org.patchwork.internal.cli.bench.TemporaryFolder;
import org.patchwork.learn.Algorithms;
import org.patchwork.project.labeling.StripDraw.Order;
import org.patchwork.training.TestSplit;

/**
 * Keys per label and labels per hour of the modes, by a simulated user who makes no mistakes. Every
 * mode starts from the same labels, given in page mode before the counting starts.
 *
 * <p>A label is an answered image where classes exclude each other, else one answered class of an
 * image. The time is one decision per image looked at, also for those that are already as they
 * should be, and the keys; training counts one key and no time.
 */
public final class UserBenchmark implements Benchmark {
  private static final int PREPARE_WORK = 10;
  private static final int FEATURE_WORK = 30;
  private static final int PLAY_WORK = 60;

  @Override
  public String name() {
    return "user";
  }

  @Override
  public String what() {
    return "Keys per label and labels per hour of a simulated user in each mode, on --images with"
        + " --labels, or on the sample that comes with the product.";
  }

  @Override
  public Map<String, Object> run(BenchmarkRequest request, IProgressMonitor monitor)
      throws PatchworkException {
    UserParameters parameters = request.invocation().further(UserParameters.class);
    SubMonitor progress = SubMonitor.convert(monitor, PREPARE_WORK + FEATURE_WORK + PLAY_WORK);
    try (TemporaryFolder temporary = TemporaryFolder.make()) {
      SourceImages source = request.source(temporary.path(), progress.split(PREPARE_WORK));
      TestSplit split =
          TestSplit.of(
              source.labels(), parameters.testFraction(), parameters.bySubset(), parameters.seed());
      UserData data = new UserData(source.labels(), source.exclusive(), split.test());
      try (FeatureMatrix features =
          request.features(source, temporary.path(), progress.split(FEATURE_WORK))) {
        Algorithms algorithms = request.context().algorithms();
        UserRuns runs = new UserRuns(algorithms, data, features, parameters, temporary.path());
        return figures(runs, modes(parameters), split, progress.split(PLAY_WORK));
      }
    } catch (IOException e) {
      throw new PatchworkException("The benchmark cannot write: " + e.getMessage() + ".", e);
    }
  }

  private static List<UserMode> modes(UserParameters parameters) {
    return parameters.modeNames().stream().map(name -> mode(name, parameters)).toList();
  }

  private static UserMode mode(String name, UserParameters parameters) {
    PageUser pages = new PageUser(parameters.page());
    return switch (name) {
      case "page" -> pages;
      case "quick-tag" -> new QuickTagUser(parameters.tiles());
      case "question" -> questions(name, Order.MOST, parameters);
      case "question-any" -> questions(name, Order.ANY, parameters);
      case "mixed" -> new MixedUser(pages, questions(name, Order.MOST, parameters));
      case "mixed-any" -> new MixedUser(pages, questions(name, Order.ANY, parameters));
      default ->
          throw new IllegalArgumentException(
              "There is no mode \""
                  + name
                  + "\"; there are page, quick-tag, question, question-any, mixed and mixed-any.");
    };
  }

  private static QuestionUser questions(String name, Order order, UserParameters parameters) {
    return new QuestionUser(name, order, parameters.strip(), parameters.columns());
  }

  private static Map<String, Object> figures(
      UserRuns runs, List<UserMode> modes, TestSplit split, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, modes.size());
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("images", split.pool().cardinality());
    figures.put("test_images", split.test().cardinality());
    for (UserMode mode : modes) {
      runs.play(mode, progress.split(1))
          .forEach((name, value) -> figures.put(mode.name() + "_" + name, value));
    }
    return figures;
  }
}
