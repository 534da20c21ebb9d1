// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.check.Finding;

/**
 * Any sequence of edits, undos, redos and reopenings gives what a plain model gives. The property
 * {@code patchwork.sequences} asks for more of them. A failure names the shortest sequence found
 * that fails.
 */
class EditSequencesTest {
  private static final int STEPS = 150;

  @TempDir Path folder;
  private int projects;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("patchwork.sequences", 6));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalThePlainModel(long seed) {
    List<Step> sequence = new Steps(seed, "class ").sequence(STEPS);
    String problem = problem(sequence);
    if (problem != null) {
      List<Step> shortest = Steps.shrink(sequence, steps -> problem(steps) != null);
      fail("%s; after %s: %s".formatted(problem, shortest, problem(shortest)));
    }
  }

  /** What goes wrong with a sequence in a new project, or null. */
  private String problem(List<Step> steps) {
    PlainProject plain = new PlainProject();
    try {
      ProjectSession session = Projects.create(folder.resolve("p" + projects++), 0);
      try {
        for (int i = 0; i < steps.size(); i++) {
          session = Projects.apply(session, steps.get(i));
          plain.apply(steps.get(i));
          String difference = plain.difference(session);
          if (difference != null) {
            return "step %d, %s: %s".formatted(i, steps.get(i), difference);
          }
        }
      } finally {
        session.close();
      }
      List<Finding> damage = Projects.damage(session.folder());
      return damage.isEmpty() ? null : damage.toString();
    } catch (ProjectFormatException | CompletionException e) {
      return e.toString();
    }
  }

  @Test
  void aSequenceThatFailsIsMadeShort() {
    List<Step> sequence = new Steps(1, "class ").sequence(100);
    List<Step> shortest =
        Steps.shrink(
            sequence, steps -> steps.stream().filter(Step.Undo.class::isInstance).count() >= 2);
    assertEquals(2, shortest.size());
  }
}
