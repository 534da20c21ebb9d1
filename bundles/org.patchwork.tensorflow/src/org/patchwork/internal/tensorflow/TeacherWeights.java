// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchwork.learn.network.Network.Init;
import org.patchwork.learn.network.Network.Kind;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A moving average of a network's weights, which begins as a copy of them (Tarvainen and Valpola
 * 2017).
 */
final class TeacherWeights implements Weights {
  private static final String PREFIX = "teacher/";

  private final Variables student;
  private final Map<Variables.Entry, Variables.Entry> teachers = new LinkedHashMap<>();

  /** The teacher of a network whose weights exist already. */
  TeacherWeights(Variables student) {
    this.student = student;
  }

  @Override
  public Operand<TFloat32> weight(String name, Kind kind, Init init, int... shape) {
    Variables.Entry pupil = student.get(name);
    if (pupil == null) {
      throw new IllegalArgumentException(
          "there is no weight "
              + name
              + " that an average could follow; build the layer in the trained network first");
    }
    return teachers.computeIfAbsent(pupil, entry -> student.shadow(PREFIX + name, entry)).value();
  }

  @Override
  public Operand<TFloat32> state(String name, Init init, int... shape) {
    return weight(name, null, init, shape);
  }

  @Override
  public Operand<TFloat32> given(String name, Kind kind, float[] initial, int... shape) {
    return weight(name, kind, null, shape);
  }

  @Override
  public SavedGraphs savedGraphs() {
    return student.savedGraphs();
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  /**
   * One update: teacher ← decay · teacher + (1 − decay) · student.
   *
   * @param updated makes operations that wait until the student has changed
   * @param decay scalar
   */
  List<Op> updates(Ops updated, Operand<TFloat32> decay) {
    Operand<TFloat32> share = updated.math.sub(updated.constant(1f), decay);
    List<Op> updates = new ArrayList<>();
    teachers.forEach(
        (pupil, teacher) -> {
          Operand<TFloat32> now = updated.identity(pupil.variable());
          Operand<TFloat32> difference = updated.math.sub(teacher.value(), now);
          updates.add(updated.assignSub(teacher.variable(), updated.math.mul(difference, share)));
        });
    return updates;
  }

  /** Σ (teacher − student)² over all weights so far. */
  Operand<TFloat32> distance(Ops tf) {
    List<Operand<TFloat32>> halfSquares = new ArrayList<>();
    teachers.forEach(
        (pupil, teacher) ->
            halfSquares.add(tf.nn.l2Loss(tf.math.sub(teacher.value(), pupil.value()))));
    if (halfSquares.isEmpty()) {
      return tf.constant(0f);
    }
    return tf.math.mul(tf.constant(2f), tf.math.addN(halfSquares));
  }
}
