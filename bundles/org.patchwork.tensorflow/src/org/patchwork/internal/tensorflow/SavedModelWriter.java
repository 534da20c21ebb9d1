// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import com.google.protobuf.CodedOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;

/**
 * Writes SavedModels of one graph and one signature, {@code serving_default}. They have no Python
 * object graph, so {@code tf.saved_model.load} reads them as it reads those of TensorFlow 1: call
 * {@code .signatures["serving_default"]}.
 *
 * @param graph the graph
 * @param inputName name of the input in the signature
 * @param input the input
 * @param outputName name of the output in the signature
 * @param output the output
 */
record SavedModelWriter(
    Graph graph,
    String inputName,
    Operand<TFloat32> input,
    String outputName,
    Operand<TFloat32> output) {
  private static final String SIGNATURE = "serving_default";
  private static final String METHOD = "tensorflow/serving/predict";
  private static final String INITIALIZER = "__saved_model_init_op";

  /** Writes a graph without variables. */
  void write(Path directory, List<String> classNames) throws TrainingException {
    MetaGraphDef.Builder metaGraph = MetaGraphDef.newBuilder();
    metaGraph.getMetaInfoDefBuilder().addTags("serve");
    write(metaGraph, directory, classNames);
  }

  /** Writes a graph that contains that of another SavedModel, with its variables and assets. */
  void write(SavedModelFile contained, Path directory, List<String> classNames)
      throws TrainingException {
    MetaGraphDef other = contained.metaGraph();
    MetaGraphDef.Builder metaGraph = other.toBuilder().clearSignatureDef().clearObjectGraphDef();
    if (other.containsSignatureDef(INITIALIZER)) {
      metaGraph.putSignatureDef(INITIALIZER, other.getSignatureDefOrThrow(INITIALIZER));
    }
    write(metaGraph, directory, classNames);
    try {
      copy(contained.directory(), directory, "variables");
      copy(contained.directory(), directory, "assets");
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private void write(MetaGraphDef.Builder metaGraph, Path directory, List<String> classNames)
      throws TrainingException {
    metaGraph.setGraphDef(graph.toGraphDef());
    metaGraph.putSignatureDef(
        SIGNATURE,
        SignatureDef.newBuilder()
            .setMethodName(METHOD)
            .putInputs(inputName, info(input))
            .putOutputs(outputName, info(output))
            .build());
    try {
      Files.createDirectories(directory);
      if (!classNames.isEmpty()) {
        Files.createDirectories(directory.resolve("assets.extra"));
        Files.write(
            directory.resolve("assets.extra/classes.txt"),
            classNames.stream().map(SavedModelWriter::oneLine).toList());
      }
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(directory.resolve("saved_model.pb")))) {
        CodedOutputStream ordered = CodedOutputStream.newInstance(out);
        ordered.useDeterministicSerialization(); // equal models give equal files
        SavedModel.newBuilder()
            .setSavedModelSchemaVersion(1)
            .addMetaGraphs(metaGraph)
            .build()
            .writeTo(ordered);
        ordered.flush();
      }
    } catch (IOException e) {
      throw failed(directory, e);
    }
  }

  private static String oneLine(String name) {
    return name.replaceAll("\\R", " ");
  }

  private static TrainingException failed(Path directory, IOException cause) {
    return new TrainingException(
        "Cannot write the SavedModel to "
            + directory
            + ": "
            + cause.getMessage()
            + ". Choose another folder.",
        cause);
  }

  private static TensorInfo info(Operand<TFloat32> operand) {
    Shape shape = operand.shape();
    TensorShapeProto.Builder sizes =
        TensorShapeProto.newBuilder().setUnknownRank(shape.isUnknown());
    for (int i = 0; i < shape.numDimensions(); i++) {
      sizes.addDim(TensorShapeProto.Dim.newBuilder().setSize(shape.get(i)));
    }
    return TensorInfo.newBuilder()
        .setName(operand.op().name() + ":" + operand.asOutput().index())
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(sizes)
        .build();
  }

  private static void copy(Path from, Path to, String folder) throws IOException {
    if (!Files.isDirectory(from.resolve(folder))) {
      return;
    }
    try (Stream<Path> files = Files.walk(from.resolve(folder))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
