// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.TaskLoss;
import org.patchwork.internal.pretraining.tasks.LabelTask;
import org.patchwork.internal.pretraining.tasks.TaskDraw;
import org.patchwork.learn.Part;
import org.patchwork.learn.encoder.EncoderFunction;
import org.patchwork.learn.encoder.EncoderFunctions;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.StepImage;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/** A run of {@link Multitask}. */
final class MultitaskRun implements TrainerRun {
  private static final String ANSWER = "answer ";
  private static final String TEACHER = "teacher ";
  private static final String LOGITS = "tasks";
  private static final int MOST_CHECKED = 2000;

  private final Multitask.Parameters parameters;
  private final List<LabelTask> tasks;
  private final double[] weights;
  private final Optional<TaskTeacher> teacher;
  private final TaskDraw draw;
  private final int[] validation;
  private final HeadLayers shared;
  private final HeadLayers own;

  /**
   * Begins.
   *
   * @param weights one for each task
   * @throws TrainingException if no image to train on has an answer
   */
  MultitaskRun(
      Multitask.Parameters parameters,
      TrainerContext context,
      List<LabelTask> tasks,
      double[] weights,
      Optional<TaskTeacher> teacher)
      throws TrainingException {
    this.parameters = parameters;
    this.tasks = List.copyOf(tasks);
    this.weights = weights;
    this.teacher = teacher;
    this.shared = HeadLayers.parse(parameters.sharedLayers());
    this.own = HeadLayers.parse(parameters.taskLayers());
    int[] training =
        Arrays.stream(context.rows())
            .filter(row -> row >= context.labels().rows() || !context.labels().validation(row))
            .toArray();
    this.draw = TaskDraw.of(tasks, training);
    if (draw.rows().length == 0) {
      throw new TrainingException(
          "No image that may be trained on has an answer to any task; label images that are"
              + " neither excluded nor held out.");
    }
    this.validation =
        Arrays.stream(Part.VALIDATION.rows(context.labels()))
            .filter(row -> tasks.stream().anyMatch(task -> task.answer(row) >= 0))
            .limit(MOST_CHECKED)
            .toArray();
  }

  @Override
  public List<View> views() {
    return List.of(View.FULL);
  }

  @Override
  public int epochSize(int images) {
    return draw.rows().length;
  }

  @Override
  public int[] order(int stream, int epoch, int[] rows, RandomGenerator random) {
    return parameters.balance()
        ? draw.draw(draw.rows().length, random)
        : TrainerRun.super.order(stream, epoch, draw.rows(), random);
  }

  @Override
  public void fill(StepImage image, String input, float[] values, int offset) {
    boolean answers = input.startsWith(ANSWER);
    int number = Integer.parseInt(input.substring((answers ? ANSWER : TEACHER).length()));
    LabelTask task = tasks.get(number);
    if (!answers) {
      teacher.orElseThrow().fill(number, image.row(), task.values().size(), values, offset);
    } else if (task.answer(image.row()) >= 0) {
      values[offset + task.answer(image.row())] = 1;
    }
  }

  @Override
  public boolean supervised() {
    return true;
  }

  @Override
  public EncoderLoss build(EncoderTowers towers) throws TrainingException {
    Network network = towers.online();
    Node[] logits = logits(network, towers.encode(network, towers.view(0)));
    Map<String, Node> measures = new LinkedHashMap<>();
    Node total = network.constant(0);
    for (int t = 0; t < tasks.size(); t++) {
      LabelTask task = tasks.get(t);
      Node answers = towers.input(ANSWER + t, task.values().size());
      Node loss = TaskLoss.crossEntropy(network, answers, logits[t]);
      measures.put("loss_" + task.tag(), loss);
      measures.put("accuracy_" + task.tag(), TaskLoss.accuracy(network, answers, logits[t]));
      total = network.add(total, weighted(network, t, loss, measures));
    }
    if (teacher.isPresent()) {
      Node divergence = divergence(towers, network, logits);
      measures.put("distill_loss", divergence);
      Node factor = network.constant((float) parameters.distilWeight());
      total = network.add(total, network.multiply(factor, divergence));
    }
    EncoderLoss loss = EncoderLoss.of(total);
    for (Map.Entry<String, Node> measure : measures.entrySet()) {
      loss = loss.with(measure.getKey(), measure.getValue());
    }
    return loss.with(
        EncoderFunction.ofFeatures(LOGITS, (tower, maps) -> tower.concat(1, logits(tower, maps))));
  }

  private Node weighted(Network network, int t, Node loss, Map<String, Node> measures) {
    Node scaled = network.multiply(network.constant((float) weights[t]), loss);
    if (!parameters.adaptive()) {
      return scaled;
    }
    Node weight = network.sum(network.weight("uncertainty" + t, Kind.BIAS, Init.ONES, 1), false);
    measures.put("weight_" + tasks.get(t).tag(), weight);
    return TaskLoss.adaptive(network, scaled, weight);
  }

  private Node divergence(EncoderTowers towers, Network network, Node[] logits) {
    Node sum = network.constant(0);
    for (int t = 0; t < tasks.size(); t++) {
      Node says = towers.input(TEACHER + t, tasks.get(t).values().size());
      sum = network.add(sum, TaskLoss.divergence(network, says, logits[t]));
    }
    return sum;
  }

  /** The maximum over the image of what the layers of each task find. */
  private Node[] logits(Network network, Node maps) {
    Node common = shared.build(network, "shared", maps);
    Node[] logits = new Node[tasks.size()];
    for (int t = 0; t < logits.length; t++) {
      Node found = network.max(own.build(network, "task" + t + "_", common), false, 1, 2);
      logits[t] = network.dense("task" + t + "_output", found, tasks.get(t).values().size());
    }
    return logits;
  }

  @Override
  public Map<String, Double> endEpoch(
      int epoch, EncoderFunctions functions, IProgressMonitor monitor) throws PatchworkException {
    Map<String, Double> accuracies = new LinkedHashMap<>();
    if (validation.length == 0) {
      return accuracies;
    }
    float[][] logits = functions.apply(LOGITS, validation, monitor);
    int offset = 0;
    for (LabelTask task : tasks) {
      double accuracy = accuracy(task, logits, offset);
      if (!Double.isNaN(accuracy)) {
        accuracies.put("val_accuracy_" + task.tag(), accuracy);
      }
      offset += task.values().size();
    }
    return accuracies;
  }

  /** NaN if no image that is held out has an answer. */
  private double accuracy(LabelTask task, float[][] logits, int offset) {
    int known = 0;
    int right = 0;
    for (int i = 0; i < validation.length; i++) {
      int answer = task.answer(validation[i]);
      if (answer >= 0) {
        int best = 0;
        for (int v = 1; v < task.values().size(); v++) {
          best = logits[i][offset + v] > logits[i][offset + best] ? v : best;
        }
        known++;
        right += best == answer ? 1 : 0;
      }
    }
    return (double) right / known;
  }
}
