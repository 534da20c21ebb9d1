// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.patchwork.project.Projects.ANNA;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageSize;
import org.patchwork.image.InputSpec;

class ProjectImportTest {
  @TempDir Path folder;

  private final ImageLoader loader = new ImageLoader(BuiltInReaders.catalog());

  private void image(String name, int width, int height) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(
        new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
  }

  private ImportResult read(boolean classes, Tiling tiling) throws Exception {
    return ProjectImport.folder(folder, folder, classes, tiling, loader, null);
  }

  private static List<String> paths(ImportResult result) {
    return result.images().stream().map(ImageEntry::path).toList();
  }

  private static List<ImportProblem.Kind> kinds(ImportResult result) {
    return result.problems().stream().map(ImportProblem::kind).toList();
  }

  @Test
  void foldersBecomeExclusiveClasses() throws Exception {
    image("dog/b.png", 8, 8);
    image("cat/small/a.png", 8, 8);
    image("loose.png", 8, 8);
    ImportResult result = read(true, null);
    assertEquals(List.of("cat/small/a.png", "dog/b.png", "loose.png"), paths(result));
    assertEquals(List.of("cat", "dog"), result.classNames());
    assertArrayEquals(new byte[] {1, 0, -1}, result.labels()[0]);
    assertArrayEquals(new byte[] {0, 1, -1}, result.labels()[1]);
    assertTrue(result.exclusive());
    assertEquals(List.of(), result.problems());
    assertEquals(0, read(false, null).classNames().size());
  }

  @Test
  void whatIsNoImageIsListed() throws Exception {
    image("a.png", 8, 8);
    Files.writeString(folder.resolve("broken.jpg"), "no image");
    Files.writeString(folder.resolve("notes.txt"), "hello");
    Files.writeString(folder.resolve(".hidden.png"), "hello");
    image("project/inner.png", 8, 8);
    Files.writeString(folder.resolve("project/project.patchwork"), "");
    ImportResult result = read(false, null);
    assertEquals(List.of("a.png", "broken.jpg"), paths(result));
    assertEquals(List.of(ImportProblem.Kind.UNREADABLE, ImportProblem.Kind.IGNORED), kinds(result));
    assertTrue(result.problems().get(1).message().contains(".txt"), result.problems().toString());
  }

  @Test
  void pathsOutsideTheImageRootStayAbsolute() throws Exception {
    image("images/a.png", 8, 8);
    Path images = folder.resolve("images");
    ImportResult result =
        ProjectImport.folder(images, folder.resolve("elsewhere"), false, null, loader, null);
    assertEquals(List.of(images.resolve("a.png").toString()), paths(result));
  }

  @Test
  void largeImagesAreCutIntoWindows() throws Exception {
    image("a.png", 25, 10);
    ImportResult result = read(false, new Tiling(10, 10, 10));
    assertEquals(
        List.of("a.png#xywh=0,0,10,10", "a.png#xywh=10,0,10,10", "a.png#xywh=15,0,10,10"),
        paths(result));
    assertEquals("a.png", result.images().get(0).subset(), "windows of one image stay together");
  }

  @Test
  void windowsCoverTheWholeImageOnce() {
    Tiling tiling = new Tiling(7, 5, 3);
    for (int height = 1; height < 20; height++) {
      for (int width = 1; width < 20; width++) {
        boolean[][] covered = new boolean[height][width];
        var windows = tiling.windows(new ImageSize(height, width));
        assertEquals(windows.size(), Set.copyOf(windows).size());
        for (var w : windows) {
          for (int y = w.y(); y < w.y() + w.height(); y++) {
            Arrays.fill(covered[y], w.x(), w.x() + w.width(), true);
          }
        }
        for (boolean[] row : covered) {
          assertFalse(IntStream.range(0, row.length).anyMatch(x -> !row[x]), height + "x" + width);
        }
      }
    }
  }

  @Test
  void listsNameDuplicatesAndMissingFilesWithTheirLines() throws Exception {
    image("a.png", 20, 20);
    Path list = folder.resolve("list.txt");
    Files.writeString(list, "a.png\n\nmissing.png\na.png\na.png#xywh=0,0,5,5\n");
    ImportResult result =
        ProjectImport.pathList(list, folder, new Tiling(10, 20, 20), loader, null);
    assertEquals(
        List.of(
            "a.png#xywh=0,0,20,10", "a.png#xywh=0,10,20,10", "missing.png", "a.png#xywh=0,0,5,5"),
        paths(result));
    assertEquals(List.of(ImportProblem.Kind.MISSING, ImportProblem.Kind.DUPLICATE), kinds(result));
    assertEquals(List.of(3L, 4L), result.problems().stream().map(ImportProblem::line).toList());
  }

  @Test
  void cancelStopsTheSearch() throws Exception {
    image("a.png", 8, 8);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> ProjectImport.folder(folder, folder, false, null, loader, monitor));
  }

  @Test
  void aMissingFolderSaysSo() {
    assertThrows(
        ProjectFormatException.class,
        () -> ProjectImport.folder(folder.resolve("no"), folder, false, null, loader, null));
  }

  private static Path data(String name) {
    String data = System.getenv("PATCHWORK_DATA");
    assumeTrue(data != null, "PATCHWORK_DATA is not set");
    return Path.of(data, name);
  }

  @Test
  void trashNet() throws Exception {
    Path images = data("trashnet-150");
    ImportResult result = ProjectImport.folder(images, images, true, null, loader, null);
    assertEquals(2527, result.images().size());
    assertEquals(
        List.of("cardboard", "glass", "metal", "paper", "plastic", "trash"), result.classNames());
    try (ProjectSession session = Projects.create(folder, 0)) {
      session.updateSettings(model -> model.setImageRoot(images.toString())).join();
      session.apply(result.edit("import"), ANNA);
      LabelTable labels = session.labels();
      assertEquals(594, labels.count(3, LabelTable.PRESENT, false));
      assertEquals(2527 - 594, labels.count(3, LabelTable.ABSENT, false));
      float[] pixels = new float[32 * 32 * 3];
      session.images(loader).read(2526, new InputSpec(32, 32, 3, 255), pixels, 0);
      assertTrue(pixels[0] > 0);
    }
  }

  @Test
  void bloodSmearWindows() throws Exception {
    Path images = data("bccd");
    ImportResult result =
        ProjectImport.csv(images.resolve("patch-labels.csv"), images, loader, null);
    assertEquals(4368, result.images().size());
    assertEquals(List.of(), result.problems());
    try (ProjectSession session = Projects.create(folder, 0)) {
      session.apply(result.edit("import"), ANNA);
      LabelTable labels = session.labels();
      assertEquals(364, labels.subsets().size());
      String present =
          session.classes().stream()
              .map(
                  c ->
                      c.getName()
                          + "="
                          + labels.count(labels.classIndex(c.getId()), LabelTable.PRESENT, false))
              .collect(Collectors.joining(" "));
      assertEquals(Set.of("RBC=3120", "WBC=394", "Platelets=351"), Set.of(present.split(" ")));
    }
  }
}
