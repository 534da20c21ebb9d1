// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchwork.project.Projects.ANNA;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PredictionTable;
import org.patchwork.core.ProjectFormatException;

class LabelCsvTest {
  /** As pandas 3 wrote it (oracle csv_format). */
  private static final String PANDAS =
      """
      filepath,exclude,validation,cat,dog
      a.png,False,False,1.0,
      b.png,False,True,0.0,
      "c,d.png",False,False,,
      """;

  private static final byte U = LabelTable.UNKNOWN;

  @TempDir Path folder;

  private ImportResult read(String text) throws Exception {
    Path file = folder.resolve("labels.csv");
    Files.writeString(file, text);
    return ProjectImport.csv(file, folder, null, null);
  }

  private String write(ProjectSession session) throws Exception {
    Path file = folder.resolve("out.csv");
    ProjectExport.labelsCsv(session, file, null);
    return Files.readString(file);
  }

  @Test
  void readsWhatPandasWrites() throws Exception {
    ImportResult result = read(PANDAS);
    assertEquals(List.of("cat", "dog"), result.classNames());
    assertEquals(
        List.of("a.png", "b.png", "c,d.png"),
        result.images().stream().map(ImageEntry::path).toList());
    assertArrayEquals(new byte[] {1, 0, U}, result.labels()[0]);
    assertArrayEquals(new byte[] {U, U, U}, result.labels()[1]);
    assertTrue(result.images().get(1).validation());
    assertFalse(result.images().get(0).validation());
    assertEquals(List.of(), result.problems());
    assertFalse(result.exclusive());
  }

  @Test
  void writesWhatPandasWrites() throws Exception {
    try (ProjectSession session = Projects.create(folder.resolve("p"), 0)) {
      session.apply(read(PANDAS).edit("import"), ANNA);
      assertEquals(PANDAS, write(session));
    }
  }

  @Test
  void rowNumbersOfPandasAreLeftOutWithANote() throws Exception {
    ImportResult result = read(",filepath,cat\n0,a.png,1\n1,b.png,0\n");
    assertEquals(List.of("cat"), result.classNames());
    assertEquals(ImportProblem.Kind.IGNORED, result.problems().get(0).kind());
    assertEquals(List.of("cat"), read("Unnamed: 0,filepath,cat\n0,a.png,1\n").classNames());
  }

  @ParameterizedTest
  @CsvSource({
    "1,1", "1.0,1", "True,1", "0,0", "0.0,0", "false,0", "'',-1", "NaN,-1", "None,-1", "n/a,-1",
    "<NA>,-1"
  })
  void acceptsWhatPandasMayHaveWritten(String text, byte label) throws Exception {
    assertEquals(label, read("filepath,cat\na.png," + text + "\n").labels()[0][0]);
  }

  @Test
  void aValueThatIsNoLabelIsNamedWithItsPlace() {
    ProjectFormatException e =
        assertThrows(
            ProjectFormatException.class,
            () -> read("filepath,cat,size\n\"a\nb.png\",1,\nc.png,0,17\n"));
    assertTrue(e.getMessage().contains("line 4"), e.getMessage());
    assertTrue(e.getMessage().contains("\"size\""), e.getMessage());
    assertTrue(e.getMessage().contains("\"17\""), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "path,cat\\n|filepath",
        "filepath,cat,cat\\n|twice",
        "filepath\\na,b\\n|header",
        "''|empty"
      })
  void filesThatAreNoLabelFilesAreRefused(String text, String word) {
    ProjectFormatException e =
        assertThrows(ProjectFormatException.class, () -> read(text.replace("\\n", "\n")));
    assertTrue(e.getMessage().contains(word), e.getMessage());
  }

  @Test
  void duplicatePathsAreListedAndTheFirstCounts() throws Exception {
    ImportResult result = read("filepath,cat\na.png,1\na.png,0\n,1\n");
    assertEquals(1, result.images().size());
    assertArrayEquals(new byte[] {1}, result.labels()[0]);
    assertEquals(
        List.of(ImportProblem.Kind.DUPLICATE, ImportProblem.Kind.IGNORED),
        result.problems().stream().map(ImportProblem::kind).toList());
    assertEquals(3, result.problems().get(0).line());
  }

  @Test
  void subsetsAndViewPathsAreKept() throws Exception {
    String text =
        """
        filepath,exclude,validation,subset,viewpath,cat
        a.png,True,False,NA,big/a.png,
        b.png,False,False,,,1.0
        """;
    try (ProjectSession session = Projects.create(folder.resolve("p"), 0)) {
      session.apply(read(text).edit("import"), ANNA);
      assertEquals("NA", session.labels().subset(0));
      assertNull(session.labels().subset(1));
      assertEquals(text, write(session));
    }
    try (ProjectSession session = Projects.open(folder.resolve("p"), Access.READ_ONLY)) {
      assertEquals(text, write(session));
    }
  }

  @Test
  void importIntoAProjectThatHasLabelsErasesNothing() throws Exception {
    try (ProjectSession session = Projects.create(folder.resolve("p"), 0)) {
      session.apply(read("filepath,cat,dog\na.png,1,\nb.png,,0\n").edit("first"), ANNA);
      EditResult result =
          session.apply(
              read("filepath,bird,cat\nb.png,1,1\na.png,,\nc.png,0,0\n").edit("second"), ANNA);
      assertEquals(1, result.addedRows());
      assertEquals(1, result.addedClassIds().size());
      assertEquals(
          """
          filepath,exclude,validation,cat,dog,bird
          a.png,False,False,1.0,,
          b.png,False,False,1.0,0.0,1.0
          c.png,False,False,0.0,,0.0
          """,
          write(session));
      session.undo().join();
      assertEquals(2, session.labels().rows());
      assertEquals(2, session.classes().size());
    }
  }

  @Test
  void predictionsAreWrittenWithTheirPaths() throws Exception {
    try (ProjectSession session = Projects.create(folder.resolve("p"), 3, "cat")) {
      String cat = session.classes().get(0).getId();
      assertThrows(
          ProjectFormatException.class,
          () -> ProjectExport.predictionsCsv(session, folder.resolve("predictions.csv"), null));
      session.setPredictions(
          new PredictionTable(List.of(cat), new float[][] {{0.5f, 0.1f, Float.NaN}}, "run", false));
      ProjectExport.predictionsCsv(session, folder.resolve("predictions.csv"), null);
      assertEquals(
          "filepath,cat\n0.png,0.5\n1.png,0.10000000149011612\n2.png,\n",
          Files.readString(folder.resolve("predictions.csv")));
    }
  }
}
