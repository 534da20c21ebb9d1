// SPDX-License-Identifier: MIT
package org.patchwork.learn.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.OwnRule;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Towers in plain Java over the first batch of a run, with an encoder of one convolution, so that a
 * loss can be built and read without an engine.
 */
public final class ReferenceTowers implements EncoderTowers {
  private static final int FEATURES = 5;

  private final ReferenceNetwork network = new ReferenceNetwork(3);
  private final TrainerContext context;
  private final TrainerRun run;
  private final Augmenter unchanged = TrainerConformance.unchanged();
  private final Map<String, Integer> inputs = new LinkedHashMap<>();
  private final Map<String, ReferenceMemory> memories = new LinkedHashMap<>();
  private boolean encoded;
  private boolean targetAsked;

  /** Towers over the first images of the context. */
  public ReferenceTowers(TrainerContext context, TrainerRun run) {
    this.context = context;
    this.run = run;
  }

  /** Further inputs so far: values of a row by name. */
  public Map<String, Integer> inputs() {
    return Map.copyOf(inputs);
  }

  /** A memory, with what it is to become. */
  public ReferenceMemory memory(String name) {
    return memories.get(name);
  }

  /** True if the encoder was asked for. */
  public boolean encoded() {
    return encoded;
  }

  /** True if a target was asked for. */
  public boolean targetAsked() {
    return targetAsked;
  }

  /** The image of a place in the batch. */
  public StepImage image(int slot) {
    float[] pixels = new float[context.input().values()];
    try {
      context.images().read(context.rows()[slot], context.input(), pixels, 0);
    } catch (ImageFormatException e) {
      throw new AssertionError(e.getMessage(), e);
    }
    return TrainerConformance.image(context, run, slot, pixels);
  }

  @Override
  public int batchSize() {
    return context.batchSize();
  }

  @Override
  public Node view(int number) {
    List<View> views = run.views();
    if (number < 0 || number >= views.size()) {
      throw new AssertionError("It asks for view " + number + " of " + views.size());
    }
    int[] shape = views.get(number).shape(context.imageShape());
    int width = shape[0] * shape[1] * shape[2];
    float[] values = new float[batchSize() * width];
    for (int slot = 0; slot < batchSize(); slot++) {
      ImagePatch made = run.view(number, image(slot), unchanged);
      float[] small = AreaResize.shrink(made, shape[0], shape[1]).values();
      System.arraycopy(small, 0, values, slot * width, width);
    }
    return ReferenceValue.of(values, batchSize(), shape[0], shape[1], shape[2]);
  }

  @Override
  public Node input(String name, int... shape) {
    int width = ReferenceValue.size(shape);
    if (inputs.put(name, width) != null) {
      throw new AssertionError("There are two inputs named " + name);
    }
    float[] values = new float[batchSize() * width];
    for (int slot = 0; slot < batchSize(); slot++) {
      run.fill(image(slot), name, values, slot * width);
    }
    int[] whole = new int[shape.length + 1];
    whole[0] = batchSize();
    System.arraycopy(shape, 0, whole, 1, shape.length);
    return ReferenceValue.of(values, whole);
  }

  @Override
  public Memory memory(String name, Memory.Start start, int... shape) {
    ReferenceMemory memory = new ReferenceMemory(initial(start, shape));
    if (memories.put(name, memory) != null) {
      throw new AssertionError("There are two memories named " + name);
    }
    return memory;
  }

  @Override
  public Memory trainedMemory(String name, Memory.Start start, OwnRule rule, int... shape) {
    return memory(name, start, shape);
  }

  private static ReferenceValue initial(Memory.Start start, int... shape) {
    double[] values = new double[ReferenceValue.size(shape)];
    if (start == Memory.Start.UNIT_NOISE) {
      int width = shape[shape.length - 1];
      RandomGenerator random = new RandomStreams(7).stream("memory");
      for (int row = 0; row < values.length; row += width) {
        double squares = 0;
        for (int i = row; i < row + width; i++) {
          values[i] = random.nextGaussian();
          squares += values[i] * values[i];
        }
        for (int i = row; i < row + width; i++) {
          values[i] /= Math.sqrt(squares);
        }
      }
    } else {
      Arrays.fill(values, start == Memory.Start.ONES ? 1 : 0);
    }
    return ReferenceValue.of(values, shape);
  }

  @Override
  public Network online() {
    return network.again();
  }

  @Override
  public Network target() {
    targetAsked = true;
    return network.again();
  }

  @Override
  public Network inference() {
    return network.again();
  }

  @Override
  public Node targetDistance() {
    return network.constant(0);
  }

  @Override
  public Node encode(Network in, Node images) {
    encoded = true;
    return in.conv("encoder", images, FEATURES, 3);
  }

  /** A memory in plain Java. */
  public static final class ReferenceMemory implements Memory {
    private final ReferenceOps ops = new ReferenceOps();
    private final Node value;
    private Node next;

    ReferenceMemory(Node value) {
      this.value = value;
    }

    /** What it is to become; null if nobody said. */
    public Node next() {
      return next;
    }

    @Override
    public Node value() {
      return value;
    }

    @Override
    public void becomes(Node wanted) {
      if (!Arrays.equals(wanted.shape(), value.shape())) {
        throw new AssertionError(
            "A memory of shape "
                + Arrays.toString(value.shape())
                + " cannot become "
                + Arrays.toString(wanted.shape()));
      }
      next = wanted;
    }

    @Override
    public void push(Node newest) {
      int kept = value.size(0) - newest.size(0);
      next = kept == 0 ? newest : ops.concat(0, newest, ops.slice(value, 0, 0, kept));
    }

    @Override
    public void pushInRehearsal(Node newest) {
      push(newest);
    }
  }
}
