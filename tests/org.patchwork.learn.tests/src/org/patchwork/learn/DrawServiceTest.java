// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.core.Catalog;
import org.patchwork.core.LabelTable;
import org.patchwork.core.NoParameters;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.RowFilter;
import org.patchwork.core.RowFilter.Condition;
import org.patchwork.core.RowFilter.ExcludeStatus;
import org.patchwork.core.RowFilter.LabelStatus;

class DrawServiceTest {

  /** Takes the first candidates, and needs whatever the test says. */
  private record First(Set<Need> needs) implements Sampler<NoParameters> {
    @Override
    public Class<NoParameters> parameterType() {
      return NoParameters.class;
    }

    @Override
    public Selection sample(
        SampleRequest request, NoParameters parameters, IProgressMonitor monitor) {
      int[] rows = Arrays.stream(request.candidates()).limit(request.count()).toArray();
      return Selection.of(rows, "first, class " + request.classIndex());
    }
  }

  private static final Catalog<Sampler<?>> FIRST =
      new Catalog<>(
          Catalog.<Sampler<?>>of(
                  Map.of(
                      "test.first", new First(Set.of()),
                      "test.needy", new First(Set.of(Sampler.Need.PREDICTIONS)),
                      "test.feature", new First(Set.of(Sampler.Need.FEATURES)),
                      "test.class",
                          new First(Set.of(Sampler.Need.PREDICTIONS, Sampler.Need.CLASS))))
              .all());
  private static final DrawService SERVICE = new DrawService(FIRST);

  @Test
  void filtersAreTheOracle() throws Exception {
    LabelTable table = oracleTable();
    for (JsonNode oracle : Oracles.cases("filters")) {
      RowFilter filter =
          new RowFilter(
              LabelStatus.valueOf(oracle.get("status").asText().toUpperCase(java.util.Locale.ROOT)),
              exclude(oracle.get("exclude").asText()),
              condition(oracle.get("condition").asText()));
      Selection selection = draw(new Draw(filter, "first", Map.of(), null, 9, 1, 0), table, null);
      assertArrayEquals(Oracles.ints(oracle.get("rows")), selection.rows(), oracle.toString());
      assertTrue(selection.reason().length() > 5);
    }
  }

  @Test
  void anEmptyDrawSaysWhichConditionEmptiedIt() throws Exception {
    LabelTable table = oracleTable();
    assertTrue(reason(table, LabelStatus.ANY, ExcludeStatus.VALIDATION).contains("in validation"));
    assertTrue(
        reason(table, LabelStatus.UNLABELED, ExcludeStatus.TRAINING).contains("all have a label"));
    assertTrue(
        reason(LabelTable.empty(), LabelStatus.ANY, ExcludeStatus.ANY).contains("import some"));
    RowFilter nowhere =
        new RowFilter(LabelStatus.ANY, ExcludeStatus.ANY, new Condition.Subset("nowhere"));
    Selection selection = draw(new Draw(nowhere, "first", Map.of(), null, 9, 1, 0), table, null);
    assertTrue(selection.reason().contains("subset nowhere"), selection.reason());
  }

  @Test
  void ofManyConditionsTheFirstThatEmptiesIsNamed() throws Exception {
    LabelTable table = oracleTable();
    RowFilter filter =
        new RowFilter(LabelStatus.UNLABELED, ExcludeStatus.TRAINING, List.of())
            .and(new Condition.Subset("1"))
            .and(new Condition.Label("class1", LabelTable.PRESENT))
            .and(new Condition.Label("class2", LabelTable.ABSENT))
            .and(new Condition.Subset("nowhere"));
    assertEquals(
        "No image matches: none of the 2 images that are neither excluded nor in validation, belong"
            + " to the subset 1 and contain Cat have no label for Dog; remove or change this"
            + " condition.",
        reasonNamed(
            new RowFilter(LabelStatus.ANY, ExcludeStatus.TRAINING, List.of())
                .and(new Condition.Subset("1"))
                .and(new Condition.Label("class1", LabelTable.PRESENT))
                .and(new Condition.Label("class2", LabelTable.UNKNOWN)),
            table.withLabels(1, new int[] {3, 4}, new byte[] {0, 0})));
    assertTrue(reasonNamed(filter, table).contains("labelled as without Dog"));
    RowFilter predicted = RowFilter.EVERYTHING.and(new Condition.Predicted("class1", .2, .8));
    assertTrue(reasonNamed(predicted, table).contains("train a model"));
    RowFilter gone = RowFilter.EVERYTHING.and(new Condition.Label("gone", LabelTable.PRESENT));
    assertTrue(reasonNamed(gone, table).contains("no longer has"), reasonNamed(gone, table));
  }

  private static String reasonNamed(RowFilter filter, LabelTable table) throws Exception {
    Map<String, String> names = Map.of("class1", "Cat", "class2", "Dog");
    return new DrawService(FIRST, names::get)
        .draw(
            new Draw(filter, "first", Map.of(), null, 9, 1, 0),
            table,
            null,
            null,
            new NullProgressMonitor())
        .reason();
  }

  private static String reason(LabelTable table, LabelStatus status, ExcludeStatus exclude)
      throws Exception {
    RowFilter filter = new RowFilter(status, exclude, new Condition.All());
    return draw(new Draw(filter, "first", Map.of(), null, 9, 1, 0), table, null).reason();
  }

