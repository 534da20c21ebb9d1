// SPDX-License-Identifier: MIT
package org.patchwork.project.classes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;

class ImplicationsTest {
  private static final byte Q = LabelTable.UNKNOWN;
  private static final byte A = LabelTable.ABSENT;
  private static final byte P = LabelTable.PRESENT;

  /** animal; cat and dog are animals that exclude each other; puppy is a dog; car stands alone. */
  private static final List<ClassRelation> ZOO =
      List.of(
          new ClassRelation("animal", "animal", "", ""),
          new ClassRelation("cat", "cat", "species", "animal"),
          new ClassRelation("dog", "dog", "species", "animal"),
          new ClassRelation("puppy", "puppy", "", "dog"),
          new ClassRelation("car", "car", "", ""));

  private final Implications zoo = Implications.of(ZOO, false);

  @Test
  void presentGoesUpTheTreeAndExcludesTheOthersOfTheGroup() {
    assertArrayEquals(new byte[] {P, A, P, Q, Q}, zoo.implied(new byte[] {Q, Q, Q, P, Q}));
    assertArrayEquals(new byte[] {P, A, Q, Q, Q}, zoo.implied(new byte[] {Q, Q, P, Q, Q}));
    assertArrayEquals(new byte[] {P, Q, A, A, Q}, zoo.implied(new byte[] {Q, P, Q, Q, Q}));
  }

  @Test
  void absentGoesDownTheTreeOnly() {
    assertArrayEquals(new byte[] {Q, A, A, A, Q}, zoo.implied(new byte[] {A, Q, Q, Q, Q}));
    assertArrayEquals(new byte[] {Q, Q, Q, A, Q}, zoo.implied(new byte[] {Q, Q, A, Q, Q}));
    assertArrayEquals(new byte[] {Q, Q, Q, Q, Q}, zoo.implied(new byte[] {Q, Q, Q, A, A}));
  }

  @Test
  void oppositesImplyNothing() {
    byte[] both = {Q, P, P, Q, Q};
    assertArrayEquals(new byte[] {P, Q, Q, A, Q}, zoo.implied(both));
    assertEquals(
        List.of("cat and dog are both present, but exclude each other"),
        zoo.broken(both).stream().map(zoo::describe).toList());
    assertEquals(
        List.of("puppy is present, but dog, of which it is a kind, is absent"),
        zoo.broken(new byte[] {P, Q, A, P, Q}).stream().map(zoo::describe).toList());
    assertArrayEquals(
        new byte[] {Q, Q, Q, Q, Q}, zoo.implied(new byte[] {A, A, A, P, Q}), "dog is known");
  }

  @Test
  void whatIsGivenStaysWhenAnEditIsCompleted() {
    assertEquals(
        Map.of("puppy", P, "dog", P, "animal", P, "cat", A), zoo.complete(Map.of("puppy", P)));
    assertEquals(
        Map.of("dog", P, "animal", Q, "cat", A), zoo.complete(Map.of("dog", P, "animal", Q)));
    Edit edit =
        zoo.complete(
            new Edit.Composite(
                "two",
                List.of(
                    new Edit.SetLabels(new int[] {3}, Map.of("cat", P)),
                    new Edit.SetExcluded(new int[] {1}, true))));
    Edit.SetLabels labels = (Edit.SetLabels) ((Edit.Composite) edit).edits().get(0);
    assertEquals(Map.of("cat", P, "animal", P, "dog", A, "puppy", A), labels.values());
    Edit plain = new Edit.SetLabels(new int[] {3}, Map.of("cat", P));
    assertSame(plain, Implications.of(List.of(ZOO.get(0)), false).complete(plain));
  }

