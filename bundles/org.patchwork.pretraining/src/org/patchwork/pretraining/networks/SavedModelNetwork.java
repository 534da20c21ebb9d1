// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.networks;

import java.nio.file.Path;
import org.patchwork.core.Param;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SavedModelSettings;
import org.patchwork.learn.encoder.EncoderNetwork;
import org.patchwork.learn.network.Network;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.SavedNetwork;

/**
 * A network from outside: the SavedModel that Keras exports, with the weights it has, trained
 * further. At the start it computes what the SavedModel computes.
 */
public final class SavedModelNetwork implements EncoderNetwork<SavedModelNetwork.Parameters> {

  /** Which model, and what it takes. */
  public record Parameters(
      @Param(
              label = "Folder",
              help =
                  "Folder that holds saved_model.pb, as model.export of Keras writes it; what is"
                      + " not absolute stands in the folder of the project.",
              folder = true)
          String folder,
      SavedModelSettings model,
      @Param(
              label = "Batch statistics",
              help =
                  "Batch norm uses the statistics of the batch in training, and the moving ones"
                      + " follow. Off to keep those that were saved, for small batches.")
          boolean batchStatistics) {
    public Parameters() {
      this("", new SavedModelSettings(), true);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public Parameters inFolder(Parameters parameters, Path project) {
    if (parameters.folder().isBlank()) {
      return parameters;
    }
    Path folder = project.resolve(parameters.folder().strip()).toAbsolutePath().normalize();
    return new Parameters(folder.toString(), parameters.model(), parameters.batchStatistics());
  }

  @Override
  public Node build(Network network, Node images, Parameters parameters) throws TrainingException {
    if (parameters.folder().isBlank()) {
      throw new TrainingException(
          "Name the folder of the SavedModel that is to be trained further (option folder of the"
              + " network).");
    }
    SavedModelSettings model = parameters.model();
    Node scaled = network.multiply(images, network.constant((float) model.inputScale()));
    Node taken = network.add(scaled, network.constant((float) model.inputOffset()));
    SavedNetwork saved =
        new SavedNetwork(
            Path.of(parameters.folder()),
            model.signature(),
            model.output(),
            parameters.batchStatistics());
    return network.savedNetwork(saved, taken);
  }
}
