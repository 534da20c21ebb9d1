// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.encoder.EncoderAccess;
import org.patchwork.learn.encoder.EncoderGoal;
import org.patchwork.learn.encoder.EncoderLoss;
import org.patchwork.learn.encoder.EncoderTowers;
import org.patchwork.learn.encoder.TrainerContext;
import org.patchwork.learn.encoder.TrainerRun;
import org.patchwork.learn.encoder.View;
import org.patchwork.learn.log.PictureLog;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;

/**
 * {@link InformationClustering} at work.
 *
 * @param parameters settings
 * @param context the run
 */
record InformationClusteringRun(InformationClustering.Parameters parameters, TrainerContext context)
    implements TrainerRun {
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
        IntStream.rangeClosed(1, parameters.repeats()).mapToObj(towers::view).toArray(Node[]::new);
    Node augmented = towers.encodePooled(other, network.concat(0, views));
    Clusterings pairs = new Clusterings(parameters, network, other, plain, augmented);
    Clusterings.Means main = pairs.means(WANTED, parameters.clusters());
    EncoderGoal goal =
        new EncoderGoal(EncoderGoal.LOSS, main.loss(), name -> !name.startsWith(MORE), 1);
    if (parameters.moreClusters() == 0) {
      return EncoderLoss.of(goal)
          .with("entropy", main.entropy())
          .with("conditional_entropy", main.conditional())
          .withOutput(WANTED, clusters(towers));
    }
    Clusterings.Means more = pairs.means(MORE, parameters.moreClusters());
    return EncoderLoss.of(
            goal, new EncoderGoal(MORE + "_loss", more.loss(), name -> !name.startsWith(WANTED), 1))
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
    int[] clusters = Arrays.stream(shares).mapToInt(InformationClusteringRun::largest).toArray();
    new ClusterSheet(context).log("clusters", rows, clusters, pictures);
  }

  private static int largest(float[] shares) {
    int best = 0;
    for (int c = 1; c < shares.length; c++) {
      best = shares[c] > shares[best] ? c : best;
    }
    return best;
  }
}
