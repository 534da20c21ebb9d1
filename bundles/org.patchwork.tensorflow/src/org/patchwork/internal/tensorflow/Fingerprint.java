// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.patchwork.core.TrainingException;

/** Tells two SavedModels apart by the files that make their outputs. */
public final class Fingerprint {
  private static final int BUFFER = 1 << 20;

  private Fingerprint() {}

  /**
   * SHA-256 of the graph and the variables of a SavedModel, one line a file, as {@code sha256sum}
   * writes and checks it in the folder of the model.
   *
   * @param monitor checked for cancel; may be null
   */
  public static String of(Path directory, IProgressMonitor monitor) throws TrainingException {
    SavedModelFile.require(directory);
    StringBuilder lines = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> sorted = files.filter(file -> counts(directory, file)).sorted().toList();
      for (Path file : sorted) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        lines.append(hash(file, monitor)).append("  ").append(name).append('\n');
      }
    } catch (IOException e) {
      throw new TrainingException(
          "Cannot read the SavedModel in " + directory + ": " + e.getMessage(), e);
    }
    return lines.toString();
  }

  private static boolean counts(Path directory, Path file) {
    String name = directory.relativize(file).toString().replace('\\', '/');
    return Files.isRegularFile(file)
        && (name.equals("saved_model.pb") || name.startsWith("variables/"));
  }

  private static String hash(Path file, IProgressMonitor monitor) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        if (monitor != null && monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
