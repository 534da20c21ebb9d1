// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A folder that appears whole or not at all: written beside its place under a hidden name, renamed
 * by {@link #commit()}, removed by {@link #close()} if it was not committed.
 */
public final class RunFolder implements AutoCloseable {
  private final Path target;
  private final Path temporary;
  private boolean committed;

  /**
   * Starts a folder.
   *
   * @throws IOException if there is something at its place already, or the disk cannot be written
   */
  public RunFolder(Path target) throws IOException {
    this.target = target.toAbsolutePath();
    this.temporary = this.target.resolveSibling("." + target.getFileName() + ".part");
    if (Files.exists(this.target)) {
      throw new IOException(this.target + " exists already; choose another name");
    }
    deleteTree(temporary);
    Files.createDirectories(temporary);
  }

  /** Where to write until {@link #commit()}. */
  public Path path() {
    return temporary;
  }

  /** Puts the folder in its place. */
  public void commit() throws IOException {
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      deleteTree(temporary);
    }
  }

  /** Deletes a folder with all it holds; nothing happens if there is none. */
  public static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
