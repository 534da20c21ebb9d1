// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageLoader;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSize;
import org.patchwork.image.Window;
import org.patchwork.internal.project.FolderScan;
import org.patchwork.internal.project.ImageCheck;
import org.patchwork.internal.project.LabelCsvReader;

/**
 * Finds images and labels outside a project. Changes nothing: {@link ImportResult#edit} brings the
 * result in. Reads the disk, so never call it on the display thread.
 *
 * <p>Paths below the image root become relative to it, with forward slashes, so that images and
 * project can move. Whatever is odd is listed as a problem, never fatal and never dropped without a
 * word.
 */
public final class ProjectImport {
  private static final int NAMED_EXTENSIONS = 5;

  private final Path imageRoot;
  private final ImageLoader loader;

  private ProjectImport(Path imageRoot, ImageLoader loader) {
    this.imageRoot = imageRoot.toAbsolutePath().normalize();
    this.loader = loader;
  }

  /**
   * All images in a folder and the folders in it. Hidden files, and folders that are projects, are
   * passed over.
   *
   * @param folder where to look
   * @param imageRoot root of the project's relative paths
   * @param classesFromFolders true to take the name of the first folder below {@code folder} as the
   *     class: present for it, absent for the others; images directly in {@code folder} get no
   *     label
   * @param tiling how to cut images into windows, or null to take them whole
   */
  public static ImportResult folder(
      Path folder,
      Path imageRoot,
      boolean classesFromFolders,
      Tiling tiling,
      ImageLoader loader,
      IProgressMonitor monitor)
      throws ProjectFormatException {
    return new ProjectImport(imageRoot, loader).folder(folder, classesFromFolders, tiling, monitor);
  }

