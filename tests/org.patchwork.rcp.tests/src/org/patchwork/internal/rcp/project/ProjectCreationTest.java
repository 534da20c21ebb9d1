// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.BuiltInReaders;
import org.patchwork.image.ImageLoader;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;

final class ProjectCreationTest {
  @TempDir private Path folder;
  private Path images;

  @BeforeEach
  void writeImages() throws IOException {
    images = folder.resolve("images");
    for (String name : List.of("cat/1.png", "cat/2.png", "dog/1.png")) {
      Path file = images.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }
  }

  private ProjectDraft draft(int tileSize, List<String> names, boolean classes, boolean labels) {
    return new ProjectDraft(
        new ProjectDraft.ImageChoice.Folder(images),
        tileSize,
        names,
        classes,
        labels,
        true,
        new FeatureChoice.None(),
        "Pets",
        folder.resolve("pets"),
        "anna");
  }

  private static ProjectCreation make(ProjectDraft draft) throws ProjectFormatException {
    return ProjectCreation.make(
        draft, new ImageLoader(BuiltInReaders.catalog()), new NullProgressMonitor());
  }

  @Test
  void typedClassesComeBeforeThoseOfTheFolders() throws ProjectFormatException {
    try (ProjectSession session = make(draft(0, List.of("bird", "dog"), true, true)).session()) {
      assertEquals(
          List.of("bird", "dog", "cat"),
          session.classes().stream().map(LabelClass::getName).toList());
      assertEquals(3, session.labels().rows());
      assertTrue(session.model().getSchema().isExclusive());
    }
  }

  @Test
  void labelsOfTheFoldersAreTakenOnlyWhenWanted() throws ProjectFormatException {
    try (ProjectSession session = make(draft(0, List.of(), true, false)).session()) {
      assertEquals(2, session.classes().size());
      assertEquals(LabelTable.Status.UNLABELED, session.labels().status(0));
    }
  }

  @Test
  void imagesAreCutIntoTiles() throws ProjectFormatException {
    try (ProjectSession session = make(draft(4, List.of("x"), false, false)).session()) {
      assertEquals(
          3 * 2 * 2,
          session.labels().rows(),
          "8 × 6 pixels hold 2 × 2 windows of 4, flush with the edge");
    }
  }

  @Test
  void oneUndoTakesTheWholeImportBack() throws Exception {
    try (ProjectSession session = make(draft(0, List.of("x"), true, true)).session()) {
      session.undo().get();
      assertEquals(0, session.labels().rows());
      assertEquals(0, session.classes().size());
    }
  }

  @Test
  void aFolderWithoutImagesLeavesNothingBehind() throws IOException {
    images = Files.createDirectory(folder.resolve("empty"));
    ProjectFormatException problem =
        assertThrows(ProjectFormatException.class, () -> make(draft(0, List.of(), false, false)));
    assertTrue(problem.getMessage().contains("No images"), problem.getMessage());
    assertFalse(Files.exists(folder.resolve("pets")), "the project folder is not made");
  }
}
