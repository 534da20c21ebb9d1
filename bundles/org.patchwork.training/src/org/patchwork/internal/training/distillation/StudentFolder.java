// SPDX-License-Identifier: MIT
package org.patchwork.internal.training.distillation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.training.RunFolder;
import org.patchwork.learn.Checkpoint;
import org.patchwork.learn.TrainableModel;

/**
 * The folder of a student that learns. Beside the place of the run, under a hidden name that
 * follows from that of the student, it outlives a cancel, a failure and a kill; {@link #commit()}
 * makes it the run.
 */
final class StudentFolder implements AutoCloseable {
  private final Path target;
  private final Path work;
  private UnfinishedStudent student;
  private boolean committed;

  /**
   * Takes up what an earlier run of this name left if it was the same work, and else removes it.
   *
   * @param name of the student
   * @param fingerprint of all that its weights depend on
   * @throws IOException if the target exists already, or the disk cannot be written
   */
  StudentFolder(Path target, String name, String fingerprint) throws IOException {
    this.target = target.toAbsolutePath();
    this.work =
        this.target.resolveSibling("." + name.replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".student");
    if (Files.exists(this.target)) {
      throw new IOException(this.target + " exists already; choose another name");
    }
    student =
        UnfinishedStudent.read(work)
            .filter(left -> left.fingerprint().equals(fingerprint))
            .filter(left -> Files.isRegularFile(checkpoint(left.steps())))
            .orElse(UnfinishedStudent.beginning(fingerprint));
    if (student.steps() == 0) {
      RunFolder.deleteTree(work);
    }
    Files.createDirectories(work);
  }

  /** Where to write until {@link #commit()}. */
  Path path() {
    return work;
  }

  /** How far the student is. */
  UnfinishedStudent student() {
    return student;
  }

  /** Gives a model the weights it had, if it had made any steps. */
  void restore(TrainableModel model) throws TrainingException, IOException {
    if (student.steps() > 0) {
      Checkpoint checkpoint = Checkpoint.read(checkpoint(student.steps()));
      model.resume(checkpoint.state(), checkpoint.steps());
    }
  }

  /** Keeps a student, which takes the place of the one before it in one step. */
  void keep(UnfinishedStudent now, Map<String, float[]> state) throws IOException {
    Path file = checkpoint(now.steps());
    Path temporary = work.resolve("checkpoint.part");
    new Checkpoint(now.steps(), state).write(temporary);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    now.write(work);
    if (now.steps() != student.steps()) {
      Files.deleteIfExists(checkpoint(student.steps()));
    }
    student = now;
  }

  private Path checkpoint(long steps) {
    return work.resolve("checkpoint-" + steps + ".npz");
  }

  /** Puts the folder in its place, without what only an unfinished student needs. */
  void commit() throws IOException {
    UnfinishedStudent.delete(work);
    Files.deleteIfExists(checkpoint(student.steps()));
    Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
  }

  /** Removes the folder if nothing was kept. */
  @Override
  public void close() throws IOException {
    if (!committed && student.steps() == 0) {
      RunFolder.deleteTree(work);
    }
  }
}
