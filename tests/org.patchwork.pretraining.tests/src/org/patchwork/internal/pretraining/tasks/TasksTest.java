// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.pretraining.tasks.ProjectTasks.ClassTask;
import org.patchwork.learn.encoder.ClassNames;

/** What the labels ask, and how often. */
class TasksTest {
  private static final byte NO = LabelTable.ABSENT;
  private static final byte YES = LabelTable.PRESENT;

  @TempDir private Path folder;

  private static LabelTable labels() {
    return LabelTable.empty()
        .withClasses(List.of("a", "b", "c"))
        .withRows(List.of("0.png", "1.png", "2.png", "3.png"), List.of("", "", "", ""))
        .withLabels(0, new int[] {0, 1, 2}, new byte[] {YES, NO, NO})
        .withLabels(1, new int[] {1, 2}, new byte[] {YES, NO})
        .withLabels(2, new int[] {0, 3}, new byte[] {YES, NO});
  }

  @Test
  void groupsAreOneTaskAndOtherClassesOneEach() {
    ClassNames names =
        new ClassNames(List.of("Cat", "Dog", "Sharp"), List.of("animal", "animal", ""));
    List<ClassTask> tasks = ProjectTasks.of(labels(), names);
    assertEquals(2, tasks.size());
    LabelTask animal = tasks.get(0).task();
    assertEquals("animal", animal.name());
    assertEquals(List.of("Cat", "Dog", "none"), animal.values());
    assertArrayEquals(new int[] {0, 1, 2, -1}, animal.answers());
    LabelTask sharp = tasks.get(1).task();
    assertEquals(List.of("absent", "present"), sharp.values());
    assertArrayEquals(new int[] {1, -1, -1, 0}, sharp.answers());
    assertArrayEquals(new int[] {2}, tasks.get(1).columns());
  }

  @Test
  void aClassWithLabelsOfOneKindAsksNothing() {
    LabelTable one = labels().withLabels(2, new int[] {0, 3}, new byte[] {YES, YES});
    List<ClassTask> tasks = ProjectTasks.of(one, ClassNames.of(one));
    assertEquals(List.of("a", "b"), tasks.stream().map(task -> task.task().name()).toList());
  }

  @Test
  void contradictionsTeachNothing() {
    LabelTable both = labels().withLabels(1, new int[] {0}, new byte[] {YES});
    ClassNames names = new ClassNames(List.of("Cat", "Dog", "Sharp"), List.of("g", "g", ""));
    assertEquals(-1, ProjectTasks.of(both, names).get(0).task().answer(0));
  }

  @Test
  void aFileNamesTasksAndAnswers() throws Exception {
    Path file = folder.resolve("tasks.csv");
    Files.writeString(
        file,
        "organ,filepath,stain\r\nliver,1.png,\"H, E\"\r\n,0.png,PAS\r\nlung,3.png,\r\nx,9.png,y\r\n");
    List<LabelTask> tasks = TaskTable.read(file, labels());
    assertEquals(List.of("liver", "lung"), tasks.get(0).values());
    assertArrayEquals(new int[] {-1, 0, -1, 1}, tasks.get(0).answers());
    assertEquals(List.of("H, E", "PAS"), tasks.get(1).values());
    assertArrayEquals(new int[] {1, 0, -1, -1}, tasks.get(1).answers());
  }

  @Test
  void aFileThatDoesNotFitIsRefusedWithTheReason() throws Exception {
    assertTrue(refusal("a,b\n1,2\n").contains("no column filepath"));
    assertTrue(refusal("filepath,b\nother.png,2\n").contains("names no image"));
    assertTrue(refusal("filepath,b\n0.png,2\n1.png,2\n").contains("1 different answers"));
    assertTrue(refusal("").contains("is empty"));
    assertTrue(refusal("filepath,b\n0.png,\"2\n").contains("within quotes"));
  }

  private String refusal(String text) throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, text);
    return assertThrows(TrainingException.class, () -> TaskTable.read(file, labels())).getMessage();
  }

  private static List<LabelTask> specified() {
    int[][] indices = {{0, 1, -1}, {1, -1, -1}, {2, 0, 1}, {-1, -1, -1}};
    return java.util.stream.IntStream.range(0, 3)
        .mapToObj(
            t ->
                new LabelTask(
                    "task " + t,
                    List.of("x", "y", "z"),
                    Arrays.stream(indices).mapToInt(row -> row[t]).toArray()))
        .toList();
  }

  @Test
  void drawsBalanceTasksAsSpecified() {
    TaskDraw draw = TaskDraw.of(specified(), new int[] {0, 1, 2, 3});
    assertArrayEquals(new int[] {0, 1, 2}, draw.rows(), "nobody asks about the last");
    assertArrayEquals(
        new double[] {0.277777777778, 0.111111111111, 0.611111111111}, draw.probabilities(), 1e-9);
  }

  @Test
  void whatIsDrawnFollowsTheProbabilities() {
    TaskDraw draw = TaskDraw.of(specified(), new int[] {0, 1, 2, 3});
    int[] drawn = draw.draw(20_000, new Random(5));
    for (int i = 0; i < 3; i++) {
      int row = i;
      double share = Arrays.stream(drawn).filter(r -> r == row).count() / 20_000.0;
      assertEquals(draw.probabilities()[i], share, 0.015);
    }
  }
}
