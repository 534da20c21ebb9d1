// SPDX-License-Identifier: MIT
package org.patchwork.project.labeling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.project.Edit;
import org.patchwork.project.labeling.StripDraw.Order;

class QuestionTest {
  private static final BitSet NONE = new BitSet();

  @Test
  void stripHoldsTheMostProbableFirstAndTheBoundaryAtOneHalf() {
    Strip strip = draw("a", Order.MOST, 4, table(6), independent(.2f, .9f, .4f, .7f, .6f, .1f));
    assertArrayEquals(new int[] {1, 3, 4, 2}, strip.rows());
    assertArrayEquals(new float[] {.9f, .7f, .6f, .4f}, strip.scores());
    assertEquals(3, strip.boundary());
  }

  @Test
  void leastProbableAndUndecidedAreShownInTheSameDirection() {
    PredictionTable p = independent(.2f, .9f, .4f, .7f, .55f, .1f);
    assertArrayEquals(new int[] {2, 0, 5}, draw("a", Order.LEAST, 3, table(6), p).rows());
    assertArrayEquals(new int[] {3, 4, 2}, draw("a", Order.EDGE, 3, table(6), p).rows());
    assertEquals(0, draw("a", Order.LEAST, 3, table(6), p).boundary(), "all absent is proposed");
    assertEquals(2, draw("a", Order.EDGE, 3, table(6), p).boundary());
  }

  @Test
  void labelledExcludedHeldOutSkippedAndUnpredictedRowsAreNotAsked() {
    LabelTable labels =
        table(6)
            .withLabels(0, new int[] {0}, new byte[] {LabelTable.ABSENT})
            .withExcluded(new int[] {1}, new byte[] {1})
            .withValidation(new int[] {2}, new byte[] {1});
    Strip strip =
        new StripDraw("a", Order.MOST, 9)
            .draw(
                labels,
                independent(.9f, .9f, .9f, Float.NaN, .9f), // row 5 was added later
                NONE,
                chance());
    assertArrayEquals(new int[] {4}, strip.rows());
    Strip none = new StripDraw("a", Order.MOST, 9).draw(labels, strip1(), bits(4), chance());
    assertEquals(0, none.size());
    assertTrue(none.reason().contains("skipped"), none.reason());
  }

  private static PredictionTable strip1() {
    return independent(.9f, .9f, .9f, Float.NaN, .9f);
  }

  @Test
  void amongExclusiveClassesOnlyImagesTakenForTheClassAreProposed() {
    PredictionTable p = exclusive(new float[] {.5f, .3f, .4f}, new float[] {.2f, .6f, .35f});
    Strip strip = draw("a", Order.MOST, 9, table(3), p);
    assertArrayEquals(new int[] {0, 2}, strip.rows());
    assertEquals(2, strip.boundary(), "also the one below one half");
  }

  @Test
  void withoutAClassTheOneWithTheFewestImagesIsAsked() {
    PredictionTable p =
        exclusive(new float[] {.6f, .6f, .9f, .1f}, new float[] {.4f, .4f, .1f, .9f});
    LabelTable labels = table(4).withLabels(0, new int[] {2}, new byte[] {LabelTable.PRESENT});
    assertEquals("b", draw(null, Order.MOST, 2, labels, p).classId());
    LabelTable more = labels.withLabels(1, new int[] {3}, new byte[] {LabelTable.PRESENT});
    assertEquals("a", draw(null, Order.MOST, 2, more, p).classId(), "b has no image left");
    LabelTable all = more.withLabels(0, new int[] {0, 1}, new byte[] {1, 1});
    Strip none = draw(null, Order.MOST, 2, all, p);
    assertEquals(0, none.size());
    assertTrue(none.reason().contains("Train again"), none.reason());
  }

