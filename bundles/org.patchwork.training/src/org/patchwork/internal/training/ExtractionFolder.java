// SPDX-License-Identifier: MIT
package org.patchwork.internal.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.FeatureSetInfo.UnreadableImage;
import org.patchwork.core.Npy;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.image.ImageSource;
import org.patchwork.learn.DataHash;
import org.patchwork.learn.log.PathsHash;

/**
 * The folder of a feature set while it is made. Rows go to {@code features.npy.part}, which becomes
 * {@code features.npy} at the end; {@code feature-set.json} is written last and says that the set
 * is whole. At every moment a kill leaves something to go on from.
 */
final class ExtractionFolder {
  private final Path folder;
  private final Path part;
  private final Path features;

  ExtractionFolder(Path folder) {
    this.folder = folder;
    this.part = folder.resolve(FeatureSetInfo.FEATURES + ".part");
    this.features = folder.resolve(FeatureSetInfo.FEATURES);
  }

  Path path() {
    return folder;
  }

  /** The finished set, or null if there is none. */
  FeatureSetInfo finished() throws ProjectFormatException {
    boolean there =
        Files.exists(folder.resolve(FeatureSetInfo.FILE_NAME)) && Files.exists(features);
    return there ? FeatureSetInfo.read(folder) : null;
  }

  /**
   * Prepares the folder for this work and says where it stands: what an interrupted extraction of
   * the same left, else what a finished one of fewer images left, else nothing.
   */
  ExtractionState begin(ExtractionState wanted, ImageSource images)
      throws IOException, ProjectFormatException {
    Files.createDirectories(folder);
    ExtractionState left = ExtractionState.read(folder);
    if (left != null && left.sameWork(wanted)) {
      return left;
    }
    Files.deleteIfExists(part);
    FeatureSetInfo old = finished();
    boolean grown = old != null && isBeginning(old, wanted, images);
    ExtractionState state = grown ? wanted.withFit().withUnreadable(old.unreadable()) : wanted;
    if (!grown) {
      Files.deleteIfExists(folder.resolve(FeatureSetInfo.FILE_NAME));
      Files.deleteIfExists(features);
    }
    state.write(folder);
    return state;
  }

  /** True if the old set holds the same features of the first of these images. */
  static boolean isBeginning(FeatureSetInfo old, ExtractionState wanted, ImageSource images) {
    return old.typeId().equals(wanted.typeId())
        && ExtractionState.text(old.parameters()).equals(ExtractionState.text(wanted.parameters()))
        && old.seed() == wanted.seed()
        && old.rows() <= images.size()
        && old.pathsHash().equals(PathsHash.of(images, old.rows()));
  }

  /**
   * Opens the array to append to. If it is new and there are features already, it begins with their
   * rows as far as they fill whole blocks.
   */
  NpyWriter open(int[] shape, int blockSize) throws ProjectFormatException {
    NpyWriter writer = NpyWriter.open(part, NpyType.FLOAT32, shape);
    try {
      if (writer.rows() == 0 && Files.exists(features)) {
        copyWholeBlocks(writer, blockSize);
      }
      return writer;
    } catch (ProjectFormatException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private void copyWholeBlocks(NpyWriter writer, int blockSize) throws ProjectFormatException {
    try (FeatureMatrix old = Npy.open(features)) {
      float[] row = new float[old.width()];
      int whole = old.rows() / blockSize * blockSize;
      for (int i = 0; i < whole; i++) {
        old.read(i, row, 0);
        writer.append(row, 0);
      }
    }
    writer.flush();
  }

  /** Gives up what is under way. */
  void discard() throws IOException {
    Files.deleteIfExists(part);
    ExtractionState.delete(folder);
  }

  /** Puts the finished array in its place and says what it is. */
  FeatureSetInfo finish(ExtractionState state, List<UnreadableImage> unreadable)
      throws IOException, ProjectFormatException {
    Files.move(part, features, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FeatureMatrix matrix = Npy.open(features)) {
      FeatureSetInfo info =
          new FeatureSetInfo(
              FeatureSetInfo.FORMAT,
              folder.getFileName().toString(),
              state.typeId(),
              state.parameters(),
              state.seed(),
              Arrays.stream(matrix.shape()).boxed().toList(),
              state.rows(),
              state.pathsHash(),
              DataHash.of(matrix),
              unreadable);
      info.write(folder);
      ExtractionState.delete(folder);
      return info;
    }
  }
}
