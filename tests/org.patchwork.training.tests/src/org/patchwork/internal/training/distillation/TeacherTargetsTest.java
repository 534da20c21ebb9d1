// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.training.distillation.DistillationData;

/** What the student is told. */
class TeacherTargetsTest {
  private static final float NONE = Float.NaN;

  /** Five images, classes a and b; row 3 is excluded, row 4 held out. */
  private static LabelTable labels() {
    return LabelTable.empty()
        .withClasses(List.of("a", "b"))
        .withRows(List.of("0", "1", "2", "3", "4"), List.of("", "", "", "", ""))
        .withLabels(0, new int[] {0, 4}, new byte[] {LabelTable.PRESENT, LabelTable.PRESENT})
        .withLabels(1, new int[] {1}, new byte[] {LabelTable.ABSENT})
        .withExcluded(new int[] {3}, new byte[] {1})
        .withValidation(new int[] {4}, new byte[] {1});
  }

  private static TeacherTargets targets(PredictionTable teacher, boolean useLabels)
      throws TrainingException {
    DistillationData data =
        new DistillationData(labels(), List.of("Cat", "Dog"), new NoImages(), 255, teacher);
    return TeacherTargets.of(data, useLabels);
  }

  /** The teacher knows b before a, and a class that is gone. */
  private static PredictionTable teacher(boolean exclusive) {
    return new PredictionTable(
        List.of("b", "gone", "a"),
        new float[][] {
          {.1f, .2f, NONE, .4f, .5f}, {.9f, .9f, .9f, .9f, .9f}, {.3f, .7f, NONE, .6f, .5f}
        },
        "run",
        exclusive);
  }

  private static float[] of(TeacherTargets targets, int row) {
    float[] values = new float[3];
    targets.copy(row, values, 1);
    return new float[] {values[1], values[2]};
  }

  @Test
  void theClassesAreTheProjectsInItsOrder() throws TrainingException {
    TeacherTargets targets = targets(teacher(false), false);
    assertEquals(List.of("a", "b"), targets.classIds());
    assertEquals(List.of("Cat", "Dog"), targets.classNames());
    assertArrayEquals(new float[] {.3f, .1f}, of(targets, 0));
  }

  @Test
  void whereTheTeacherIsSilentNothingIsKnown() throws TrainingException {
    TeacherTargets targets = targets(teacher(false), false);
    assertArrayEquals(new float[] {-1, -1}, of(targets, 2));
    assertArrayEquals(new int[] {0, 1}, targets.rows(), "excluded, held-out and silent rows");
  }

  @Test
  void labelsOfTrainingImagesStandBeforeTheTeachersWord() throws TrainingException {
    TeacherTargets targets = targets(teacher(false), true);
    assertArrayEquals(new float[] {1, .1f}, of(targets, 0));
    assertArrayEquals(new float[] {.7f, 0}, of(targets, 1));
    assertArrayEquals(new float[] {.5f, .5f}, of(targets, 4), "held out");
  }

  @Test
  void anExclusiveClassThatIsPresentDeniesTheOthers() throws TrainingException {
    TeacherTargets targets = targets(teacher(true), true);
    assertArrayEquals(new float[] {1, 0}, of(targets, 0));
    assertArrayEquals(new float[] {.7f, 0}, of(targets, 1));
  }

  @Test
  void aTeacherOfOtherClassesIsRefused() {
    PredictionTable other =
        new PredictionTable(List.of("gone"), new float[][] {{1, 1, 1, 1, 1}}, "old", false);
    TrainingException e = assertThrows(TrainingException.class, () -> targets(other, false));
    assertTrue(e.getMessage().contains("old knows none"), e.getMessage());
  }

  @Test
  void aSilentTeacherIsRefused() throws TrainingException {
    PredictionTable silent =
        new PredictionTable(List.of("a"), new float[][] {{NONE, NONE, NONE, 1, 1}}, "old", false);
    TeacherTargets targets = targets(silent, false);
    TrainingException e = assertThrows(TrainingException.class, targets::rows);
    assertTrue(e.getMessage().contains("says nothing"), e.getMessage());
  }

  private static final class NoImages implements ImageSource {
    @Override
    public int size() {
      return 5;
    }

    @Override
    public String path(int index) {
      return Integer.toString(index);
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      throw new ImageFormatException("none");
    }
  }
}
