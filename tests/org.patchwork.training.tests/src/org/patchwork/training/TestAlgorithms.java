// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Catalog;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.FineTuningModel;
import org.patchwork.learn.Loss;
import org.patchwork.learn.OutputModel;
import org.patchwork.learn.SampleRequest;
import org.patchwork.learn.Sampler;
import org.patchwork.learn.Selection;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/** The smallest algorithms with which a run can be made. */
public final class TestAlgorithms {
  private TestAlgorithms() {}

  public static Algorithms with(Engine engine) {
    return with(engine, new BrightnessType());
  }

  static Algorithms with(Engine engine, FeatureExtractorType<?> extractor) {
    return new Algorithms(
        Catalog.<Sampler<?>>of(
            Map.of("random", new RandomSampler(), "unsure", new UnsureSampler())),
        Catalog.<Loss<?>>of(Map.of("loss", new PlainLoss())),
        Catalog.<FineTuningModel<?>>of(Map.of("none", new NoFineTuning(), "narrow", new OneUnit())),
        Catalog.<OutputModel<?>>of(
            Map.of("linear", new LinearOutput(), "direct", new DirectOutput())),
        Catalog.<FeatureExtractorType<?>>of(Map.of("brightness", extractor)),
        Catalog.of(Map.of("engine", engine)));
  }

  private static class Plain {
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }
  }

  private static final class NoFineTuning extends Plain implements FineTuningModel<NoParameters> {
    @Override
    public Node build(Network network, Node features, NoParameters parameters) {
      return features;
    }
  }

  /** One hidden unit, so that every logit is a straight line over it. */
  private static final class OneUnit extends Plain implements FineTuningModel<NoParameters> {
    @Override
    public Node build(Network network, Node features, NoParameters parameters) {
      return network.dense("hidden", features, 1);
    }
  }

  private static final class LinearOutput extends Plain implements OutputModel<NoParameters> {
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
  }

  /** What is trained without an engine. */
  private static final class DirectOutput extends Plain implements OutputModel<NoParameters> {
    @Override
    public Node build(Network network, Node vector, int classes, NoParameters parameters) {
      return network.sigmoid(network.dense("output", vector, classes));
    }

    @Override
    public String lossId() {
      return "loss";
    }

    @Override
    public Map<String, Object> lossParameters(NoParameters parameters) {
      return Map.of();
    }
  }

  private static final class PlainLoss extends Plain implements Loss<NoParameters> {
    @Override
    public Node build(Ops ops, Node target, Node prediction, NoParameters parameters) {
      return ops.mean(ops.square(ops.subtract(target, prediction)), false);
    }
  }

  private static final class RandomSampler extends Plain implements Sampler<NoParameters> {
    @Override
    public Set<Need> needs() {
      return Set.of();
    }

    @Override
    public Selection sample(
        SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
      int[] rows = request.candidates().clone();
      int count = Math.min(request.count(), rows.length);
      for (int i = 0; i < count; i++) {
        int j = i + request.random().nextInt(rows.length - i);
        int row = rows[i];
        rows[i] = rows[j];
        rows[j] = row;
      }
      return new Selection(java.util.Arrays.copyOf(rows, count), new float[0], "At random.");
    }
  }

  private static final class UnsureSampler extends Plain implements Sampler<NoParameters> {
    @Override
    public Set<Need> needs() {
      return Set.of(Need.PREDICTIONS);
    }

    @Override
    public Selection sample(
        SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
      PredictionTable predictions = request.predictions();
      int[] rows =
          java.util.Arrays.stream(request.candidates())
              .boxed()
              .sorted(
                  java.util.Comparator.comparingDouble(
                      row -> Math.abs(predictions.probability(row, 0) - 0.5)))
              .limit(request.count())
              .mapToInt(Integer::intValue)
              .toArray();
      return new Selection(rows, new float[0], "Nearest to the boundary.");
    }
  }

  /** Two features of an image: its first value and a number that {@link #fit} counts. */
  static final class BrightnessType extends Plain implements FeatureExtractorType<NoParameters> {
    int fits;
    int images;

    @Override
    public void fit(
        ImageSource source,
        NoParameters parameters,
        RandomStreams random,
        Path directory,
        IProgressMonitor monitor) {
      fits++;
    }

    @Override
    public FeatureExtractor open(Engine engine, NoParameters parameters, Path directory) {
      return new FeatureExtractor(new InputSpec(8, 8, 1, 255), 1, new Brightness());
    }

    private final class Brightness implements CompiledFunction {
      @Override
      public int[] inputShape() {
        return new int[] {8, 8, 1};
      }

      @Override
      public int[] outputShape() {
        return new int[] {2};
      }

      @Override
      public void apply(float[] inputs, int count, float[] outputs) {
        images += count;
        for (int i = 0; i < count; i++) {
          outputs[2 * i] = inputs[64 * i];
          // depends on the batch, as rounding in an engine may: resuming must repeat the batches
          outputs[2 * i + 1] = inputs[64 * i + 1] + count;
        }
      }

      @Override
      public void close() {
        // nothing to release
      }
    }
  }
}