  @Test
  void whatASamplerNeedsIsAskedForBeforeItRuns() throws Exception {
    LabelTable table = Oracles.table(4, 1);
    assertTrue(drawBy("needy", null, table, null).reason().contains("train a model first"));
    assertTrue(drawBy("feature", null, table, null).reason().contains("needs features"));
    PredictionTable predictions = predictions("c0", .1f, .2f, Float.NaN);
    assertTrue(drawBy("class", null, table, predictions).reason().contains("choose the class"));
    assertTrue(drawBy("class", "gone", table, predictions).reason().contains("no class gone"));
    assertTrue(
        drawBy("class", "c0", table, predictions("other", .1f)).reason().contains("train again"));
    assertArrayEquals(new int[] {0, 1}, drawBy("class", "c0", table, predictions).rows());
    assertEquals("first, class 0", drawBy("class", "c0", table, predictions).reason());
    assertTrue(
        drawBy("needy", null, table, predictions("c0", Float.NaN))
            .reason()
            .contains("added lately"));
  }

  @Test
  void thePoolIsRandomAndCanHoldTheFirstRow() throws Exception {
    LabelTable table = Oracles.table(20, 1);
    Set<Integer> seen = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      Draw draw = new Draw(RowFilter.UNLABELED, "first", Map.of(), null, 5, seed, 5);
      int[] rows = draw(draw, table, null).rows();
      assertEquals(5, Arrays.stream(rows).distinct().count());
      Arrays.stream(rows).forEach(seen::add);
      assertArrayEquals(rows, draw(draw, table, null).rows());
    }
    assertEquals(20, seen.size());
    Draw larger = new Draw(RowFilter.UNLABELED, "first", Map.of(), null, 50, 1, 30);
    assertArrayEquals(IntStream.range(0, 20).toArray(), draw(larger, table, null).rows());
  }

  @Test
  void reasonsAndScoresStayWithTheirRows() {
    Selection scored = new Selection(new int[] {4, 2}, new float[] {.5f, .1f}, "two");
    Selection because = scored.because(PickReasons.ofClasses(new int[] {1, 1}, c -> "class " + c));
    Selection plain = Selection.of(new int[] {9}, "one");
    Selection both = because.followedBy(plain, "three");
    assertArrayEquals(new int[] {4, 2, 9}, both.rows());
    assertEquals(.1f, both.score(1));
    assertTrue(Float.isNaN(both.score(2)));
    assertEquals("class 1", both.why().phrase(1));
    assertEquals("", both.why().phrase(2));
    assertEquals(-1, both.why().classIndex(2));
    assertEquals("", plain.why().phrase(0));
    assertThrows(
        IllegalArgumentException.class, () -> scored.because(PickReasons.same("x", -1, 3)));
  }

  @Test
  void nonsenseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Draw.unlabeled("first", 0, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Draw(RowFilter.UNLABELED, "first", Map.of(), null, 1, 1, -1));
    LabelTable table = Oracles.table(2, 1);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> draw(Draw.unlabeled("best", 1, 1), table, null))
            .getMessage();
    assertTrue(message.contains("needy"), message);
    Draw parameter = new Draw(RowFilter.UNLABELED, "first", Map.of("x", 1), null, 1, 1, 0);
    assertThrows(IllegalArgumentException.class, () -> draw(parameter, table, null));
  }

  private static Selection drawBy(
      String sampler, String classId, LabelTable table, PredictionTable predictions)
      throws Exception {
    return draw(
        new Draw(RowFilter.UNLABELED, sampler, Map.of(), classId, 9, 1, 0), table, predictions);
  }

  private static Selection draw(Draw draw, LabelTable table, PredictionTable predictions)
      throws Exception {
    return SERVICE.draw(draw, table, predictions, null, new NullProgressMonitor());
  }

  private static PredictionTable predictions(String classId, float... column) {
    return new PredictionTable(List.of(classId), new float[][] {column}, "test", false);
  }

  /** Five rows: excluded and unlabelled, two fully labelled, two partly. */
  private static LabelTable oracleTable() {
    LabelTable table =
        LabelTable.empty()
            .withClasses(List.of("class1", "class2"))
            .withRows(List.of("a", "b", "c", "d", "e"), List.of("0", "0", "1", "1", "1"))
            .withLabels(0, new int[] {1, 2, 3, 4}, new byte[] {1, 0, 1, 1})
            .withLabels(1, new int[] {1, 2}, new byte[] {0, 1});
    return Oracles.excluding(table, 0);
  }

  private static ExcludeStatus exclude(String text) {
    return switch (text) {
      case "excluded" -> ExcludeStatus.EXCLUDED;
      case "validation" -> ExcludeStatus.VALIDATION;
      default -> ExcludeStatus.NOT_EXCLUDED;
    };
  }

  private static Condition condition(String text) {
    String name = text.substring(text.indexOf(' ') + 1);
    if (text.startsWith("contains")) {
      return new Condition.Label(name, LabelTable.PRESENT);
    } else if (text.startsWith("doesn't contain")) {
      return new Condition.Label(text.substring(text.lastIndexOf(' ') + 1), LabelTable.ABSENT);
    } else if (text.startsWith("unlabeled")) {
      return new Condition.Label(name, LabelTable.UNKNOWN);
    }
    return text.startsWith("subset") ? new Condition.Subset(name) : new Condition.All();
  }
}
