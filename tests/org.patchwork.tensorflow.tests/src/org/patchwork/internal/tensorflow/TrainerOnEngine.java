// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.core.TrainingException;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;
import org.patchwork.learn.conformance.AlternatingClasses;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderBatch;
import org.patchwork.learn.encoder.EncoderBuild;
import org.patchwork.learn.encoder.EncoderModel;
import org.patchwork.learn.encoder.EncoderOptimizer;
import org.patchwork.learn.encoder.EncoderStep;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.network.NetworkFunction;
import org.patchwork.pretraining.networks.SmallNetwork;
import org.patchwork.tensorflow.TensorFlowEngine;

/**
 * A trainer on the real engine with eight images of 8 × 8 pixels, two classes in turn, and the
 * smallest network: what the loop does, without files and threads. Every step sees the same views,
 * each with a little noise of its own.
 */
final class TrainerOnEngine<P extends Record> implements AutoCloseable {
  private static final EncoderOptimizer ADAM =
      new EncoderOptimizer(EncoderOptimizer.Method.ADAM, 0, 0);
  static final int SIDE = 8;
  static final int IMAGES = 8;
  private static final int FLAT_STEPS = 500;

  final TrainerRun run;
  final EncoderModel model;
  private final TrainerContext context;
  private final Augmenter noise =
      Augmenter.of(BuiltInAugmentations.catalog(), AugmentationText.parse("gaussian_noise=1"));

  TrainerOnEngine(Trainer<P> trainer, P parameters) throws TrainingException {
    this(trainer, parameters, ADAM, 1);
  }

  /** With files of its own, in a folder. */
  TrainerOnEngine(Trainer<P> trainer, P parameters, Path folder) throws TrainingException {
    this(trainer, parameters, ADAM, 1, folder);
  }

  /** With another network than the smallest. */
  TrainerOnEngine(Trainer<P> trainer, P parameters, NetworkFunction network)
      throws TrainingException {
    this(trainer, parameters, ADAM, 1, Path.of(""), network);
  }

  TrainerOnEngine(Trainer<P> trainer, P parameters, EncoderOptimizer optimizer, int accumulate)
      throws TrainingException {
    this(trainer, parameters, optimizer, accumulate, Path.of(""));
  }

  private TrainerOnEngine(
      Trainer<P> trainer, P parameters, EncoderOptimizer optimizer, int accumulate, Path folder)
      throws TrainingException {
    this(
        trainer,
        parameters,
        optimizer,
        accumulate,
        folder,
        (tower, images) ->
            new SmallNetwork().build(tower, images, new SmallNetwork.Parameters(8, 2)));
  }

  private TrainerOnEngine(
      Trainer<P> trainer,
      P parameters,
      EncoderOptimizer optimizer,
      int accumulate,
      Path folder,
      NetworkFunction network)
      throws TrainingException {
    context = context(folder);
    run = trainer.open(parameters, context);
    model =
        new TensorFlowEngine()
            .openEncoder(
                new EncoderBuild(
                    context.imageShape(),
                    run.views(),
                    IMAGES,
                    network,
                    run::build,
                    optimizer,
                    accumulate,
                    3));
  }

  private static TrainerContext context(Path folder) {
    return new TrainerContext(
        new Pictures(),
        AlternatingClasses.of(IMAGES, "even", "odd"),
        IntStream.range(0, IMAGES).toArray(),
        new InputSpec(SIDE, SIDE, 3, 255),
        IMAGES,
        2,
        3e-3,
        new RandomStreams(3),
        folder);
  }

  /** What comes before the first step. */
  void begin() throws PatchworkException {
    for (int i = 0; i < run.rehearsals(1); i++) {
      model.rehearse(batch());
    }
    run.beginEpoch(0, access(), new NullProgressMonitor());
  }

  /** A step; gives goals and measures. */
  double[] step(double rate, int number, int steps) throws TrainingException {
    double decay = run.targetDecay((double) number / steps).orElse(1.0);
    return model.step(batch(), new EncoderStep(rate, decay, run.goal(number)));
  }

