// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.explorer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.ImageEntry;
import org.patchwork.project.NewProject;
import org.patchwork.project.ProjectSession;

final class ExplorerTreeTest {
  private static final EditOrigin TEST = new EditOrigin("", "test");

  @TempDir private Path folder;
  private ProjectSession session;

  @BeforeEach
  void makeProject() throws ProjectFormatException {
    session =
        ProjectSession.create(folder.resolve("p"), new NewProject("p"), new NullProgressMonitor());
    session.apply(new Edit.AddClass("cat"), TEST);
    session.apply(
        new Edit.AddImages(
            List.of(
                new ImageEntry("a/1.png", "summer", null, false, false),
                new ImageEntry("a/2.png", "winter", null, false, true),
                new ImageEntry("b/1.png#xywh=0,0,8,8", "summer", null, true, false))),
        TEST);
  }

  @AfterEach
  void close() throws ProjectFormatException {
    session.close();
  }

  private List<ExplorerNode> groups() {
    return ExplorerTree.of(session, null).groups();
  }

  private ExplorerNode line(String group, String text) {
    return groups().stream()
        .flatMap(node -> Stream.concat(Stream.of(node), node.children().stream()))
        .filter(node -> node.text().equals(group))
        .flatMap(node -> node.children().stream())
        .filter(node -> node.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No line " + text + " under " + group));
  }

  @Test
  void theGroupsAreAlwaysThere() {
    assertEquals(
        List.of("Images", "Classes", "Features", "Extractors", "Designs", "Runs"),
        groups().stream().map(ExplorerNode::text).toList());
  }

  @Test
  void sourcesAreTheFoldersOfTheImagesAlsoOfWindows() {
    assertEquals("2", line("Sources", "a").detail());
    assertEquals("1", line("Sources", "b").detail());
  }

  @Test
  void subsetsAndFlagsSelectTheirRows() {
    LabelTable table = session.labels();
    assertArrayEquals(new int[] {0, 2}, line("Subsets", "summer").rows().select(table));
    assertArrayEquals(new int[] {2}, line("Images", "Excluded").rows().select(table));
    assertArrayEquals(new int[] {1}, line("Images", "Validation").rows().select(table));
  }

  @Test
  void sourcesSelectTheirRows() {
    assertArrayEquals(new int[] {0, 1}, line("Sources", "a").rows().select(session.labels()));
  }

  @Test
  void aClassCountsTheImagesWithIt() throws ProjectFormatException {
    String cat = session.classes().get(0).getId();
    session.apply(new Edit.SetLabels(new int[] {0, 1}, Map.of(cat, LabelTable.PRESENT)), TEST);
    assertEquals("2", line("Classes", "cat").detail());
  }

  @Test
  void anExtractorSaysHowFarItHasComeAndADamagedOneWhy() throws IOException {
    Path run = Files.createDirectories(session.folder().resolve("pretraining/simclr"));
    Files.writeString(
        run.resolve("run.json"),
        """
        {"format": 1, "trainer": "simclr", "network": "small", "parameters": {"epochs": 3},
         "started": "2026-01-01T00:00:00Z", "skipped": [], "finished": false, "epochs": [
           {"epoch": 2, "steps": 8, "measures": {}, "check": {"probeAccuracy": 0.5}}]}
        """);
    Path damaged = Files.createDirectories(session.folder().resolve("pretraining/moco"));
    Files.writeString(damaged.resolve("run.json"), "{");
    assertEquals("2 of 3 epochs, 50.0 %", line("Extractors", "simclr").detail());
    assertTrue(line("Extractors", "moco").detail().contains("not the record"));
  }

  @Test
  void originsAreLookedForAgainOnlyWhenImagesCome() throws ProjectFormatException {
    ImageOrigins origins = ExplorerTree.of(session, null).origins();
    session.apply(new Edit.SetExcluded(new int[] {0}, true), TEST);
    assertSame(origins, ExplorerTree.of(session, origins).origins());
    session.apply(
        new Edit.AddImages(List.of(new ImageEntry("c/1.png", null, null, false, false))), TEST);
    assertNotSame(origins, ExplorerTree.of(session, origins).origins());
    assertEquals("1", line("Sources", "c").detail());
  }
}