  @Test
  void inAnExclusiveProjectAllClassesAreOneGroup() {
    List<ClassRelation> plain =
        List.of(
            new ClassRelation("a", "a", "", ""),
            new ClassRelation("b", "b", "", ""),
            new ClassRelation("c", "c", "", ""));
    assertArrayEquals(
        new byte[] {A, Q, A}, Implications.of(plain, true).implied(new byte[] {Q, P, Q}));
    assertTrue(Implications.of(plain, false).isEmpty());
  }

  @Test
  void relationsThatNoImageCanSatisfyAreNamed() {
    assertNull(zoo.fault());
    assertEquals(
        "Where puppy is present, dog would have to be present and absent at once.",
        fault(
            new ClassRelation("dog", "dog", "g", ""),
            new ClassRelation("puppy", "puppy", "g", "dog")));
    assertEquals(
        "a would be a kind of itself.",
        fault(
            new ClassRelation("a", "a", "", "b"),
            new ClassRelation("b", "b", "", "c"),
            new ClassRelation("c", "c", "", "a")));
    assertEquals("a would be a kind of itself.", fault(new ClassRelation("a", "a", "", "a")));
  }

  private static String fault(ClassRelation... classes) {
    return Implications.of(List.of(classes), false).fault();
  }

  /** Against a fixed point that applies one rule after the other until nothing changes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsRepeatedApplicationOfTheRules(long seed) {
    Random random = new Random(seed);
    List<ClassRelation> classes = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String group = random.nextInt(3) == 0 ? "" : "g" + random.nextInt(3);
      String parent = i == 0 || random.nextBoolean() ? "" : "c" + random.nextInt(i);
      classes.add(new ClassRelation("c" + i, "c" + i, group, parent));
    }
    Implications implications = Implications.of(classes, false);
    for (int round = 0; round < 200; round++) {
      byte[] labels = new byte[classes.size()];
      for (int c = 0; c < labels.length; c++) {
        labels[c] = (byte) (random.nextInt(4) == 0 ? random.nextInt(2) : -1);
      }
      assertArrayEquals(byRepetition(classes, labels), implications.implied(labels));
    }
  }

  private static byte[] byRepetition(List<ClassRelation> classes, byte[] labels) {
    int n = labels.length;
    boolean[] present = new boolean[n];
    boolean[] absent = new boolean[n];
    for (int c = 0; c < n; c++) {
      present[c] = labels[c] == P;
      absent[c] = labels[c] == A;
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          String group = classes.get(a).group();
          if (a != b && present[a] && !group.isEmpty() && group.equals(classes.get(b).group())) {
            changed |= !absent[b];
            absent[b] = true;
          }
          if (classes.get(a).parent().equals(classes.get(b).id())) {
            changed |= present[a] && !present[b] || absent[b] && !absent[a];
            present[b] |= present[a];
            absent[a] |= absent[b];
          }
        }
      }
    }
    byte[] implied = new byte[n];
    for (int c = 0; c < n; c++) {
      implied[c] = labels[c] != Q || present[c] == absent[c] ? Q : present[c] ? P : A;
    }
    return implied;
  }

  @Test
  void contradictionsOfATableWithoutExcludedImages() {
    LabelTable table =
        LabelTable.of(
            List.of("0", "1", "2", "3"),
            java.util.Arrays.asList(null, null, null, null),
            List.of("animal", "cat", "dog", "puppy", "car"),
            new byte[][] {{A, P, P, P}, {P, P, P, Q}, {Q, P, P, P}, {Q, Q, Q, P}, {Q, Q, Q, Q}},
            new byte[] {0, 0, 1, 0},
            new byte[4]);
    List<Contradiction> found = Contradiction.find(table, zoo, new NullProgressMonitor());
    assertEquals(2, found.size());
    assertEquals(
        "cat and dog are both present, but exclude each other", found.get(0).description());
    assertArrayEquals(new int[] {1}, found.get(0).rows());
    assertEquals(
        "cat is present, but animal, of which it is a kind, is absent", found.get(1).description());
    assertArrayEquals(new int[] {0}, found.get(1).rows());
  }
}