  @Test
  void drawByLotTakesWhatTheModelTakesForTheClass() {
    float[] scores = new float[200];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i / 200f;
    }
    Strip strip = draw("a", Order.ANY, 20, table(200), independent(scores));
    assertEquals(20, strip.boundary());
    assertTrue(strip.scores()[19] >= .5f);
    assertTrue(strip.scores()[0] - strip.scores()[19] > .2f, "not the most probable only");
    assertArrayEquals(
        strip.rows(), draw("a", Order.ANY, 20, table(200), independent(scores)).rows());
  }

  @Test
  void withoutPredictionsItSaysWhatToDo() {
    Strip strip = new StripDraw("a", Order.MOST, 9).draw(table(3), null, NONE, chance());
    assertEquals(0, strip.size());
    assertTrue(strip.reason().contains("train"), strip.reason());
    PredictionTable other = new PredictionTable(List.of("z"), new float[][] {{.5f}}, "run", false);
    assertTrue(draw("a", Order.MOST, 9, table(1), other).reason().contains("Train again"));
  }

  @Test
  void drawFindsWhatAFullSortFinds() {
    SplittableRandom random = new SplittableRandom(5);
    float[] scores = new float[5_000];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(500) / 500f; // many ties
    }
    int[] expected =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(
                java.util.Comparator.<Integer>comparingDouble(row -> -scores[row])
                    .thenComparingInt(row -> row))
            .limit(100)
            .mapToInt(Integer::intValue)
            .toArray();
    Strip strip = draw("a", Order.MOST, 100, table(scores.length), independent(scores));
    assertArrayEquals(expected, strip.rows());
  }

  @Test
  void boundaryAnswersBothSidesAndExceptionsStay() {
    Strip strip = draw("a", Order.MOST, 4, table(4), independent(.9f, .8f, .7f, .6f));
    Strip asked = strip.toggled(0).withBoundary(2).with(3, Answer.EXCLUDE);
    assertEquals(
        List.of(Answer.ABSENT, Answer.PRESENT, Answer.ABSENT, Answer.EXCLUDE),
        asked.answers().answers());
    assertEquals(
        List.of(Answer.ABSENT, Answer.PRESENT, Answer.OPEN, Answer.EXCLUDE),
        asked.withRestAbsent(false).answers().answers());
    assertEquals(Map.of(3, Answer.EXCLUDE), asked.toggled(0).exceptions(), "back is no exception");
    assertEquals(4, strip.withBoundary(99).boundary());
  }

  @Test
  void lookingBeginsAtTheBoundaryAndGoesAwayFromIt() {
    Strip strip = draw("a", Order.MOST, 4, table(4), independent(.9f, .8f, .7f, .6f));
    assertEquals(3, strip.doubtful(), "all are proposed, the last is the most doubtful");
    assertEquals(2, strip.after(3));
    assertEquals(0, strip.after(0));
    Strip two = strip.withBoundary(2);
    assertEquals(2, two.doubtful());
    assertEquals(3, two.after(2));
    assertEquals(3, two.after(3));
    assertEquals(0, Strip.empty("a", "none").doubtful());
  }

  @Test
  void answerIsOneEditAndGoingBackShowsIt() {
    LabelTable labels = table(4);
    Question question = new Question();
    question.show(draw("a", Order.MOST, 4, labels, independent(.9f, .8f, .3f, .2f)));
    question.toggle(1);
    question.toggle(99);
    Edit.Composite edit = (Edit.Composite) question.save(labels, false, "cat");
    assertEquals("Question cat: 1 present, 3 absent", edit.label());
    LabelTable saved = labels;
    for (Edit part : edit.edits()) {
      Edit.SetLabels set = (Edit.SetLabels) part;
      byte[] values = new byte[set.rows().length];
      Arrays.fill(values, set.values().get("a"));
      saved = saved.withLabels(0, set.rows(), values);
    }
    assertTrue(question.strip().answers().isIn(saved, false));
    question.show(new Strip("b", new int[] {3}, new float[] {.1f}, 0, true, Map.of(), ""));
    assertTrue(question.back(saved, false));
    assertEquals(
        List.of(Answer.PRESENT, Answer.ABSENT, Answer.ABSENT, Answer.ABSENT),
        question.strip().answers().answers());
    assertFalse(question.back(saved, false));
    assertTrue(question.forward(saved, false));
    assertEquals("b", question.strip().classId());
  }

  @Test
  void passedImagesAreRemembered() {
    Question question = new Question();
    question.pass(true);
    question.show(draw("a", Order.MOST, 3, table(3), independent(.9f, .8f, .3f)));
    question.answer(1, Answer.OPEN);
    question.pass(false);
    assertEquals(bits(1), question.skipped());
    question.pass(true);
    assertEquals(3, question.skipped().cardinality());
    question.forgetSkipped();
    assertTrue(question.skipped().isEmpty());
  }

  private static Strip draw(
      String classId, Order order, int size, LabelTable labels, PredictionTable predictions) {
    return new StripDraw(classId, order, size).draw(labels, predictions, NONE, chance());
  }

  private static SplittableRandom chance() {
    return new SplittableRandom(1);
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    IntStream.of(set).forEach(bits::set);
    return bits;
  }

  private static LabelTable table(int rows) {
    return LabelTable.empty()
        .withClasses(List.of("a", "b"))
        .withRows(
            IntStream.range(0, rows).mapToObj(String::valueOf).toList(),
            Arrays.asList(new String[rows]));
  }

  private static PredictionTable independent(float... a) {
    return new PredictionTable(
        List.of("a", "b"), new float[][] {a, new float[a.length]}, "run", false);
  }

  private static PredictionTable exclusive(float[] a, float[] b) {
    return new PredictionTable(List.of("a", "b"), new float[][] {a, b}, "run", true);
  }
}
