// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.CodeLoss;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Memory;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.encoder.ViewTrainer;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.patchwork.learn.network.Node;

/**
 * DINO (Caron, Touvron, Misra, Jégou, Mairal, Bojanowski and Joulin 2021): from each view, small
 * crops too, a network tells what a slow copy of itself says of a large one. What the copy says is
 * centred, so that no output wins, and sharpened, so that not all of them say the same.
 */
public final class Dino implements ViewTrainer<Dino.Parameters> {
  private static final int LAYERS = 3;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Outputs",
              help = "Number of outputs; the paper has 65536 for a million images.",
              min = 2,
              max = 65536)
          int outputs,
      @Param(
              label = "Student temperature",
              help = "Outputs of the network are divided by it.",
              min = 0.005,
              max = 10)
          double studentTemperature,
      @Param(
              label = "Teacher temperature",
              help = "Outputs of the slow copy are divided by it: below that of the student.",
              min = 0.005,
              max = 10)
          double teacherTemperature,
      @Param(
              label = "Centre momentum",
              help = "How slowly the centre of the outputs moves.",
              min = 0,
              max = 1)
          double centreMomentum,
      @Param(
              label = "Tau",
              help =
                  "How slowly the copy follows at the start; rises to 1 over the run. Higher for"
                      + " longer runs: the paper has 0.996.",
              min = 0,
              max = 1)
          double tau,
      @Param(label = "Hidden", help = "Width of the hidden layers.", min = 2, max = 16384)
          int hidden,
      @Param(
              label = "Batch norm",
              help =
                  "Normalises in the head; without it the outputs of a convolutional network may all"
                      + " stay the same.")
          boolean batchNorm,
      @Param(
              label = "Bottleneck",
              help = "Width before the outputs, at unit length.",
              min = 2,
              max = 16384)
          int bottleneck,
      Crops crops) {
    public Parameters() {
      this(1024, 0.1, 0.04, 0.9, 0.99, 512, true, 256, new Crops(4, 0.5, 0.4));
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<View> views(Parameters parameters) {
    return parameters.crops().views();
  }

  @Override
  public Optional<Double> targetDecay(Parameters parameters, double progress) {
    return Optional.of(1 - (1 - parameters.tau()) * (1 + Math.cos(Math.PI * progress)) / 2);
  }

  @Override
  public EncoderLoss build(EncoderTowers towers, Parameters parameters) throws TrainingException {
    Network ops = towers.online();
    List<Node> students = new ArrayList<>();
    for (int view = 0; view < Crops.LARGE + parameters.crops().smallCrops(); view++) {
      students.add(outputs(towers, towers.online(), view, parameters));
    }
    Memory centre = towers.memory("centre", Memory.Start.ZEROS, 1, parameters.outputs());
    Node scale = ops.constant((float) (1 / parameters.teacherTemperature()));
    List<Node> teachers = new ArrayList<>();
    List<Node> codes = new ArrayList<>();
    for (int view = 0; view < Crops.LARGE; view++) {
      Node said = ops.stopGradient(outputs(towers, towers.target(), view, parameters));
      teachers.add(said);
      codes.add(ops.softmax(ops.multiply(ops.subtract(said, centre.value()), scale)));
    }
    centre.becomes(moved(ops, centre.value(), teachers, parameters.centreMomentum()));
    Node loss = new CodeLoss(parameters.studentTemperature()).build(ops, codes, students);
    return EncoderLoss.of(loss)
        .with("teacher_entropy", CodeLoss.entropy(ops, codes.get(0)))
        .with("used_outputs", CodeLoss.used(ops, codes.get(0)));
  }

  /** Centre ← m · centre + (1 − m) · mean of what the copy says of all large views. */
  private static Node moved(Network ops, Node centre, List<Node> teachers, double momentum) {
    Node mean = ops.mean(ops.concat(0, teachers.toArray(Node[]::new)), true, 0);
    return ops.add(
        ops.multiply(ops.constant((float) momentum), centre),
        ops.multiply(ops.constant((float) (1 - momentum)), mean));
  }

  /** Three layers, unit length, then cosines with a direction for each output. */
  private static Node outputs(
      EncoderTowers towers, Network network, int view, Parameters parameters)
      throws TrainingException {
    Node x = towers.encodePooled(network, towers.view(view));
    for (int layer = 1; layer < LAYERS; layer++) {
      x = network.dense("projection" + layer, x, parameters.hidden());
      x =
          network.gelu(
              parameters.batchNorm() ? network.batchNorm("projection_norm" + layer, x) : x);
    }
    Node narrow = network.dense("projection" + LAYERS, x, parameters.bottleneck());
    Node directions =
        network.weight(
            "outputs/kernel",
            Kind.KERNEL,
            Init.GLOROT_UNIFORM,
            parameters.outputs(),
            parameters.bottleneck());
    return network.matMul(network.l2Normalize(narrow), network.l2Normalize(directions), true);
  }
}
