// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.SavedModelCall;
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
  private static final Pattern FEATURES =
      Pattern.compile("feature|embedding", Pattern.CASE_INSENSITIVE);

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
        "The SavedModel in "
            + directory
            + " has no graph for serving (tag \""
            + SERVE
            + "\"). Export it again for"
            + " inference.");
  }

  /** The file with the graph, which must exist. */
  static Path require(Path directory) throws TrainingException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new TrainingException(
          "There is no SavedModel in "
              + directory
              + ": "
              + FILE
              + " is missing. Choose the folder that holds it.");
    }
    return file;
  }

  /**
   * The input and output that a call uses.
   *
   * @throws TrainingException if there is no such signature or output, or they are not float32; the
   *     message lists what there is
   */
  SavedModelSignature signature(SavedModelCall call) throws TrainingException {
    SignatureDef signature = metaGraph.getSignatureDefMap().get(call.signature());
    if (signature == null) {
      throw new TrainingException(
          "The SavedModel in "
              + directory
              + " has no signature \""
              + call.signature()
              + "\". It has "
              + metaGraph.getSignatureDefMap().keySet().stream()
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".");
    }
    Map<String, TensorInfo> inputs = signature.getInputsMap();
    if (inputs.size() != 1) {
      throw unfit(call, "must have one float32 input and has ", inputs);
    }
    return new SavedModelSignature(
        call.signature(),
        port(call, inputs, inputs.keySet().iterator().next()),
        port(call, signature.getOutputsMap(), outputName(call, signature.getOutputsMap())));
  }

  private String outputName(SavedModelCall call, Map<String, TensorInfo> outputs)
      throws TrainingException {
    if (!call.output().isEmpty()) {
      if (!outputs.containsKey(call.output())) {
        throw unfit(call, "has no output " + call.output() + ", but ", outputs);
      }
      return call.output();
    }
    List<String> candidates =
        outputs.keySet().stream()
            .filter(name -> outputs.size() == 1 || FEATURES.matcher(name).lookingAt())
            .toList();
    if (candidates.size() != 1) {
      throw unfit(call, "has several outputs, of which one must be named: ", outputs);
    }
    return candidates.get(0);
  }

  private SavedModelSignature.Port port(
      SavedModelCall call, Map<String, TensorInfo> infos, String name) throws TrainingException {
    TensorInfo info = infos.get(name);
    if (info.getDtype() != DataType.DT_FLOAT || !info.hasTensorShape()) {
      throw unfit(call, "must work on plain float32 values and has ", Map.of(name, info));
    }
    return SavedModelSignature.Port.of(name, info);
  }

  private TrainingException unfit(
      SavedModelCall call, String problem, Map<String, TensorInfo> infos) {
    String found =
        infos.entrySet().stream()
            .map(entry -> entry.getKey() + " " + SavedModelSignature.describe(entry.getValue()))
            .sorted()
            .collect(Collectors.joining(", "));
    return new TrainingException(
        "Signature \""
            + call.signature()
            + "\" of the SavedModel in "
            + directory
            + " "
            + problem
            + (found.isEmpty() ? "none" : found)
            + ".");
  }
}
