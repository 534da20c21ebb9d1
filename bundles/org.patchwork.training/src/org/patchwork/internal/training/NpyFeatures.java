// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.Npy;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.log.PathsHash;

/** Takes features over that were computed elsewhere. */
public final class NpyFeatures {
  private NpyFeatures() {}

  /** Checks the array, copies it into the folder and says what it is. */
  public static FeatureSetInfo copy(
      Path file, ImageSource images, Path folder, IProgressMonitor monitor)
      throws PatchworkException {
    try (FeatureMatrix matrix = Npy.open(file)) {
      if (matrix.rows() != images.size()) {
        throw new TrainingException(
            file
                + " has "
                + matrix.rows()
                + " rows, but there are "
                + images.size()
                + " images; write one row per image, in the order of the label table.");
      }
      Npy.requireFinite(matrix, file.toString(), monitor);
      Files.createDirectories(folder);
      Path part = folder.resolve(FeatureSetInfo.FEATURES + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          part,
          folder.resolve(FeatureSetInfo.FEATURES),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      FeatureSetInfo info = info(file, images, folder, matrix);
      info.write(folder);
      return info;
    } catch (IOException e) {
      throw new TrainingException(
          "The features in "
              + file
              + " cannot be copied to "
              + folder
              + ": "
              + e.getMessage()
              + ".",
          e);
    }
  }

  private static FeatureSetInfo info(
      Path file, ImageSource images, Path folder, FeatureMatrix matrix) {
    return new FeatureSetInfo(
        FeatureSetInfo.FORMAT,
        folder.getFileName().toString(),
        FeatureSetInfo.NPY,
        Map.of("file", file.toString()),
        0,
        Arrays.stream(matrix.shape()).boxed().toList(),
        matrix.rows(),
        PathsHash.of(images, images.size()),
        DataHash.of(matrix),
        List.of());
  }
}
