// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Writes a SavedModel of the kind that Keras exports: resource variables, restored from a
 * checkpoint and handed as captures to a function that calls another function, in which a
 * convolution, a batch norm and a mean are computed. Input {@code [n, 8, 8, 2]}, output {@code [n,
 * 3]}.
 */
final class FunctionalModel {
  static final int SIDE = 8;
  static final int CHANNELS = 2;
  static final int FEATURES = 3;

  private static final Map<String, int[]> SHAPES = new LinkedHashMap<>();

  static {
    SHAPES.put("conv.kernel", new int[] {3, 3, CHANNELS, FEATURES});
    SHAPES.put("norm.gamma", new int[] {FEATURES});
    SHAPES.put("norm.beta", new int[] {FEATURES});
    SHAPES.put("norm.moving_mean", new int[] {FEATURES});
    SHAPES.put("norm.moving_variance", new int[] {FEATURES});
  }

  private FunctionalModel() {}

  /** The values of a variable. */
  static float[] values(String name) {
    float[] values = Networks.values(name, Shapes.product(SHAPES.get(name)));
    for (int i = 0; i < values.length && name.endsWith("variance"); i++) {
      values[i] = 1 + values[i] / 2;
    }
    return values;
  }

  /**
   * Writes the model.
   *
   * @param frozen names of the variables that are marked as not trainable
   */
  static void write(Path directory, List<String> frozen) throws IOException {
    Files.createDirectories(directory.resolve("variables"));
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      tf.withName("image")
          .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, SIDE, SIDE, CHANNELS)));
      Operand<TString> file =
          tf.withName("file").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
      List<Op> assigned = new ArrayList<>();
      List<Op> restored = new ArrayList<>();
      List<Operand<?>> reads = new ArrayList<>();
      for (String name : SHAPES.keySet()) {
        variable(tf, file, name, assigned, restored, reads);
      }
      tf.withName("save")
          .train
          .save(
              file,
              names(tf, SHAPES.keySet()),
              names(tf, SHAPES.keySet().stream().map(n -> "").toList()),
              reads);
      Ops after = tf.withControlDependencies(restored);
      after.withName("restore").noOp();
      checkpoint(graph, assigned, directory);
      GraphDef body = graph.toGraphDef();
      GraphDef whole =
          body.toBuilder()
              .addNode(call("call", "outer", "image"))
              .setLibrary(body.getLibrary().toBuilder().addFunction(outer()).addFunction(inner()))
              .build();
      write(directory, whole, frozen);
    }
  }

  private static void variable(
      Ops tf,
      Operand<TString> file,
      String name,
      List<Op> assigned,
      List<Op> restored,
      List<Operand<?>> reads) {
    Shape shape = Shapes.of(SHAPES.get(name));
    VarHandleOp handle =
        tf.withName(name).varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName(name));
    assigned.add(tf.assignVariableOp(handle, tf.constant(shape, DataBuffers.of(values(name)))));
    Operand<? extends TType> value =
        tf.train
            .restore(
                file, names(tf, List.of(name)), names(tf, List.of("")), List.of(TFloat32.class))
            .tensors()
            .get(0)
            .expect(TFloat32.class);
    restored.add(tf.assignVariableOp(handle, value));
    reads.add(tf.readVariableOp(handle, TFloat32.class));
  }

  private static Operand<TString> names(Ops tf, Iterable<String> names) {
    List<String> list = new ArrayList<>();
    names.forEach(list::add);
    return tf.array(list.toArray(String[]::new));
  }

  private static void checkpoint(Graph graph, List<Op> assigned, Path directory) {
    try (Session session = new Session(graph);
        Tensor prefix =
            TString.scalarOf(directory.resolve("variables").resolve("variables").toString())) {
      Session.Runner assign = session.runner();
      assigned.forEach(assign::addTarget);
      assign.run().close();
      session.runner().feed("file", prefix).addTarget("save").run().close();
    }
  }

  private static NodeDef call(String name, String function, String... first) {
    NodeDef.Builder call = NodeDef.newBuilder().setName(name).setOp("StatefulPartitionedCall");
    AttrValue.ListValue.Builder types = AttrValue.ListValue.newBuilder().addType(DataType.DT_FLOAT);
    call.addInput(first[0]);
    boolean inFunction = first[0].equals("x");
    for (String variable : SHAPES.keySet()) {
      call.addInput(inFunction ? argument(variable) : variable);
      types.addType(DataType.DT_RESOURCE);
    }
    return call.putAttr("Tin", AttrValue.newBuilder().setList(types).build())
        .putAttr(
            "Tout",
            AttrValue.newBuilder()
                .setList(AttrValue.ListValue.newBuilder().addType(DataType.DT_FLOAT))
                .build())
        .putAttr(
            "f",
            AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(function)).build())
        .build();
  }

  private static String argument(String variable) {
    return variable.replace('.', '_');
  }

  private static FunctionDef.Builder function(String name, String result) {
    OpDef.Builder signature = OpDef.newBuilder().setName(name);
    signature.addInputArgBuilder().setName("x").setType(DataType.DT_FLOAT);
    SHAPES
        .keySet()
        .forEach(
            variable ->
                signature
                    .addInputArgBuilder()
                    .setName(argument(variable))
                    .setType(DataType.DT_RESOURCE));
    signature.addOutputArgBuilder().setName("y").setType(DataType.DT_FLOAT);
    return FunctionDef.newBuilder().setSignature(signature).putRet("y", result);
  }

  private static FunctionDef outer() {
    return function("outer", "identities:output:0")
        .addNodeDef(call("inside", "inner", "x"))
        .addNodeDef(
            NodeDef.newBuilder()
                .setName("identities")
                .setOp("IdentityN")
                .addInput("inside:output:0")
                .addInput("^inside")
                .putAttr(
                    "T",
                    AttrValue.newBuilder()
                        .setList(AttrValue.ListValue.newBuilder().addType(DataType.DT_FLOAT))
                        .build()))
        .build();
  }

  private static FunctionDef inner() {
    FunctionDef.Builder function = function("inner", "mean:output:0");
    SHAPES.keySet().forEach(variable -> function.addNodeDef(read(variable)));
    AttrValue floats = Nodes.type(DataType.DT_FLOAT);
    AttrValue ones =
        AttrValue.newBuilder()
            .setList(AttrValue.ListValue.newBuilder().addI(1).addI(1).addI(1).addI(1))
            .build();
    function.addNodeDef(
        node("conv", "Conv2D", "x", value("conv.kernel"))
            .putAttr("T", floats)
            .putAttr("strides", ones)
            .putAttr("padding", text("SAME")));
    function.addNodeDef(
        node(
                "norm",
                "FusedBatchNormV3",
                "conv:output:0",
                value("norm.gamma"),
                value("norm.beta"),
                value("norm.moving_mean"),
                value("norm.moving_variance"))
            .putAttr("T", floats)
            .putAttr("U", floats)
            .putAttr("is_training", AttrValue.newBuilder().setB(false).build()));
    function.addNodeDef(node("relu", "Relu", "norm:y:0").putAttr("T", floats));
    function.addNodeDef(axes());
    function.addNodeDef(
        node("mean", "Mean", "relu:activations:0", "axes:output:0")
            .putAttr("T", floats)
            .putAttr("Tidx", Nodes.type(DataType.DT_INT32)));
    return function.build();
  }

  private static NodeDef axes() {
    try (Graph graph = new Graph()) {
      Ops.create(graph).withName("axes").constant(new int[] {1, 2});
      return graph.toGraphDef().getNode(0);
    }
  }

  private static NodeDef.Builder node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs));
  }

  private static NodeDef.Builder read(String variable) {
    return node("read_" + argument(variable), "ReadVariableOp", argument(variable))
        .putAttr("dtype", Nodes.type(DataType.DT_FLOAT));
  }

  private static String value(String variable) {
    return "read_" + argument(variable) + ":value:0";
  }

  private static AttrValue text(String value) {
    return AttrValue.newBuilder().setS(com.google.protobuf.ByteString.copyFromUtf8(value)).build();
  }

  private static void write(Path directory, GraphDef graph, List<String> frozen)
      throws IOException {
    MetaGraphDef.Builder metaGraph = MetaGraphDef.newBuilder().setGraphDef(graph);
    metaGraph.getMetaInfoDefBuilder().addTags("serve");
    metaGraph.setSaverDef(
        SaverDef.newBuilder()
            .setFilenameTensorName("file:0")
            .setSaveTensorName("save")
            .setRestoreOpName("restore")
            .setVersion(SaverDef.CheckpointFormatVersion.V2));
    for (String name : SHAPES.keySet()) {
      metaGraph
          .getObjectGraphDefBuilder()
          .addNodesBuilder()
          .getVariableBuilder()
          .setName(name)
          .setTrainable(!frozen.contains(name));
    }
    metaGraph.putSignatureDef(
        "serving_default",
        SignatureDef.newBuilder()
            .setMethodName("tensorflow/serving/predict")
            .putInputs("image", info("image:0", SIDE, SIDE, CHANNELS))
            .putOutputs("feature", info("call:0", FEATURES))
            .build());
    try (OutputStream out = Files.newOutputStream(directory.resolve("saved_model.pb"))) {
      SavedModel.newBuilder()
          .setSavedModelSchemaVersion(1)
          .addMetaGraphs(metaGraph)
          .build()
          .writeTo(out);
    }
  }

  private static TensorInfo info(String tensor, int... shape) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    sizes.addDimBuilder().setSize(-1);
    for (int size : shape) {
      sizes.addDimBuilder().setSize(size);
    }
    return TensorInfo.newBuilder()
        .setName(tensor)
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(sizes)
        .build();
  }
}