  /** Goes through 500 steps, after which no more is held than before them. */
  void stepsInFlatMemory() throws TrainingException {
    steps(20); // what grows once: queues, buffers, what is compiled
    long open = Pointer.totalCount();
    long bytes = Pointer.totalBytes();
    long heap = heap();
    steps(FLAT_STEPS);
    assertTrue(Pointer.totalCount() <= open, "native objects");
    assertTrue(Pointer.totalBytes() <= bytes, "bytes in native objects");
    long grown = heap() - heap;
    assertTrue(grown < FLAT_STEPS * 4096L, grown + " bytes more in the heap"); // a view has 6,144
  }

  private void steps(int count) throws TrainingException {
    for (int step = 0; step < count; step++) {
      step(3e-3, step, count);
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** All images. */
  EncoderBatch batch() {
    int count = run.views().size();
    float[][] views = new float[count][];
    for (int view = 0; view < count; view++) {
      int[] shape = run.views().get(view).shape(context.imageShape());
      int width = shape[0] * shape[1] * shape[2];
      views[view] = new float[IMAGES * width];
      for (int slot = 0; slot < IMAGES; slot++) {
        ImagePatch made = run.view(view, image(slot), noise);
        float[] values = AreaResize.shrink(made, shape[0], shape[1]).values();
        System.arraycopy(values, 0, views[view], slot * width, width);
      }
    }
    Map<String, float[]> inputs = new LinkedHashMap<>();
    model
        .inputs()
        .forEach(
            (name, shape) -> {
              int width = Shapes.product(shape);
              float[] values = new float[IMAGES * width];
              for (int slot = 0; slot < IMAGES; slot++) {
                run.fill(image(slot), name, values, slot * width);
              }
              inputs.put(name, values);
            });
    return new EncoderBatch(views, inputs);
  }

  private StepImage image(int slot) {
    float[] pixels = new float[context.input().values()];
    new Pictures().read(slot, context.input(), pixels, 0);
    long[] seeds = new long[run.views().size()];
    for (int view = 0; view < seeds.length; view++) {
      seeds[view] = context.random().seedOf("view " + slot + "." + view);
    }
    List<Augmenter> augmenters = Collections.nCopies(seeds.length, noise);
    ImagePatch plain = new ImagePatch(SIDE, SIDE, 3, pixels);
    return new StepImage(0, 0, slot, 0, slot, seeds, augmenters, plain);
  }

  /** The encoder between epochs. */
  EncoderAccess access() {
    return new EncoderAccess() {
      @Override
      public float[][] features(int[] rows, IProgressMonitor monitor) throws PatchworkException {
        int[] shape = model.featureShape();
        float[][] features = new float[rows.length][shape[2]];
        float[] pixels = new float[context.input().values()];
        float[] maps = new float[Shapes.product(shape)];
        for (int i = 0; i < rows.length; i++) {
          new Pictures().read(rows[i], context.input(), pixels, 0);
          model.encode(pixels, 1, maps);
          for (int k = 0; k < maps.length; k++) {
            features[i][k % shape[2]] += maps[k] / (shape[0] * shape[1]);
          }
        }
        return features;
      }

      @Override
      public float[][] outputs(String name, int[] rows, IProgressMonitor monitor)
          throws PatchworkException {
        EncoderBatch batch = batch();
        int width = context.input().values();
        for (int i = 0; i < rows.length; i++) {
          new Pictures().read(rows[i], context.input(), batch.views()[0], i * width);
        }
        float[] values = model.outputs(batch).get(name);
        int each = values.length / IMAGES;
        return IntStream.range(0, rows.length)
            .mapToObj(i -> Arrays.copyOfRange(values, i * each, (i + 1) * each))
            .toArray(float[][]::new);
      }

      @Override
      public Map<String, float[]> state() throws TrainingException {
        return model.state();
      }

      @Override
      public void set(Map<String, float[]> values) throws TrainingException {
        model.set(values);
      }
    };
  }

  @Override
  public void close() {
    model.close();
  }

  /** Eight pictures of noise. */
  private static final class Pictures implements ImageSource {
    @Override
    public int size() {
      return IMAGES;
    }

    @Override
    public String path(int index) {
      return index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset) {
      float[] values = Networks.values("picture " + index, input.values());
      for (int i = 0; i < values.length; i++) {
        target[offset + i] = 0.5f + 0.4f * values[i];
      }
    }
  }
}
