// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.losses.MutualInformationLoss;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.Trainer;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * Invariant information clustering (Ji, Henriques and Vedaldi 2019): the clusters of an image and
 * of its augmented copies are to say as much of each other as they can. Epochs with the clusters
 * that are wanted take turns with epochs with more of them, which keeps the features rich.
 */
public final class InformationClustering implements Trainer<InformationClustering.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Clusters",
              help = "Number of clusters; the number of kinds that you expect.",
              min = 2,
              max = 10000)
          int clusters,
      @Param(
              label = "More clusters",
              help = "Number of clusters in every other epoch; 0 for none.",
              min = 0,
              max = 10000)
          int moreClusters,
      @Param(
              label = "Heads",
              help = "Clusterings side by side, from different beginnings.",
              min = 1,
              max = 50)
          int heads,
      @Param(
              label = "Repeats",
              help = "Augmented copies of each image in a step.",
              min = 1,
              max = 20)
          int repeats,
      @Param(
              label = "Entropy weight",
              help = "Further weight of clusters being of one size, above 0 where they die out.",
              min = 0,
              max = 100)
          double entropyWeight) {
    public Parameters() {
      this(10, 25, 5, 3, 0);
    }

    public Parameters {
      if (moreClusters == 1) {
        throw new IllegalArgumentException("One cluster says nothing; take 0 or at least 2.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public TrainerRun open(Parameters parameters, TrainerContext context) {
    return new Run(parameters, context);
  }

  private record Run(Parameters parameters, TrainerContext context) implements TrainerRun {
    private static final String WANTED = "clusters";
    private static final String MORE = "more_clusters";
    private static final int MOST_SHOWN = 512;

    @Override
    public List<View> views() {
      List<View> views = new ArrayList<>();
      views.add(new View(1, "none", 0));
      views.addAll(Collections.nCopies(parameters.repeats(), View.FULL));
      return views;
    }

    @Override
    public int goal(long step) {
      int stepsPerEpoch = Math.max(1, context.rows().length / context.batchSize());
      return parameters.moreClusters() > 0 ? (int) (step / stepsPerEpoch % 2) : 0;
    }

    @Override
    public EncoderLoss build(EncoderTowers towers) throws TrainingException {
      Network network = towers.online();
      Node plain = towers.encodePooled(network, towers.view(0));
      Network other = towers.online();
      Node[] views =
          IntStream.rangeClosed(1, parameters.repeats())
              .mapToObj(towers::view)
              .toArray(Node[]::new);
      Node augmented = towers.encodePooled(other, network.concat(0, views));
      Clusterings pairs = new Clusterings(network, other, plain, augmented);
      Means main = pairs.means(WANTED, parameters.clusters());
      EncoderGoal goal =
          new EncoderGoal(EncoderGoal.LOSS, main.loss(), name -> !name.startsWith(MORE), 1);
      if (parameters.moreClusters() == 0) {
        return EncoderLoss.of(goal)
            .with("entropy", main.entropy())
            .with("conditional_entropy", main.conditional())
            .withOutput(WANTED, clusters(towers));
      }
      Means more = pairs.means(MORE, parameters.moreClusters());
      return EncoderLoss.of(
              goal,
              new EncoderGoal(MORE + "_loss", more.loss(), name -> !name.startsWith(WANTED), 1))
          .with("entropy", main.entropy())
          .with("conditional_entropy", main.conditional())
          .with(MORE + "_entropy", more.entropy())
          .with(MORE + "_conditional_entropy", more.conditional())
          .withOutput(WANTED, clusters(towers));
    }

    /** What the first head says of the images as they are. */
    private Node clusters(EncoderTowers towers) throws TrainingException {
      Network network = towers.inference();
      Node pooled = towers.encodePooled(network, towers.view(0));
      return network.softmax(network.dense(WANTED + 1, pooled, parameters.clusters()));
    }

    @Override
    public void draw(EncoderAccess access, PictureLog pictures, IProgressMonitor monitor)
        throws PatchworkException, IOException {
      int[] all = context.rows();
      int[] rows =
          IntStream.range(0, Math.min(MOST_SHOWN, all.length))
              .map(i -> all[(int) ((long) i * all.length / Math.min(MOST_SHOWN, all.length))])
              .toArray();
      float[][] shares = access.outputs(WANTED, rows, monitor);
      int[] clusters = Arrays.stream(shares).mapToInt(Run::largest).toArray();
      new ClusterSheet(context).log("clusters", rows, clusters, pictures);
    }

    private static int largest(float[] shares) {
      int best = 0;
      for (int c = 1; c < shares.length; c++) {
        best = shares[c] > shares[best] ? c : best;
      }
      return best;
    }

    /** Means over the heads. */
    private record Means(Node loss, Node entropy, Node conditional) {}

    /** Features of images and of their copies, which are clustered in several ways. */
    private final class Clusterings {
      private final Network network;
      private final Network other;
      private final Node plain;
      private final Node augmented;

      Clusterings(Network network, Network other, Node plain, Node augmented) {
        this.network = network;
        this.other = other;
        this.plain = plain;
        this.augmented = augmented;
      }

      Means means(String name, int clusters) {
        List<MutualInformationLoss> heads = new ArrayList<>();
        for (int head = 1; head <= parameters.heads(); head++) {
          heads.add(head(name + head, clusters));
        }
        return new Means(
            mean(heads.stream().map(h -> h.loss(network, parameters.entropyWeight())).toList()),
            mean(heads.stream().map(MutualInformationLoss::entropy).toList()),
            mean(heads.stream().map(MutualInformationLoss::conditionalEntropy).toList()));
      }

      private MutualInformationLoss head(String name, int clusters) {
        Node ofPlain = network.softmax(network.dense(name, plain, clusters));
        Node ofCopies = other.softmax(other.dense(name, augmented, clusters));
        Node[] repeated = Collections.nCopies(parameters.repeats(), ofPlain).toArray(Node[]::new);
        return MutualInformationLoss.of(network, network.concat(0, repeated), ofCopies);
      }

      private Node mean(List<Node> values) {
        Node sum = values.get(0);
        for (Node value : values.subList(1, values.size())) {
          sum = network.add(sum, value);
        }
        return network.multiply(sum, network.constant(1f / values.size()));
      }
    }
  }
}
