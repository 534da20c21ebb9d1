// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.patchwork.core.TrainingException;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/**
 * What a SavedModel says about itself, read without loading it.
 *
 * @param directory the folder with {@code saved_model.pb}
 * @param metaGraph the graph for serving
 */
record SavedModelFile(Path directory, MetaGraphDef metaGraph) {
  private static final String FILE = "saved_model.pb";
  private static final String SERVE = "serve";

  /**
   * Reads a SavedModel.
   *
   * @throws TrainingException if there is none or it cannot be read; names the folder
   */
  static SavedModelFile read(Path directory) throws TrainingException {
    Path file = require(directory);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (MetaGraphDef metaGraph : SavedModel.parseFrom(in).getMetaGraphsList()) {
        if (metaGraph.getMetaInfoDef().getTagsList().contains(SERVE)) {
          return new SavedModelFile(directory, metaGraph);
        }
      }
    } catch (IOException e) {
      throw new TrainingException("Cannot read " + file + ": " + e.getMessage(), e);
    }
    throw new TrainingException(
        "The SavedModel in " + directory + " has no graph for serving (tag \"" + SERVE + "\"). Export it again for"
            + " inference.");
  }

  /** The file with the graph, which must exist. */
  static Path require(Path directory) throws TrainingException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new TrainingException(
          "There is no SavedModel in " + directory + ": " + FILE + " is missing. Choose the folder that holds it.");
    }
    return file;
  }

  /**
   * The signature with this key.
   *
   * @throws TrainingException if there is none, or it has other than one float32 input and one float32 output; the
   *     message lists what there is
   */
  SavedModelSignature signature(String key) throws TrainingException {
    SignatureDef signature = metaGraph.getSignatureDefMap().get(key);
    if (signature == null) {
      throw new TrainingException(
          "The SavedModel in " + directory + " has no signature \"" + key + "\". It has "
              + metaGraph.getSignatureDefMap().keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
    }
    return new SavedModelSignature(
        key, only("input", key, signature.getInputsMap()), only("output", key, signature.getOutputsMap()));
  }

  private SavedModelSignature.Port only(String what, String key, Map<String, TensorInfo> infos)
      throws TrainingException {
    if (infos.size() == 1) {
      Map.Entry<String, TensorInfo> entry = infos.entrySet().iterator().next();
      TensorInfo info = entry.getValue();
      if (info.getDtype() == DataType.DT_FLOAT && info.hasTensorShape()) {
        return SavedModelSignature.Port.of(entry.getKey(), info);
      }
    }
    String found =
        infos.entrySet().stream()
            .map(e -> e.getKey() + " " + SavedModelSignature.describe(e.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    throw new TrainingException(
        "Signature \"" + key + "\" of the SavedModel in " + directory + " must have one float32 " + what + " and has "
            + (found.isEmpty() ? "none" : found) + ". Export the model with a signature that fits.");
  }
}
