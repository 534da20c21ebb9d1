// SPDX-License-Identifier: MIT
package org.patchwork.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.LiveBatch;
import org.patchwork.learn.LiveBuild;
import org.patchwork.learn.LiveModel;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.NetworkFunction;

/** A {@link LinearEngine} that also trains live, and keeps a copy of every batch. */
final class WatchedEngine implements Engine {
  final LinearEngine linear = new LinearEngine();
  final List<LiveBatch> batches = new ArrayList<>();
  final List<Boolean> fineTuned = new ArrayList<>();
  LiveBuild build;

  @Override
  public String version() {
    return linear.version();
  }

  @Override
  public TrainableModel open(ModelBuild modelBuild) {
    return linear.open(modelBuild);
  }

  @Override
  public CompiledFunction compile(int[] inputShape, NetworkFunction function)
      throws TrainingException {
    return linear.compile(inputShape, function);
  }

  @Override
  public CompiledFunction openSavedModel(Path directory, SavedModelCall call) {
    return linear.openSavedModel(directory, call);
  }

  @Override
  public LiveModel openLive(LiveBuild live) {
    build = live;
    ModelBuild head =
        new ModelBuild(
            new int[] {TestData.WIDTH},
            live.outputs(),
            live.output(),
            live.loss(),
            live.optimizer(),
            0,
            name -> false,
            live.seed());
    return new Model(linear.open(head));
  }

  private final class Model implements LiveModel {
    private final TrainableModel head;

    Model(TrainableModel head) {
      this.head = head;
    }

    @Override
    public StepLoss step(LiveBatch batch, double learningRate, boolean trainExtractor)
        throws TrainingException {
      batches.add(
          new LiveBatch(
              batch.inputs().clone(),
              batch.labelled(),
              batch.targets().clone(),
              batch.unlabelled(),
              Arrays.copyOf(batch.subsets(), batch.subsetCount() * batch.unlabelled()),
              batch.subsetCount()));
      fineTuned.add(trainExtractor);
      double loss = head.step(batch.inputs(), batch.targets(), batch.labelled(), learningRate);
      return new StepLoss(loss, 0);
    }

    @Override
    public long extractorParameterCount() {
      return build.extractor().isPresent() && build.extractor().get().trainable() ? 1 : 0;
    }

    @Override
    public void exportWhole(Path directory, List<String> classNames) throws TrainingException {
      head.export(directory, classNames);
    }

    @Override
    public long parameterCount() {
      return head.parameterCount();
    }

    @Override
    public double step(float[] inputs, float[] targets, int count, double learningRate)
        throws TrainingException {
      return head.step(inputs, targets, count, learningRate);
    }

    @Override
    public double loss(float[] inputs, float[] targets, int count) throws TrainingException {
      return head.loss(inputs, targets, count);
    }

    @Override
    public void predict(float[] inputs, int count, float[] probabilities) throws TrainingException {
      head.predict(inputs, count, probabilities);
    }

    @Override
    public Map<String, float[]> weights() throws TrainingException {
      return head.weights();
    }

    @Override
    public void restore(Map<String, float[]> weights) throws TrainingException {
      head.restore(weights);
    }

    @Override
    public void export(Path directory, List<String> classNames) throws TrainingException {
      head.export(directory, classNames);
    }

    @Override
    public void exportWithExtractor(
        FeatureExtractor extractor, Path directory, List<String> classNames)
        throws TrainingException {
      head.exportWithExtractor(extractor, directory, classNames);
    }

    @Override
    public void close() {
      head.close();
    }
  }
}
