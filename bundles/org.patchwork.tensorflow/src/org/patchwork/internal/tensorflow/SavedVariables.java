// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.patchwork.core.TrainingException;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFFailedPreconditionException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedObject;
import org.tensorflow.proto.SavedObjectGraphOuterClass.SavedVariable;
import org.tensorflow.types.TFloat32;

/** The variables of a SavedModel, as they were saved. */
final class SavedVariables {
  /** Operations that hold a variable. */
  static final Set<String> OPERATIONS = Set.of("VarHandleOp", "VariableV2", "Variable");

  /**
   * A variable.
   *
   * @param shape its shape
   * @param values its values, row-major
   */
  record Value(int[] shape, float[] values) {}

  private static final Pattern COUNTED = Pattern.compile("_\\d+$");

  private SavedVariables() {}

  /**
   * Reads variables by loading the SavedModel.
   *
   * @param variables their nodes in the graph
   * @throws TrainingException if one is not of float32 or the model cannot be loaded
   */
  static Map<String, Value> read(Path directory, Collection<NodeDef> variables)
      throws TrainingException {
    Map<String, Value> values = new HashMap<>();
    if (variables.isEmpty()) {
      return values;
    }
    for (NodeDef variable : variables) {
      if (variable.getAttrOrThrow("dtype").getType() != DataType.DT_FLOAT) {
        throw new TrainingException(
            "The SavedModel in "
                + directory
                + " computes with the variable "
                + variable.getName()
                + ", which is not of float32. Export it in single precision.");
      }
    }
    try (SavedModelBundle bundle = SavedModelBundle.load(directory.toString(), "serve")) {
      read(bundle, List.copyOf(variables), values);
    } catch (TFFailedPreconditionException e) {
      throw new TrainingException(
          "The SavedModel in "
              + directory
              + " does not load all its variables, as one that tf.saved_model.save writes of a"
              + " Keras 3 model. Write it with model.export(folder) instead. "
              + Messages.firstLine(e),
          e);
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      throw new TrainingException(
          "The variables of the SavedModel in "
              + directory
              + " cannot be read: "
              + Messages.firstLine(e),
          e);
    }
    return values;
  }

  private static void read(
      SavedModelBundle bundle, List<NodeDef> variables, Map<String, Value> values) {
    Ops tf = Ops.create(bundle.graph()).withSubScope("patchwork_read");
    List<Operand<TFloat32>> reads = new ArrayList<>();
    for (NodeDef variable : variables) {
      reads.add(
          variable.getOp().equals("VarHandleOp")
              ? tf.readVariableOp(
                  new VarHandleOp(bundle.graph().operation(variable.getName())), TFloat32.class)
              : bundle.graph().outputOrThrow(variable.getName() + ":0").expect(TFloat32.class));
    }
    Session.Runner runner = bundle.session().runner();
    reads.forEach(runner::fetch);
    try (Result result = runner.run()) {
      for (int i = 0; i < reads.size(); i++) {
        int[] shape = Shapes.toInts(result.get(i).shape());
        float[] copy = new float[Shapes.product(shape)];
        NativeBuffer.floats(result.get(i)).get(copy);
        values.put(variables.get(i).getName(), new Value(shape, copy));
      }
    }
  }

  /**
   * Tells the nodes of variables that were saved as not trainable. Keras 3 saves each variable
   * twice under one name; in the graph the second is called {@code name_1}. Layers that are not to
   * be trained stand in a list of its export, the variable itself does not say it.
   */
  static Predicate<String> frozen(SavedModelFile file) {
    Map<String, Boolean> trainable = new HashMap<>();
    for (SavedObject object : file.metaGraph().getObjectGraphDef().getNodesList()) {
      if (object.hasVariable()) {
        SavedVariable variable = object.getVariable();
        trainable.merge(variable.getName(), variable.getTrainable(), Boolean::logicalOr);
      }
    }
    notTrained(file).forEach(name -> trainable.put(name, false));
    return node -> {
      Boolean own = trainable.get(node);
      return !(own == null
          ? trainable.getOrDefault(COUNTED.matcher(node).replaceFirst(""), true)
          : own);
    };
  }

  private static List<String> notTrained(SavedModelFile file) {
    List<SavedObject> objects = file.metaGraph().getObjectGraphDef().getNodesList();
    if (objects.isEmpty()) {
      return List.of();
    }
    return objects.get(0).getChildrenList().stream()
        .filter(child -> child.getLocalName().equals("non_trainable_variables"))
        .flatMap(list -> objects.get(list.getNodeId()).getChildrenList().stream())
        .map(child -> objects.get(child.getNodeId()))
        .filter(SavedObject::hasVariable)
        .map(object -> object.getVariable().getName())
        .toList();
  }
}
