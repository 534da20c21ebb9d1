// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Npy;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.ProjectFormatException;

/**
 * A dictionary on disk: {@code patch-dictionary.json} with its sizes, and three NumPy arrays:
 * {@code patch-mean.npy} {@code [1, d]}, {@code patch-whitening.npy} {@code [d, d]} and {@code
 * patch-filters.npy} {@code [filters, d]}, where d = patch size² · channels, row-major with
 * channels last.
 */
final class PatchDictionaryFiles {
  private static final String SIZES = "patch-dictionary.json";
  private static final String MEAN = "patch-mean.npy";
  private static final String WHITENING = "patch-whitening.npy";
  private static final String FILTERS = "patch-filters.npy";

  private PatchDictionaryFiles() {}

  static void write(PatchDictionary dictionary, Path directory) throws ProjectFormatException {
    int width = dictionary.filters().width();
    Path sizes = directory.resolve(SIZES);
    try {
      Files.createDirectories(directory);
      write(directory.resolve(MEAN), dictionary.whitening().mean(), width);
      write(directory.resolve(WHITENING), dictionary.whitening().matrix(), width);
      write(directory.resolve(FILTERS), dictionary.filters().values(), width);
      ObjectMapper mapper = new ObjectMapper();
      ObjectNode node =
          mapper
              .createObjectNode()
              .put("imageSize", dictionary.imageSize())
              .put("patchSize", dictionary.patchSize())
              .put("channels", dictionary.channels())
              .put("filters", dictionary.filters().count());
      Files.writeString(
          sizes, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
    } catch (IOException e) {
      throw new ProjectFormatException(
          "Cannot write the patch dictionary to " + directory + ": " + e.getMessage(), e);
    }
  }

  static PatchDictionary read(Path directory) throws ProjectFormatException {
    Path sizes = directory.resolve(SIZES);
    JsonNode node;
    try {
      node = new ObjectMapper().readTree(Files.readAllBytes(sizes));
    } catch (IOException e) {
      throw new ProjectFormatException(
          "Cannot read the patch dictionary "
              + sizes
              + ": "
              + e.getMessage()
              + ". Extract the features again.",
          e);
    }
    int imageSize = positive(node, "imageSize", sizes);
    int patchSize = positive(node, "patchSize", sizes);
    int channels = positive(node, "channels", sizes);
    int filters = positive(node, "filters", sizes);
    int width = patchSize * patchSize * channels;
    return new PatchDictionary(
        imageSize,
        patchSize,
        channels,
        new Whitening(
            read(directory.resolve(MEAN), 1, width),
            read(directory.resolve(WHITENING), width, width)),
        new Points(read(directory.resolve(FILTERS), filters, width), filters, width));
  }

  private static int positive(JsonNode node, String name, Path file) throws ProjectFormatException {
    int value = node.path(name).asInt();
    if (value < 1) {
      throw new ProjectFormatException(
          file + " does not say " + name + "; extract the features again.");
    }
    return value;
  }

  private static void write(Path file, float[] values, int width)
      throws IOException, ProjectFormatException {
    Files.deleteIfExists(file);
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {width})) {
      for (int start = 0; start < values.length; start += width) {
        writer.append(values, start);
      }
    }
  }

  private static float[] read(Path file, int rows, int width) throws ProjectFormatException {
    try (FeatureMatrix matrix = Npy.open(file)) {
      if (matrix.rows() != rows || matrix.width() != width) {
        throw new ProjectFormatException(
            file
                + " holds "
                + matrix.rows()
                + " rows of "
                + matrix.width()
                + " values, but should hold "
                + rows
                + " of "
                + width
                + "; extract the features again.");
      }
      float[] values = new float[rows * width];
      for (int row = 0; row < rows; row++) {
        matrix.read(row, values, row * width);
      }
      return values;
    }
  }
}
