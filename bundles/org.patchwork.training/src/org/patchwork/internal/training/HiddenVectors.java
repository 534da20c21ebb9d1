// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.direct.DirectModel;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureScaling;
import org.patchwork.learn.ModelBuild;
import org.patchwork.learn.Optimizer;
import org.patchwork.learn.TrainableModel;
import org.patchwork.learn.network.LossFunction;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.learn.network.ShapeNetwork;
import org.patchwork.training.TrainingData;

/**
 * What the last layer of a trained head sees of each image, where that is something else than its
 * features, averaged over a map and scaled.
 *
 * @param scaling of the features
 * @param function from features to what the last layer sees
 */
record HiddenVectors(
    TrainingData data, FeatureScaling scaling, NetworkFunction function, Engine engine) {
  private static final long MOST_VALUES = 64L << 20;
  private static final int COMPARED = 64;
  private static final double CLOSE = 1e-4;

  /**
   * Computes it.
   *
   * @param trained has the weights
   * @return empty if there is nothing to tell, or too much
   */
  Optional<FeatureMatrix> of(TrainableModel trained, IProgressMonitor monitor)
      throws TrainingException {
    ShapeNetwork.Outline outline = ShapeNetwork.outline(data.features().shape(), function);
    int width = width(outline.outputShape());
    int rows = data.labels().rows();
    if ((long) rows * width > MOST_VALUES) {
      return Optional.empty();
    }
    Optional<TrainableModel> opened = open(width, !outline.weights().isEmpty());
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (TrainableModel inside = opened.get()) {
      inside.restore(trained.weights());
      Predictor predictor = new Predictor(data.features(), rows, width);
      FeatureMatrix hidden =
          FeatureMatrix.of(new int[] {width}, predictor.predictMembers(inside, 1, monitor)[0]);
      return isPlain(hidden) ? Optional.empty() : Optional.of(hidden);
    }
  }

  private static int width(List<Integer> shape) {
    return shape.getLast();
  }

  /** An engine has nothing to build of a network without weights. */
  private Optional<TrainableModel> open(int width, boolean weights) throws TrainingException {
    LossFunction unused = (ops, target, output) -> ops.mean(ops.square(output), false);
    ModelBuild build =
        new ModelBuild(
            data.features().shape(), width, function, unused, Optimizer.ADAM, 0, name -> false, 0);
    Optional<TrainableModel> direct = DirectModel.open(build, engine);
    return direct.isPresent() || !weights ? direct : Optional.of(engine.open(build));
  }

  /** True if it says no more than the features do, as far as the first images show. */
  private boolean isPlain(FeatureMatrix hidden) {
    FeatureMatrix features = data.features();
    int channels = scaling.mean().length;
    if (hidden.width() != channels) {
      return false;
    }
    float[] map = new float[features.width()];
    float[] vector = new float[channels];
    int end = Math.min(COMPARED, Math.min(features.rows(), hidden.rows()));
    for (int row = 0; row < end; row++) {
      hidden.read(row, vector, 0);
      if (RowChoice.hasFeatures(features, row, map) && !agree(map, vector)) {
        return false;
      }
    }
    return true;
  }

  private boolean agree(float[] map, float[] vector) {
    int places = map.length / vector.length;
    for (int c = 0; c < vector.length; c++) {
      double sum = 0;
      for (int place = 0; place < places; place++) {
        sum += map[place * vector.length + c];
      }
      double plain = (sum / places - scaling.mean()[c]) * scaling.factor();
      if (Math.abs(plain - vector[c]) > CLOSE * (1 + Math.abs(plain))) {
        return false;
      }
    }
    return true;
  }
}
