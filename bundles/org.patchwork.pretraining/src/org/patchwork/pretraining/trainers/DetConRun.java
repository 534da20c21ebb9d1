// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.internal.pretraining.losses.SegmentContrastLoss;
import org.patchwork.internal.pretraining.losses.SegmentPooling;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** {@link DetCon} at work. */
final class DetConRun implements TrainerRun {
  private static final String MASKS = "masks";
  private static final int VIEWS = 2;

  private final DetCon.Parameters parameters;
  private final TrainerContext context;
  private final Segments segments;
  private int height;
  private int width;

  DetConRun(DetCon.Parameters parameters, TrainerContext context) {
    this.parameters = parameters;
    this.context = context;
    this.segments = new Segments(parameters.scale(), parameters.segments(), context.input());
  }

  @Override
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    Network first = towers.online();
    Network second = towers.online();
    Node maps = towers.encode(first, towers.view(0));
    Node others = towers.encode(second, towers.view(1));
    height = maps.size(1);
    width = maps.size(2);
    Node masks = towers.input(MASKS, VIEWS, height, width, segments.count());
    SegmentPooling ofFirst = SegmentPooling.of(first, maps, masks(first, masks, 0));
    SegmentPooling ofSecond = SegmentPooling.of(first, others, masks(first, masks, 1));
    Node kept = first.multiply(ofFirst.present(), ofSecond.present());
    return new SegmentContrastLoss(parameters.temperature())
        .build(
            first, embedding(first, ofFirst.vectors()), embedding(second, ofSecond.vectors()), kept)
        .with("kept_segments", first.mean(kept, false));
  }

  private Node masks(Network network, Node masks, int view) {
    return network.reshape(network.slice(masks, 1, view, 1), -1, height, width, segments.count());
  }

  private Node embedding(Network network, Node vectors) {
    Node hidden = network.dense("projection", vectors, parameters.head().hidden());
    Node normed = parameters.batchNorm() ? network.batchNorm("projection_norm", hidden) : hidden;
    return Heads.linear(network, "embedding", network.relu(normed), parameters.head().output());
  }

  /** The segments of some images, each in its mean colour. */
  @Override
  public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
      throws IOException {
    DrawnImages shown = new DrawnImages(context);
    float[][] images = shown.images();
    float[][] painted = new float[images.length][];
    for (int i = 0; i < images.length; i++) {
      painted[i] = segments.painted(shown.patch(images[i]), context.random().seedOf("shown " + i));
    }
    shown.log("segments", images, painted, pictures);
  }

  /** Masks of both views at the size of the feature maps. */
  @Override
  public void fill(StepImage image, String input, float[] values, int offset) {
    long seed = new RandomStreams(image.seeds()[0]).seedOf(MASKS);
    ImagePatch masks = segments.masks(image.plain(), seed);
    int size = height * width * segments.count();
    for (int view = 0; view < VIEWS; view++) {
      ImagePatch moved = image.augmenters().get(view).geometry().apply(masks, image.seeds()[view]);
      ImagePatch small = AreaResize.shrink(moved, height, width);
      System.arraycopy(small.values(), 0, values, offset + view * size, size);
    }
  }
}
