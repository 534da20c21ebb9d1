// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.patchwork.pretraining.trainers.Autoencoder;
import org.patchwork.pretraining.trainers.ContextEncoder;
import org.patchwork.pretraining.trainers.DeepCluster;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.pretraining.trainers.InformationClustering;
import org.patchwork.pretraining.trainers.ProjectionHead;
import org.patchwork.pretraining.trainers.Rotation;

/** The trainers that set the network a task of their own. */
final class TasksToTrainOn {
  private TasksToTrainOn() {}

  static Stream<Arguments> trainers() {
    return Stream.of(
        Arguments.of("Autoencoder", new Autoencoder(), new Autoencoder.Parameters(4, 0.2)),
        Arguments.of(
            "Context encoder",
            new ContextEncoder(),
            new ContextEncoder.Parameters(1, 0.01, 0.1, true, 4)),
        Arguments.of(
            "Context encoder alone",
            new ContextEncoder(),
            new ContextEncoder.Parameters(1, 0, 1, false, 4)),
        Arguments.of("Rotation", new Rotation(), new Rotation.Parameters(32, true)),
        Arguments.of("Rotation by lot", new Rotation(), new Rotation.Parameters(32, false)),
        Arguments.of(
            "DeepCluster", new DeepCluster(), new DeepCluster.Parameters(3, 4, 16, 1, 5, 0.5)),
        Arguments.of(
            "IIC",
            new InformationClustering(),
            new InformationClustering.Parameters(3, 5, 2, 2, .1)),
        Arguments.of(
            "IIC of one kind",
            new InformationClustering(),
            new InformationClustering.Parameters(3, 0, 1, 1, 0)),
        Arguments.of(
            "DetCon",
            new DetCon(),
            new DetCon.Parameters(.2, 1000, 4, new ProjectionHead(32, 16), true)),
        Arguments.of(
            "DetCon on a grid",
            new DetCon(),
            new DetCon.Parameters(.2, 0, 4, new ProjectionHead(32, 16), false)));
  }
}
