// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.ImportProblem;

/** Lists the files under a folder, sorted, without hidden ones and without project folders. */
public final class FolderScan {
  private FolderScan() {}

  /**
   * Walks the folder; links are followed.
   *
   * @param problems gets files and folders that cannot be looked at
   */
  public static List<Path> files(
      Path folder, List<ImportProblem> problems, IProgressMonitor monitor)
      throws ProjectFormatException {
    if (!Files.isDirectory(folder)) {
      throw new ProjectFormatException(
          "There is no folder " + folder + ". Choose a folder that holds images.");
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new Visitor(folder, files, problems, monitor));
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The folder " + folder + " cannot be listed: " + e.getMessage(), e);
    }
    Collections.sort(files);
    return files;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files;
    private final List<ImportProblem> problems;
    private final IProgressMonitor monitor;

    Visitor(Path root, List<Path> files, List<ImportProblem> problems, IProgressMonitor monitor) {
      this.root = root;
      this.files = files;
      this.problems = problems;
      this.monitor = monitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean project = Files.exists(folder.resolve(ProjectFile.FILE_NAME));
      boolean skip = !folder.equals(root) && (project || hidden(folder));
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (monitor != null && monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      if (attributes.isRegularFile() && !hidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      problems.add(
          new ImportProblem(
              ImportProblem.Kind.UNREADABLE,
              file.toString(),
              0,
              "It could not be looked at: " + e.getMessage()));
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path file) {
      return file.getFileName() != null && file.getFileName().toString().startsWith(".");
    }
  }
}
