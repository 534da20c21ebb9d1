// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.PseudoLabelLoss;
import org.patchwork.learn.Metrics;
import org.patchwork.learn.encoder.EncoderFunction;
import org.patchwork.learn.encoder.EncoderFunctions;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/** A run of {@link FixMatch}. Stream 0 are labelled images, all others images of any kind. */
final class FixMatchRun implements TrainerRun {
  private static final String LABELS = "labels";
  private static final String PROBABILITIES = "probabilities";
  private static final String WEAK = "none,fixmatch-weak";
  private static final String STRONG = "none,fixmatch-strong";
  private static final int MOST_CHECKED = 2000;

  private final FixMatch.Parameters parameters;
  private final TrainerContext context;
  private final LabelTable table;
  private final int[] labelled;
  private final int[] unlabelled;
  private final int[] validation;

  FixMatchRun(FixMatch.Parameters parameters, TrainerContext context) throws TrainingException {
    this.parameters = parameters;
    this.context = context;
    this.table = context.labels();
    this.unlabelled =
        Arrays.stream(context.rows())
            .filter(row -> row >= table.rows() || !table.validation(row))
            .toArray();
    this.labelled = Arrays.stream(unlabelled).filter(this::isLabelled).toArray();
    if (labelled.length == 0) {
      throw new TrainingException(
          "No image that may be trained on is labelled; label some that are neither excluded nor"
              + " held out.");
    }
    this.validation =
        Arrays.stream(context.rows())
            .filter(row -> row < table.rows() && table.validation(row) && isLabelled(row))
            .limit(MOST_CHECKED)
            .toArray();
  }

  private boolean isLabelled(int row) {
    return row < table.rows() && table.status(row) != LabelTable.Status.UNLABELED;
  }

  @Override
  public List<View> views() {
    List<View> views = new ArrayList<>();
    views.add(new View(1, WEAK, 0));
    for (int u = 1; u <= parameters.ratio(); u++) {
      views.add(new View(1, WEAK, u));
    }
    for (int u = 1; u <= parameters.ratio(); u++) {
      views.add(new View(1, STRONG, u));
    }
    return views;
  }

  @Override
  public int epochSize(int images) {
    int shorter = Math.min(labelled.length, unlabelled.length / parameters.ratio());
    return Math.max(context.batchSize(), Math.multiplyExact(parameters.passes(), shorter));
  }

  @Override
  public int[] order(int stream, int epoch, int[] rows, RandomGenerator random) {
    return TrainerRun.super.order(stream, epoch, stream == 0 ? labelled : unlabelled, random);
  }

  @Override
  public void fill(StepImage image, String input, float[] values, int offset) {
    table.copyLabels(image.row(), values, offset);
  }

  @Override
  public boolean supervised() {
    return true;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    Network network = towers.online();
    int count = towers.batchSize();
    int others = count * parameters.ratio();
    Node[] views = new Node[1 + 2 * parameters.ratio()];
    for (int i = 0; i < views.length; i++) {
      views[i] = towers.view(i);
    }
    Node together = network.concat(0, views);
    Node answers = probabilities(network, towers.encode(network, together));
    Node labels = towers.input(LABELS, table.classes());
    Node supervised =
        PseudoLabelLoss.supervised(network, labels, network.slice(answers, 0, 0, count));
    EncoderLoss pseudo =
        new PseudoLabelLoss(parameters.threshold())
            .build(
                network,
                network.slice(answers, 0, count, others),
                network.slice(answers, 0, count + others, others));
    Node weighted = network.multiply(network.constant((float) parameters.weight()), pseudo.loss());
    EncoderLoss loss =
        EncoderLoss.of(network.add(supervised, weighted))
            .with("supervised_loss", supervised)
            .with("fixmatch_loss", pseudo.loss());
    for (Map.Entry<String, Node> measure : pseudo.measures().entrySet()) {
      loss = loss.with(measure.getKey(), measure.getValue());
    }
    return loss.with(EncoderFunction.ofFeatures(PROBABILITIES, this::probabilities));
  }

  private Node probabilities(Network network, Node maps) {
    Node pooled = network.mean(maps, false, 1, 2);
    return network.sigmoid(network.dense("classes", pooled, table.classes()));
  }

  @Override
  public Map<String, Double> endEpoch(
      int epoch, EncoderFunctions functions, IProgressMonitor monitor) throws PatchworkException {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (validation.length == 0) {
      return figures;
    }
    float[][] answers = functions.apply(PROBABILITIES, validation, monitor);
    for (int c = 0; c < table.classes(); c++) {
      String name = context.classes().name(c).replaceAll("[^\\p{Alnum}_.-]", "_");
      float[] positives = answers(answers, c, LabelTable.PRESENT);
      float[] negatives = answers(answers, c, LabelTable.ABSENT);
      Metrics.accuracy(positives, negatives)
          .ifPresent(accuracy -> figures.put("val_accuracy_" + name, accuracy));
      Metrics.auc(positives, negatives).ifPresent(auc -> figures.put("val_auc_" + name, auc));
    }
    return figures;
  }

  /** The answers to held-out images with this label. */
  private float[] answers(float[][] answers, int column, byte label) {
    float[] found = new float[validation.length];
    int count = 0;
    for (int i = 0; i < validation.length; i++) {
      if (table.label(validation[i], column) == label) {
        found[count++] = answers[i][column];
      }
    }
    return Arrays.copyOf(found, count);
  }
}
