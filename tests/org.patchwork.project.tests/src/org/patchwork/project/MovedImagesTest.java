// SPDX-License-Identifier: MIT
package org.patchwork.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;

/** Images in pictures/red and pictures/blue, and one elsewhere by its absolute path. */
class MovedImagesTest {
  @TempDir Path top;
  private Path project;
  private Path pictures;
  private Path elsewhere;

  @BeforeEach
  void make() throws Exception {
    project = top.resolve("work/project");
    pictures = top.resolve("pictures");
    elsewhere = top.resolve("elsewhere/old");
    List<ImageEntry> images = new ArrayList<>();
    for (String name : List.of("red/1.png", "red/2.png", "blue/1.png")) {
      file(pictures.resolve(name));
      images.add(new ImageEntry(name));
    }
    images.add(new ImageEntry("blue/1.png#xywh=0,0,4,4"));
    images.add(new ImageEntry(file(elsewhere.resolve("a.png")).toString().replace('\\', '/')));
    ProjectSession.create(project, new NewProject("test", pictures, "", false), null).close();
    try (ProjectSession session = Projects.open(project)) {
      session.apply(new Edit.AddImages(images), Projects.ANNA);
    }
    Projects.open(project).close(); // remembers where the images were
  }

  private static Path file(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "picture");
  }

  private static void move(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.move(from, to);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static List<String> missing(ProjectSession session) {
    return new MovedImages(session)
        .missing(null).stream().map(each -> each.name() + ":" + each.missing()).toList();
  }

  @Test
  void nothingIsMissingWhereNothingMoved() throws Exception {
    try (ProjectSession session = Projects.open(project, Access.READ_ONLY)) {
      assertEquals(List.of(), missing(session));
    }
  }

  @Test
  void aCopiedProjectFindsTheImagesWhereTheyAre() throws Exception {
    Path copy = top.resolve("somewhere/else/deeper/copy");
    copy(project, copy);
    try (ProjectSession session = Projects.open(copy, Access.READ_ONLY)) {
      assertEquals(List.of(), missing(session));
      assertTrue(session.openingReport().toString().contains("moved or copied"));
    }
    try (ProjectSession session = Projects.open(copy)) {
      assertEquals(List.of(), missing(session));
    }
    try (ProjectSession session = Projects.open(copy)) {
      assertEquals(List.of(), session.openingReport(), "it has learnt the new way");
      assertEquals(pictures, session.imageRoot());
    }
  }

  @Test
  void imagesAndProjectMoveTogether() throws Exception {
    Path moved = top.resolve("other-disk");
    move(pictures, moved.resolve("pictures"));
    move(project, moved.resolve("work/project"));
    try (ProjectSession session = Projects.open(moved.resolve("work/project"))) {
      assertEquals(List.of(), missing(session));
      assertEquals(List.of(), session.openingReport());
    }
  }

  @Test
  void aMovedImageRootIsFoundBySearching() throws Exception {
    move(pictures, top.resolve("archive/2026/pictures"));
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(List.of("blue:1", "red:2"), missing(session));
      MovedImages images = new MovedImages(session);
      List<FolderMove> moves = images.search(top.resolve("archive"), null);
      assertEquals(List.of(new FolderMove("", top.resolve("archive/2026/pictures"))), moves);
      assertEquals(0, images.missingAfter(moves, null));
      images.apply(moves);
      assertEquals(List.of(), missing(session));
    }
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(List.of(), missing(session));
      assertEquals(top.resolve("archive/2026/pictures/blue/1.png"), session.image(3).file());
      assertEquals(4, session.image(3).window().width());
    }
  }

  @Test
  void oneMovedFolderLeavesTheOthersAlone() throws Exception {
    move(pictures.resolve("red"), top.resolve("archive/red"));
    move(elsewhere, top.resolve("archive/new-name"));
    try (ProjectSession session = Projects.open(project)) {
      MovedImages images = new MovedImages(session);
      List<FolderMove> moves = images.search(top, null);
      assertTrue(
          moves.contains(new FolderMove("red", top.resolve("archive/red"))), moves::toString);
      assertEquals(2, moves.size());
      images.apply(moves);
      assertEquals(List.of(), missing(session));
    }
    Path moved = top.resolve("elsewhere/project");
    move(project, moved);
    try (ProjectSession session = Projects.open(moved)) {
      assertEquals(List.of(), missing(session));
    }
  }

  @Test
  void whatCannotBeFoundStaysMissing() throws Exception {
    Files.delete(pictures.resolve("red/2.png"));
    try (ProjectSession session = Projects.open(project)) {
      assertEquals(List.of("red:1"), missing(session));
      MovedImages images = new MovedImages(session);
      assertEquals(List.of(), images.search(elsewhere, null));
      assertThrows(ProjectFormatException.class, () -> images.search(top.resolve("nowhere"), null));
      assertFalse(session.labels().path(1).isEmpty());
    }
    try (ProjectSession session = Projects.open(project, Access.READ_ONLY)) {
      assertThrows(
          ProjectFormatException.class,
          () -> new MovedImages(session).apply(List.of(new FolderMove("", top))));
    }
  }
}
