// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Voice;
import org.patchwork.core.VoteTable;

/** Kappas against numbers worked by hand. */
class AgreementTest {
  private static final Voice ANNA = Voice.of("Anna");
  private static final Voice BEN = Voice.of("Ben");
  private static final Voice CARA = Voice.of("Cara");
  private static final Voice ANNA_AGAIN = new Voice("Anna", true);

  /**
   * Ten images, five exclusive classes, fourteen voices: the number of voices that chose each
   * class. The agreement on the images is 1, .253, .308, .440, .330, .462, .242, .176, .286 and
   * .286, its mean .378; the shares of the classes are .143, .200, .279, .150 and .229, their
   * squares sum to .213; (.378 − .213) / (1 − .213) = .210.
   */
  private static final int[][] CHOICES = {
    {0, 0, 0, 0, 14},
    {0, 2, 6, 4, 2},
    {0, 0, 3, 5, 6},
    {0, 3, 9, 2, 0},
    {2, 2, 8, 1, 1},
    {7, 7, 0, 0, 0},
    {3, 2, 6, 3, 0},
    {2, 5, 3, 2, 2},
    {6, 5, 2, 1, 0},
    {0, 2, 2, 3, 7}
  };

  @Test
  void cohenOfFourCounts() {
    // 35 of 50 alike; one says present in 25 of 50, the other in 30: .5·.6 + .5·.4 = .5 by chance
    Kappa kappa = Kappa.cohen(15, 5, 10, 20);
    assertEquals(50, kappa.items());
    assertEquals(.7, kappa.observed(), 1e-12);
    assertEquals(.5, kappa.chance(), 1e-12);
    assertEquals(.4, kappa.value(), 1e-12);
  }

  @Test
  void cohenBelowChanceIsNegative() {
    assertEquals(-1, Kappa.cohen(0, 5, 5, 0).value(), 1e-12);
  }

  @Test
  void nothingInCommonHasNoKappa() {
    Kappa kappa = Kappa.cohen(0, 0, 0, 0);
    assertFalse(kappa.available());
    assertTrue(Double.isNaN(kappa.value()));
    assertFalse(new FleissKappa().kappa().available());
  }

  @Test
  void whereAllSayTheSameChanceExplainsIt() {
    Kappa kappa = Kappa.cohen(0, 0, 0, 12);
    assertEquals(1, kappa.observed());
    assertEquals(1, kappa.chance());
    assertTrue(Double.isNaN(kappa.value()));
    FleissKappa fleiss = new FleissKappa();
    fleiss.add(3, 0);
    fleiss.add(2, 0);
    assertTrue(Double.isNaN(fleiss.kappa().value()));
  }

  @Test
  void cohenOfThreeExclusiveClasses() {
    // In hundredths, one voice down, the other across. Alike 25+2+2 = .29; by chance
    // .5·.4 + .3·.3 + .2·.3 = .35; (.29 − .35) / .65 = −.0923
    int[][] cells = {{25, 13, 12}, {12, 2, 16}, {3, 15, 2}};
    VoteTable.Builder votes = new VoteTable.Builder(100, List.of("a", "b", "c"));
    int row = 0;
    for (int first = 0; first < 3; first++) {
      for (int second = 0; second < 3; second++) {
        for (int i = 0; i < cells[first][second]; i++, row++) {
          choose(votes, ANNA, row, first, 3);
          choose(votes, BEN, row, second, 3);
        }
      }
    }
    Agreement agreement = Agreement.of(votes.build(), r -> true, null);
    assertEquals(-.06 / .65, agreement.people().get(0).overall().value(), 1e-12);
    assertEquals(71, agreement.disagreements().cardinality());
  }

  @Test
  void fleissOfFiveExclusiveClasses() {
    VoteTable.Builder votes =
        new VoteTable.Builder(CHOICES.length, List.of("a", "b", "c", "d", "e"));
    for (int row = 0; row < CHOICES.length; row++) {
      int voice = 0;
      for (int choice = 0; choice < 5; choice++) {
        for (int i = 0; i < CHOICES[row][choice]; i++) {
          choose(votes, Voice.of("v" + voice++), row, choice, 5);
        }
      }
    }
    Agreement agreement = Agreement.of(votes.build(), r -> true, null);
    assertEquals(.20993, agreement.overall().value(), 5e-6);
    assertEquals(50, agreement.overall().items());
    // class a alone: Σx(14−x) = 2·12 + 7·7 + 3·11 + 2·12 + 6·8 = 178, p = 20/140:
    // 1 − 178 / (10 · 14 · 13 · 1/7 · 6/7) = .20126
    assertEquals(1 - 178 / (1820 * 6 / 49.), agreement.classes().get(0).fleiss().value(), 1e-12);
    assertEquals(14 * 13 / 2, agreement.people().size());
  }

