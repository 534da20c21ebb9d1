// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.SavedModelCall;
import org.patchwork.tensorflow.TensorFlowEngine;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

class SavedModelFunctionTest {
  private static final SavedModelCall CALL = SavedModelCall.of(SavedModelCall.SERVING);

  private final TensorFlowEngine engine = new TensorFlowEngine();
  @TempDir Path folder;

  @BeforeAll
  static void load() throws TrainingException {
    TensorFlowNative.load();
  }

  /** Writes a model y = 2x over inputs of this shape, batch included. */
  private void writeDoubler(Path directory, long... shape) throws TrainingException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
      Operand<TFloat32> y = tf.math.mul(x, tf.constant(2f));
      tf.withName("logits").math.square(x);
      new SavedModelWriter(graph, "image", x, "feature", y).write(directory, List.of());
    }
  }

  private void edit(Consumer<SignatureDef.Builder> change) throws TrainingException, IOException {
    MetaGraphDef.Builder metaGraph = SavedModelFile.read(folder).metaGraph().toBuilder();
    SignatureDef.Builder signature =
        metaGraph.getSignatureDefOrThrow(SavedModelCall.SERVING).toBuilder();
    change.accept(signature);
    metaGraph.putSignatureDef(SavedModelCall.SERVING, signature.build());
    write(SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(metaGraph).build());
  }

  private static TensorInfo logits(SignatureDef.Builder signature) {
    return signature.getInputsOrThrow("image").toBuilder().setName("logits:0").build();
  }

  private void write(SavedModel model) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("saved_model.pb"))) {
      model.writeTo(out);
    }
  }

  private String refusal(SavedModelCall call) {
    return assertThrows(TrainingException.class, () -> engine.openSavedModel(folder, call).close())
        .getMessage();
  }

  @Test
  void manyInputsComeBackInOrder() throws TrainingException {
    writeDoubler(folder, -1, 3);
    float[] inputs = Networks.values("x", 100 * 3);
    float[] outputs = new float[100 * 3];
    try (CompiledFunction function = engine.openSavedModel(folder, CALL)) {
      function.apply(inputs, 100, outputs);
    }
    for (int i = 0; i < inputs.length; i++) {
      assertEquals(2 * inputs[i], outputs[i]);
    }
  }

  @Test
  void aFixedBatchIsFilledUp() throws TrainingException {
    writeDoubler(folder, 4, 3);
    float[] inputs = Networks.values("x", 6 * 3);
    float[] outputs = new float[6 * 3];
    try (CompiledFunction function = engine.openSavedModel(folder, CALL)) {
      assertArrayEquals(new int[] {3}, function.inputShape());
      function.apply(inputs, 6, outputs);
    }
    assertEquals(2 * inputs[17], outputs[17]);
  }

  @Test
  void anyInputSizeTakesTheOneThatIsGiven() throws TrainingException {
    writeDoubler(folder, -1, -1, -1, 3);
    try (CompiledFunction open = engine.openSavedModel(folder, CALL)) {
      assertArrayEquals(new int[] {-1, -1, 3}, open.inputShape());
      assertTrue(
          assertThrows(TrainingException.class, () -> open.apply(new float[3], 1, new float[3]))
              .getMessage()
              .contains("takes inputs of any size"));
    }
    try (CompiledFunction sized = engine.openSavedModel(folder, CALL.withInputShape(2, 2, 3))) {
      assertArrayEquals(new int[] {2, 2, 3}, sized.outputShape());
    }
    assertTrue(
        refusal(CALL.withInputShape(2, 2, 1)).contains("[n, n, 3], which [2, 2, 1] does not fit"));
  }

  @Test
  void aFolderWithoutModelIsNamed() {
    assertTrue(refusal(CALL).contains(folder.toString()));
  }

  @Test
  void anUnknownSignatureListsTheOthers() throws TrainingException {
    writeDoubler(folder, -1, 3);
    assertTrue(
        refusal(SavedModelCall.of("embed"))
            .contains("no signature \"embed\". It has serving_default"));
  }

  @Test
  void severalInputsAreListed() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    TensorInfo ids =
        TensorInfo.newBuilder().setName("Placeholder:0").setDtype(DataType.DT_INT64).build();
    edit(signature -> signature.putInputs("ids", ids));
    assertTrue(refusal(CALL).contains("ids int64 [], image float32 [n, 3]"), () -> refusal(CALL));
  }

  @Test
  void ofSeveralOutputsTheFeaturesAreTaken() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    edit(signature -> signature.putOutputs("a_logits", logits(signature)));
    float[] output = new float[3];
    try (CompiledFunction function = engine.openSavedModel(folder, CALL)) {
      function.apply(new float[] {1, 2, 3}, 1, output);
      assertArrayEquals(new float[] {2, 4, 6}, output);
    }
    SavedModelCall other = new SavedModelCall(SavedModelCall.SERVING, "nothing");
    assertTrue(
        refusal(other)
            .contains("no output nothing, but a_logits float32 [n, 3], feature float32 [n, 3]"));
  }

  @Test
  void outputsThatCannotBeToldApartMustBeNamed() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    edit(
        signature -> {
          TensorInfo output = signature.getOutputsOrThrow("feature");
          signature.clearOutputs().putAllOutputs(Map.of("head_1", output, "head_2", output));
        });
    assertTrue(
        refusal(CALL).contains("several outputs, of which one must be named: head_1"),
        () -> refusal(CALL));
    assertDoesOpen(new SavedModelCall(SavedModelCall.SERVING, "head_2"));
  }

  private void assertDoesOpen(SavedModelCall call) throws TrainingException {
    try (CompiledFunction function = engine.openSavedModel(folder, call)) {
      assertArrayEquals(new int[] {3}, function.outputShape());
    }
  }

  @Test
  void otherTypesAreRefused() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    edit(
        signature ->
            signature.putInputs(
                "image",
                signature.getInputsOrThrow("image").toBuilder()
                    .setDtype(DataType.DT_UINT8)
                    .build()));
    assertTrue(refusal(CALL).contains("image uint8 [n, 3]"), () -> refusal(CALL));
  }

  @Test
  void anOutputThatIsNotInTheGraphIsRefused() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    edit(
        signature ->
            signature.putOutputs(
                "feature",
                signature.getOutputsOrThrow("feature").toBuilder().setName("nowhere:0").build()));
    assertTrue(refusal(CALL).contains("cannot be loaded: "), () -> refusal(CALL));
  }

  @Test
  void aModelThatCannotRunIsFoundWhenItIsOpened() throws TrainingException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 3)));
      Operand<TFloat32> y =
          tf.reshape(x, tf.constant(new int[] {-1, 7})); // 3 values do not make rows of 7
      new SavedModelWriter(graph, "image", x, "feature", y).write(folder, List.of());
    }
    assertTrue(refusal(CALL).contains("cannot be run: "), () -> refusal(CALL));
  }

  @Test
  void aGraphOfUnknownOperationsIsRefused() throws TrainingException, IOException {
    writeDoubler(folder, -1, 3);
    MetaGraphDef.Builder metaGraph = SavedModelFile.read(folder).metaGraph().toBuilder();
    metaGraph.getGraphDefBuilder().addNodeBuilder().setName("strange").setOp("NoSuchOperation");
    write(SavedModel.newBuilder().setSavedModelSchemaVersion(1).addMetaGraphs(metaGraph).build());
    assertTrue(refusal(CALL).contains("cannot be loaded: "), () -> refusal(CALL));
  }

  @Test
  void aFileThatIsNoModelIsRefused() throws IOException {
    Files.writeString(folder.resolve("saved_model.pb"), "no protocol buffer at all, but text");
    assertTrue(refusal(CALL).contains(folder.toString()), () -> refusal(CALL));
  }

  @Test
  void aModelWithoutServingGraphIsRefused() throws IOException {
    write(SavedModel.getDefaultInstance());
    assertTrue(refusal(CALL).contains("no graph for serving"), () -> refusal(CALL));
  }
}
