// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.util.OptionalDouble;
import org.patchwork.core.Param;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledNodes;
import org.patchwork.learn.network.Node;
import org.patchwork.learn.network.Ops;

/**
 * Mean teacher (Tarvainen and Valpola 2017): the mean squared difference between the probabilities
 * of the network in training mode and those of a teacher, whose weights are a moving average of the
 * network's. With stored features the two differ by dropout alone, so the design should have some.
 */
public final class MeanTeacher implements SemiSupervised<MeanTeacher.Parameters> {

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Teacher decay",
              help =
                  "How much of the teacher is kept at each step; at the start it follows faster.",
              min = 0,
              max = 0.99999)
          double teacherDecay) {
    public Parameters() {
      this(0.99);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public OptionalDouble teacherDecay(Parameters parameters) {
    return OptionalDouble.of(parameters.teacherDecay());
  }

  @Override
  public Node build(Ops ops, UnlabelledNodes unlabelled, Parameters parameters) {
    Node difference = ops.subtract(unlabelled.predictions(), unlabelled.teacherAnswers());
    return ops.mean(ops.square(difference), false);
  }
}
