// SPDX-License-Identifier: MIT
package org.patchwork.training.attribution;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.InputGradient;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Says what in an image its features look at, without any label. The score of an image is the sum
 * of the cosines between its features and those of augmented views of it, less, if there are
 * negative images, the sum of those to theirs; its gradients are integrated from black to the image
 * (Sundararajan, Taly and Yan 2017). Features are means over positions. Gradients are those of each
 * step itself, not divided by the number of steps, so that completeness holds as in the paper.
 *
 * @param engine that made the extractor
 * @param extractor one that can be differentiated; not closed
 */
public record FeatureAttribution(Engine engine, FeatureExtractor extractor) {
  private static final int VIEW_WORK = 20;
  private static final int GRADIENT_WORK = 80;

  /**
   * Attributes an image.
   *
   * @param image of the size that the extractor wants, values in [0, 1]
   * @param negatives images of the same size from which it is to be told apart; may be empty
   * @param augmenter makes the views
   * @throws TrainingException if the extractor cannot be differentiated; says why
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public Attribution attribute(
      ImagePatch image,
      List<ImagePatch> negatives,
      Augmenter augmenter,
      AttributionParameters parameters,
      IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, VIEW_WORK + GRADIENT_WORK);
    double[] wanted =
        directions(views(image, augmenter, parameters), progress.split(VIEW_WORK / 2));
    double[] unwanted = directions(negatives, progress.split(VIEW_WORK / 2));
    float[] direction = new float[wanted.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (wanted[i] - unwanted[i]);
    }
    try (InputGradient score =
        engine.openGradient(
            extractor, (network, features) -> score(network, features, direction))) {
      return IntegratedGradients.of(
          image, score, parameters.steps(), progress.split(GRADIENT_WORK));
    }
  }

  private static List<ImagePatch> views(
      ImagePatch image, Augmenter augmenter, AttributionParameters parameters) {
    RandomStreams random = new RandomStreams(parameters.seed());
    List<ImagePatch> views = new ArrayList<>();
    for (int i = 0; i < parameters.augmentations(); i++) {
      views.add(augmenter.apply(image, random.seedOf("view " + i)));
    }
    return views;
  }

  /** The sum of the cosines to some unit vectors is the product with their sum. */
  private static Node score(Network network, Node features, float[] direction) {
    Node pooled = features.rank() == 2 ? features : network.mean(features, false, 1, 2);
    Node constant = network.constant(direction, 1, direction.length);
    return network.sum(network.multiply(network.l2Normalize(pooled), constant), false, -1);
  }

  /** Sum of the features of some images, each of unit length. */
  private double[] directions(List<ImagePatch> images, IProgressMonitor monitor)
      throws TrainingException {
    SubMonitor progress = SubMonitor.convert(monitor, "Views", Math.max(1, images.size()));
    int[] shape = extractor.function().outputShape();
    int channels = shape[shape.length - 1];
    int positions = 1;
    for (int i = 0; i < shape.length - 1; i++) {
      positions *= shape[i];
    }
    double[] sum = new double[channels];
    float[] features = new float[positions * channels];
    for (ImagePatch image : images) {
      progress.split(1);
      float[] pixels = image.values().clone();
      extractor.toRange(pixels, pixels.length);
      extractor.function().apply(pixels, 1, features);
      add(features, positions, sum);
    }
    return sum;
  }

  private static void add(float[] features, int positions, double[] sum) {
    double[] pooled = new double[sum.length];
    for (int i = 0; i < features.length; i++) {
      pooled[i % sum.length] += features[i] / (double) positions;
    }
    double squares = 0;
    for (double value : pooled) {
      squares += value * value;
    }
    double norm = Math.sqrt(Math.max(1e-12, squares));
    for (int i = 0; i < sum.length; i++) {
      sum[i] += pooled[i] / norm;
    }
  }
}
