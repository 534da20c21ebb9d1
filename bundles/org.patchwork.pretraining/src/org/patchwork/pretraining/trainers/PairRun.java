// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.PairLoss;
import org.patchwork.internal.pretraining.text.BytePairTokenizer;
import org.patchwork.internal.pretraining.text.Captions;
import org.patchwork.internal.pretraining.text.ZeroShot;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderFunction;
import org.patchwork.learn.encoder.EncoderFunctions;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.pretraining.TextModel;

/** A run of {@link Clip}, or with an encoder that is given of {@link Lit}. */
final class PairRun implements TrainerRun {
  /** Embeddings of the length of the features, which are taken as they are. */
  static final int AS_FEATURES = 0;

  private static final String NUMBERS = "text";
  private static final String IMAGE = "image";
  private static final String TEXT = "text";
  private static final String OPTIMIZER = "optimizer";
  private static final int MOST_CHECKED = 1000;

  private final PairSettings settings;
  private final Captions captions;
  private final int[] rows;
  private final int[] held;
  private final BytePairTokenizer tokenizer;
  private final TextTransformer transformer;
  private final int output;
  private final Map<String, float[]> tower;

  /**
   * Begins.
   *
   * @param output length of the embeddings, or {@link #AS_FEATURES}
   * @param tower weights by name of the encoder that is to stay as it is; empty to train one
   */
  PairRun(PairSettings settings, TrainerContext context, int output, Map<String, float[]> tower)
      throws TrainingException {
    this.settings = settings;
    this.output = output;
    this.tower = tower;
    this.captions = settings.read(context);
    this.rows = PairSettings.rows(context, captions, false);
    this.held = PairSettings.rows(context, captions, true);
    if (rows.length < context.batchSize()) {
      throw new TrainingException(
          "Only "
              + rows.length
              + " images to train on have a caption, but a batch has "
              + context.batchSize()
              + ". Take a smaller batch size, or add captions.");
    }
    this.tokenizer = settings.tokenizer(captions, rows);
    this.transformer = settings.network(tokenizer);
  }

  private boolean locked() {
    return !tower.isEmpty();
  }

  @Override
  public List<View> views() {
    return List.of(View.FULL);
  }

  @Override
  public int epochSize(int images) {
    return rows.length;
  }

  @Override
  public int[] order(int stream, int epoch, int[] all, RandomGenerator random) {
    return TrainerRun.super.order(stream, epoch, rows, random);
  }

  @Override
  public void fill(StepImage image, String input, float[] values, int offset) {
    String caption = captions.any(image.row(), image.seeds()[0]);
    float[] numbers = tokenizer.encode(settings.text(caption), settings.length());
    System.arraycopy(numbers, 0, values, offset, numbers.length);
  }

  @Override
  public boolean supervised() {
    return true;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    Network network = towers.online();
    Node maps = towers.encode(locked() ? towers.inference() : network, towers.view(0));
    Node images = image(network, maps);
    int length = images.size(-1);
    Node numbers = towers.input(NUMBERS, settings.length());
    Node texts = text(network, numbers, length);
    Node same = PairLoss.same(network, numbers);
    EncoderLoss pairs = new PairLoss(settings.temperature()).build(network, images, texts, same);
    EncoderGoal goal =
        new EncoderGoal(
            EncoderGoal.LOSS, pairs.loss(), name -> !locked() || name.startsWith(TEXT), 1);
    return EncoderLoss.of(goal)
        .with("accuracy", pairs.measures().get("accuracy"))
        .with(
            EncoderFunction.ofFeatures(
                IMAGE, (tower, features) -> tower.l2Normalize(image(tower, features))))
        .with(
            EncoderFunction.of(
                TEXT,
                (tower, written) -> tower.l2Normalize(text(tower, written, length)),
                settings.length()));
  }

  private Node image(Network network, Node maps) {
    Node pooled = network.mean(maps, false, 1, 2);
    return output == AS_FEATURES
        ? network.stopGradient(pooled)
        : Heads.linear(network, "image_embedding", pooled, output);
  }

  private Node text(Network network, Node numbers, int length) {
    return Heads.linear(network, "text_output", transformer.build(network, numbers), length);
  }

  /** Puts the tower in its place before the first step. */
  @Override
  public Map<String, Double> beginEpoch(int epoch, EncoderAccess access, IProgressMonitor monitor)
      throws PatchworkException {
    if (locked() && epoch == 0) {
      Map<String, float[]> own = new LinkedHashMap<>();
      for (String name : access.state().keySet()) {
        if (!name.startsWith(TEXT) && !name.startsWith(OPTIMIZER)) {
          own.put(name, required(name));
        }
      }
      access.set(own);
    }
    return Map.of();
  }

  private float[] required(String name) throws TrainingException {
    float[] values = tower.get(name);
    if (values == null) {
      throw new TrainingException(
          "The run that is to give the encoder has another network: "
              + name
              + " is not in it. Take network, size and channels as they were there.");
    }
    return values;
  }

  /** Keeps both models, and tries them on held-out images with captions. */
  @Override
  public Map<String, Double> endEpoch(
      int epoch, EncoderFunctions functions, IProgressMonitor monitor) throws PatchworkException {
    try {
      tokenizer.write(functions.folder().resolve(TextModel.TOKENIZER));
    } catch (IOException e) {
      throw new TrainingException(
          "Cannot write to " + functions.folder() + ": " + e.getMessage() + ". Make room.", e);
    }
    functions.export(IMAGE, functions.folder().resolve(TextModel.IMAGE_MODEL));
    functions.export(TEXT, functions.folder().resolve(TextModel.TEXT_MODEL));
    if (held.length == 0) {
      return Map.of();
    }
    int[] some = java.util.Arrays.copyOf(held, Math.min(held.length, MOST_CHECKED));
    List<String> prompts =
        java.util.Arrays.stream(some).mapToObj(captions::first).map(settings::text).toList();
    List<String> different = prompts.stream().distinct().toList();
    float[][] numbers = new float[different.size()][];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = tokenizer.encode(different.get(i), settings.length());
    }
    double accuracy =
        ZeroShot.accuracy(
            functions.apply(IMAGE, some, monitor),
            functions.apply(TEXT, numbers),
            prompts.stream().mapToInt(different::indexOf).toArray());
    return Map.of("zero_shot_accuracy", accuracy);
  }
}