  /**
   * A label file as pandas writes it: columns filepath and optionally exclude, validation, subset
   * and viewpath, every other column a class with 0, 1 or nothing. Paths stay as they are written.
   * See the user guide for what counts as missing; a path {@code NA} is a path.
   *
   * @param loader to look whether the images can be read; null to leave that out
   * @throws ProjectFormatException if the file is not of this kind; names line, column, value and
   *     the cure
   */
  public static ImportResult csv(
      Path file, Path imageRoot, ImageLoader loader, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + file.getFileName(), 100);
    ImportResult read = LabelCsvReader.read(file, progress.split(20));
    if (loader == null) {
      return read;
    }
    List<ImportProblem> problems = new ArrayList<>(read.problems());
    ImageCheck check = new ImageCheck(loader, problems);
    SubMonitor checking = progress.split(80).setWorkRemaining(read.images().size());
    for (ImageEntry image : read.images()) {
      check.check(image.path(), imageRoot, 0);
      checking.split(1);
    }
    return new ImportResult(
        read.images(), read.classNames(), read.labels(), read.exclusive(), problems);
  }

  /**
   * A text file with one path a line, UTF-8; blank lines are passed over.
   *
   * @param tiling how to cut images into windows, or null to take them as they are
   */
  public static ImportResult pathList(
      Path file, Path imageRoot, Tiling tiling, ImageLoader loader, IProgressMonitor monitor)
      throws ProjectFormatException {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return paths(lines, imageRoot, tiling, loader, monitor);
    } catch (MalformedInputException e) {
      throw new ProjectFormatException(
          "The file " + file + " is not UTF-8 text. Save it as UTF-8 and try again.", e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** As {@link #pathList}, with the lines given. */
  public static ImportResult paths(
      List<String> lines,
      Path imageRoot,
      Tiling tiling,
      ImageLoader loader,
      IProgressMonitor monitor) {
    return new ProjectImport(imageRoot, loader).list(lines, tiling, monitor);
  }

  private ImportResult list(List<String> lines, Tiling tiling, IProgressMonitor monitor) {
    List<ImportProblem> problems = new ArrayList<>();
    ImageCheck check = new ImageCheck(loader, problems);
    Set<String> seen = new HashSet<>();
    List<ImageEntry> images = new ArrayList<>();
    SubMonitor progress = SubMonitor.convert(monitor, "Looking at images", lines.size());
    for (int i = 0; i < lines.size(); i++) {
      progress.split(1);
      String path = lines.get(i).strip();
      if (path.isEmpty()) {
        continue;
      }
      if (!seen.add(path)) {
        problems.add(
            new ImportProblem(ImportProblem.Kind.DUPLICATE, path, i + 1, "The path came before."));
        continue;
      }
      ImageSize size = check.check(path, imageRoot, i + 1);
      boolean whole = size == null || ImageReference.parse(path, imageRoot).window() == null;
      addTiles(path, size, whole ? tiling : null, images);
    }
    return new ImportResult(images, List.of(), new byte[0][], false, problems);
  }

  private static void addTiles(
      String path, ImageSize size, Tiling tiling, List<ImageEntry> images) {
    if (tiling == null || size == null) {
      images.add(new ImageEntry(path));
      return;
    }
    for (Window window : tiling.windows(size)) {
      images.add(new ImageEntry(path + "#xywh=" + window, path, null, false, false));
    }
  }

  private ImportResult folder(
      Path given, boolean classesFromFolders, Tiling tiling, IProgressMonitor monitor)
      throws ProjectFormatException {
    Path folder = given.toAbsolutePath().normalize();
    SubMonitor progress = SubMonitor.convert(monitor, "Looking for images", 100);
    List<ImportProblem> problems = new ArrayList<>();
    List<Path> files = FolderScan.files(folder, problems, progress.split(10));
    List<ImageEntry> images = new ArrayList<>();
    List<String> classOfImage = new ArrayList<>();
    Set<String> otherKinds = new TreeSet<>();
    int others = 0;
    SubMonitor checking = progress.split(90).setWorkRemaining(files.size());
    for (Path file : files) {
      checking.split(1);
      String path = relative(file);
      List<ImportProblem> found = new ArrayList<>();
      ImageSize size = new ImageCheck(loader, found).check(path, ImageReference.of(file), 0);
      if (size == null && !looksLikeImage(file)) {
        others++;
        otherKinds.add(extension(file));
        continue;
      }
      problems.addAll(found);
      addTiles(path, size, tiling, images);
      while (classOfImage.size() < images.size()) {
        classOfImage.add(classesFromFolders ? className(folder, file) : null);
      }
    }
    reportOthers(others, otherKinds, folder, problems);
    return labelled(images, classOfImage, classesFromFolders, problems);
  }

  private static void reportOthers(
      int others, Set<String> kinds, Path folder, List<ImportProblem> problems) {
    if (others > 0) {
      String named = String.join(", ", kinds.stream().limit(NAMED_EXTENSIONS).toList());
      problems.add(
          new ImportProblem(
              ImportProblem.Kind.IGNORED,
              folder.toString(),
              0,
              others
                  + (others == 1 ? " file that is no image was" : " files that are no images were")
                  + " left out ("
                  + named
                  + (kinds.size() > NAMED_EXTENSIONS ? ", …" : "")
                  + ")."));
    }
  }

  private static ImportResult labelled(
      List<ImageEntry> images,
      List<String> classOfImage,
      boolean exclusive,
      List<ImportProblem> problems) {
    Set<String> names = new LinkedHashSet<>(classOfImage);
    names.remove(null);
    List<String> classNames = List.copyOf(new TreeSet<>(names));
    byte[][] labels = new byte[classNames.size()][images.size()];
    for (int i = 0; i < images.size(); i++) {
      for (int c = 0; c < labels.length; c++) {
        String own = classOfImage.get(i);
        boolean present = classNames.get(c).equals(own);
        labels[c][i] =
            own == null ? LabelTable.UNKNOWN : present ? LabelTable.PRESENT : LabelTable.ABSENT;
      }
    }
    return new ImportResult(images, classNames, labels, exclusive && labels.length > 1, problems);
  }

  private String relative(Path file) {
    Path path = file.startsWith(imageRoot) ? imageRoot.relativize(file) : file;
    return path.toString().replace(java.io.File.separatorChar, '/');
  }

  private static String className(Path folder, Path file) {
    Path below = folder.relativize(file);
    return below.getNameCount() < 2 ? null : below.getName(0).toString();
  }

  private static boolean looksLikeImage(Path file) {
    return Set.of(".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff")
        .contains(extension(file));
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "no extension" : name.substring(dot).toLowerCase(java.util.Locale.ROOT);
  }
}
