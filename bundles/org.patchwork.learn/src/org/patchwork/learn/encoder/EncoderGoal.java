// SPDX-License-Identifier: MIT
package org.patchwork.learn.encoder;

import java.util.function.Predicate;
import org.patchwork.learn.network.Node;

/**
 * Something that steps make smaller. A loss mostly has one; a trainer with several, such as a
 * network and its adversary, takes turns ({@link TrainerRun#goal}). Each goal has moments of its
 * own in the optimiser.
 *
 * @param name its name in the log; that of the first is {@code loss}
 * @param loss scalar that is to fall
 * @param trains whether a weight, known by its name, follows this goal
 * @param rate factor of the learning rate
 */
public record EncoderGoal(String name, Node loss, Predicate<String> trains, double rate) {
  /** Name of the first goal. */
  public static final String LOSS = "loss";

  public EncoderGoal {
    if (name.isBlank() || !Double.isFinite(rate)) {
      throw new IllegalArgumentException("A goal needs a name and a finite rate");
    }
  }

  /** A goal of all weights. */
  public static EncoderGoal of(Node loss) {
    return new EncoderGoal(LOSS, loss, weight -> true, 1);
  }
}
