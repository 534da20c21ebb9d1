// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.model.LabelClass;

/**
 * A label table written as CSV and read into a new project is the same table, whatever its paths,
 * subsets, view paths and classes are called. The property {@code patchwork.tables} asks for more
 * tables.
 */
class LabelCsvPropertyTest {
  private static final List<String> WORDS =
      List.of(
          "NA",
          "nan",
          "NaN",
          "None",
          "null",
          "<NA>",
          "",
          " ",
          "  a",
          "a  ",
          "\t",
          "\n",
          "\r",
          "\r\n",
          "\"",
          "\"\"",
          "'",
          ",",
          ",,",
          ";",
          "#",
          "\\",
          "\\n",
          "0",
          "1.0",
          "-1",
          "True",
          "false",
          "inf",
          "1e5",
          "=1+1",
          "@x",
          "filepath",
          "exclude",
          "Unnamed: 0",
          "a#xywh=1,2,3,4",
          "ü",
          "u\u0308",
          "漢字",
          "\ud83d\ude00",
          "\u202e",
          "\u00a0",
          "\ufeff",
          "\u2028",
          "\u0085",
          "e\u0301,\"q\"\n",
          "C:\\x\\y.png",
          "../..",
          "%41");

  @TempDir Path folder;
  private Random random;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("patchwork.tables", 15));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void outAndInGivesTheSameTable(long seed) throws Exception {
    random = new Random(seed);
    Path csv = folder.resolve("labels.csv");
    try (ProjectSession from = Projects.create(folder.resolve("from"), 0);
        ProjectSession to = Projects.create(folder.resolve("to"), 0)) {
      fill(from);
      ProjectExport.labelsCsv(from, csv, null);
      ImportResult read = ProjectImport.csv(csv, folder, null, null);
      assertEquals(List.of(), read.problems());
      to.apply(read.edit("import"), ANNA);
      assertEquals(text(from), text(to));
    }
    try (ProjectSession from = Projects.open(folder.resolve("from"), Access.READ_ONLY);
        ProjectSession to = Projects.open(folder.resolve("to"), Access.READ_ONLY)) {
      assertEquals(text(from), text(to), "also after reopening");
    }
  }

  private void fill(ProjectSession session) throws ProjectFormatException {
    List<ImageEntry> images = new ArrayList<>();
    for (String path : distinct(random.nextInt(40), this::anyText)) {
      if (!path.isEmpty()) {
        images.add(new ImageEntry(path, orNull(), orNull(), flip(), flip()));
      }
    }
    session.apply(new Edit.AddImages(images), ANNA);
    for (String name : distinct(random.nextInt(6), this::anyText)) {
      addClass(session, name);
    }
    int rows = session.labels().rows();
    for (String id : session.labels().classIds()) {
      for (byte value = LabelTable.ABSENT; value <= LabelTable.PRESENT && rows > 0; value++) {
        int[] some = random.ints(random.nextInt(rows + 1), 0, rows).toArray();
        session.apply(new Edit.SetLabels(some, java.util.Map.of(id, value)), ANNA);
      }
    }
  }

  /** Names that a class cannot have are refused with a reason, and left out. */
  private static void addClass(ProjectSession session, String name) {
    try {
      session.apply(new Edit.AddClass(name), ANNA);
    } catch (ProjectFormatException e) {
      assertTrue(e.getMessage().toLowerCase().contains("class"), e.getMessage());
    }
  }

  private boolean flip() {
    return random.nextInt(5) == 0;
  }

  private String orNull() {
    String text = random.nextInt(3) == 0 ? anyText() : "";
    return text.isEmpty() ? null : text;
  }

  private static Set<String> distinct(int count, Supplier<String> source) {
    Set<String> texts = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      texts.add(source.get());
    }
    return texts;
  }

  /** Words that have a meaning somewhere, and characters from all planes. */
  private String anyText() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (random.nextBoolean()) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      } else {
        int point = 1 + random.nextInt(random.nextBoolean() ? 0x17f : Character.MAX_CODE_POINT);
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        text.appendCodePoint(half ? 'x' : point);
      }
    }
    return text.toString();
  }

  private static String text(ProjectSession session) throws ProjectFormatException {
    LabelTable table = session.labels();
    StringBuilder text = new StringBuilder();
    for (LabelClass c : session.classes()) {
      text.append('[').append(c.getName()).append(']');
    }
    for (int row = 0; row < table.rows(); row++) {
      text.append("\n<").append(table.path(row)).append("|").append(table.subset(row));
      text.append("|").append(session.viewPaths().get(row)).append("> ");
      text.append(table.excluded(row)).append(table.validation(row));
      for (LabelClass c : session.classes()) {
        text.append(' ').append(table.label(row, table.classIndex(c.getId())));
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\0b", "a\ud800", "\udc00"})
  void pathsThatNoFileCanHoldAreRefused(String path) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new ImageEntry(path));
    assertTrue(e.getMessage().contains("path"), e.getMessage());
  }
}
