// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.util.OptionalDouble;
import org.patchwork.core.Contribution;
import org.patchwork.core.ParameterSchema;
import org.patchwork.core.TrainingException;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.FeatureSource;
import org.patchwork.learn.SemiSupervised;
import org.patchwork.learn.UnlabelledBuild;
import org.patchwork.learn.UnlabelledLoss;
import org.patchwork.learn.UnlabelledSpec;

/**
 * A {@link UnlabelledSpec} looked up and checked.
 *
 * @param spec the wish, with the full id and every parameter
 * @param build for the engine
 * @param bySubset true if images are drawn by subset
 */
record UnlabelledUse(UnlabelledSpec spec, UnlabelledBuild build, boolean bySubset) {

  /**
   * Looks a wish up.
   *
   * @throws TrainingException if it is not installed, a parameter does not fit, or it needs views
   *     that stored features do not have; says what to do
   */
  static UnlabelledUse of(UnlabelledSpec spec, FeatureSource source, Algorithms algorithms)
      throws TrainingException {
    try {
      Contribution<SemiSupervised<?>> found = algorithms.semiSupervised().require(spec.id());
      if (found.instance().needsStrongView() && source instanceof FeatureSource.Stored) {
        throw new TrainingException(
            found.name()
                + " compares differently augmented views of an image, which stored features do not"
                + " have. Switch the live extractor on, or choose another loss on unlabelled"
                + " images.");
      }
      return of(found, found.instance(), spec);
    } catch (IllegalArgumentException e) {
      throw new TrainingException("Unlabelled images: " + e.getMessage(), e);
    }
  }

  private static <P extends Record> UnlabelledUse of(
      Contribution<SemiSupervised<?>> found, SemiSupervised<P> loss, UnlabelledSpec spec) {
    ParameterSchema<P> schema = ParameterSchema.of(loss.parameterType());
    P parameters = schema.create(spec.parameters());
    OptionalDouble decay = loss.teacherDecay(parameters);
    UnlabelledLoss function = (ops, unlabelled) -> loss.build(ops, unlabelled, parameters);
    return new UnlabelledUse(
        new UnlabelledSpec(
            found.id(), schema.values(parameters), spec.weight(), spec.ratio(), spec.strong()),
        new UnlabelledBuild(spec.weight(), function, loss.needsStrongView(), decay),
        loss.needsSubsets());
  }
}