  @Test
  void fleissWithTwoThreeAndFourAnswers() {
    // one of two, three of three, two of four: p = 6/9, Σx(m−x)/m = 1/2 + 0 + 1,
    // n(m̄−1) = 9 − 3; 1 − 1.5 / (6 · 2/9) = −.125; the single answer says nothing
    FleissKappa fleiss = new FleissKappa();
    fleiss.add(2, 1);
    fleiss.add(3, 3);
    fleiss.add(4, 2);
    fleiss.add(1, 1);
    assertEquals(3, fleiss.kappa().items());
    assertEquals(-.125, fleiss.kappa().value(), 1e-12);
  }

  @Test
  void onlyCellsThatBothAnsweredCount() {
    VoteTable.Builder votes = new VoteTable.Builder(5000, List.of("a", "b"));
    votes.vote(ANNA, 0, 0, LabelTable.PRESENT).vote(BEN, 0, 0, LabelTable.ABSENT);
    votes.vote(ANNA, 4999, 0, LabelTable.ABSENT).vote(CARA, 4999, 0, LabelTable.ABSENT);
    votes.vote(BEN, 10, 1, LabelTable.PRESENT);
    Agreement agreement = Agreement.of(votes.build(), row -> true, null);
    assertEquals(List.of(ANNA, BEN, CARA), agreement.voices());
    assertEquals(1, pair(agreement, ANNA, BEN).overall().items());
    assertEquals(1, pair(agreement, ANNA, CARA).overall().items());
    assertEquals(0, pair(agreement, BEN, CARA).overall().items());
    assertEquals(2, agreement.classes().get(0).fleiss().items());
    assertEquals(Kappa.NONE, agreement.classes().get(1).fleiss());
    assertEquals(BitSet.valueOf(new long[] {1}), agreement.disagreements());
    assertEquals(2, agreement.answers(ANNA));
  }

  @Test
  void rowsThatDoNotCountAreLeftOut() {
    VoteTable.Builder votes = new VoteTable.Builder(2, List.of("a"));
    votes.vote(ANNA, 0, 0, LabelTable.PRESENT).vote(BEN, 0, 0, LabelTable.ABSENT);
    votes.vote(ANNA, 1, 0, LabelTable.PRESENT).vote(BEN, 1, 0, LabelTable.ABSENT);
    Agreement agreement = Agreement.of(votes.build(), row -> row == 1, null);
    assertEquals(1, agreement.overall().items());
    assertEquals(1, agreement.disagreements().cardinality());
  }

  @Test
  void aSecondLookIsComparedWithTheFirstAlone() {
    VoteTable.Builder votes = new VoteTable.Builder(3, List.of("a"));
    IntStream.range(0, 3).forEach(row -> votes.vote(ANNA, row, 0, (byte) (row % 2)));
    IntStream.range(0, 3).forEach(row -> votes.vote(ANNA_AGAIN, row, 0, LabelTable.ABSENT));
    Agreement agreement = Agreement.of(votes.build(), row -> true, null);
    assertEquals(List.of(), agreement.people());
    assertEquals(0, agreement.overall().items());
    assertTrue(agreement.disagreements().isEmpty());
    assertEquals(3, agreement.selves().get(0).overall().items());
    assertEquals(BitSet.valueOf(new long[] {2}), agreement.classes().get(0).secondThoughts());
  }

  @Test
  void withoutVotesThereIsNothing() {
    Agreement agreement = Agreement.of(VoteTable.empty(10, List.of("a")), row -> true, null);
    assertEquals(List.of(), agreement.pairs());
    assertFalse(agreement.overall().available());
  }

  private static PairAgreement pair(Agreement agreement, Voice first, Voice second) {
    return agreement.people().stream()
        .filter(each -> each.first().equals(first) && each.second().equals(second))
        .findFirst()
        .orElseThrow();
  }

  private static void choose(
      VoteTable.Builder votes, Voice voice, int row, int choice, int classes) {
    for (int c = 0; c < classes; c++) {
      votes.vote(voice, row, c, c == choice ? LabelTable.PRESENT : LabelTable.ABSENT);
    }
  }
}
