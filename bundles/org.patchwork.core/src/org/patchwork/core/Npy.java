// SPDX-License-Identifier: MIT
package org.patchwork.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * NumPy array files as feature matrices: one row per image, {@code float16}, {@code float32} or
 * {@code float64}, stored row by row. {@link NpyWriter} writes them.
 */
public final class Npy {
  private static final int CHECKED_AT_ONCE = 1024;

  private Npy() {}

  /**
   * Opens an array file without reading it: its pages are mapped and come when they are asked for,
   * so it may be larger than memory. Closing the matrix leaves the mapping to the garbage
   * collector; until then Windows does not let the file be deleted.
   *
   * @throws ProjectFormatException if the file is missing, cut off, or not an array of floating
   *     point rows; says what to do in Python
   */
  public static FeatureMatrix open(Path file) throws ProjectFormatException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file);
      if (channel.size() < header.end()) {
        long whole = (channel.size() - header.offset()) / header.rowBytes();
        throw new ProjectFormatException(
            "The array in "
                + file
                + " should have "
                + header.rows()
                + " rows, but the file ends in row "
                + whole
                + "; copy or write it again.");
      }
      return new NpyFeatureMatrix(header, channel);
    } catch (NoSuchFileException e) {
      throw new ProjectFormatException(
          "The features " + file + " do not exist; extract them again.", e);
    } catch (IOException e) {
      throw new ProjectFormatException(
          "The features " + file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (ArithmeticException e) {
      throw new ProjectFormatException(
          "The array in "
              + file
              + " has more than 2³¹ rows or values in a row, which is more than can be used.",
          e);
    }
  }

  /**
   * Checks that every number is finite, because one NaN would spoil a whole training run.
   *
   * @param source what to call the matrix in the message
   * @throws ProjectFormatException with the first row, from 0, that holds NaN or infinity
   */
  public static void requireFinite(FeatureMatrix matrix, String source, IProgressMonitor monitor)
      throws ProjectFormatException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Checking features", matrix.rows() / CHECKED_AT_ONCE + 1);
    float[] values = new float[matrix.width()];
    for (int row = 0; row < matrix.rows(); row++) {
      if (row % CHECKED_AT_ONCE == 0) {
        progress.split(1);
      }
      matrix.read(row, values, 0);
      float sum = 0;
      for (float value : values) {
        sum += value * 0f; // 0 for a finite value, NaN otherwise
      }
      if (sum != 0) {
        throw new ProjectFormatException(
            "Row "
                + row
                + " (from 0) of "
                + source
                + " holds a number that is not finite; correct it, for example "
                + "with numpy.nan_to_num, and load the features again.");
      }
    }
  }
}
