// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.patchwork.core.ImageFormatException;
import org.patchwork.image.AreaResize;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.Png;
import org.patchwork.image.TileSheet;

/**
 * Files for TensorBoard's embedding projector: for an epoch features, labels and small pictures of
 * the labelled images in {@code projector/epoch-NNN}, and {@code projector_config.pbtxt}, which
 * lists all epochs, in the folder of the run.
 *
 * @param run folder of the run
 * @param images where the small pictures come from
 * @param names of the classes
 */
record ProjectorFiles(Path run, SomeImages images, List<String> names) {
  private static final int SPRITE = 32;
  private static final int MOST_SPRITES = 4096;
  private static final String FOLDER = "projector";

  /** Writes the files of an epoch. */
  void write(int epoch, CheckedFeatures.Labelled[] labelled) throws IOException {
    Path folder = run.resolve(FOLDER).resolve(String.format(Locale.ROOT, "epoch-%03d", epoch));
    Files.createDirectories(folder);
    try (BufferedWriter features = Files.newBufferedWriter(folder.resolve("features.tsv"));
        BufferedWriter metadata = Files.newBufferedWriter(folder.resolve("metadata.tsv"))) {
      metadata.write("label\tpart\tpath\n");
      for (CheckedFeatures.Labelled one : labelled) {
        features.write(row(one.features()));
        String path = images.data().images().path(one.row());
        metadata.write(cell(names.get(one.type())) + (one.tests() ? "\ttest\t" : "\ttrain\t"));
        metadata.write(cell(path) + "\n");
      }
    }
    if (labelled.length <= MOST_SPRITES) {
      Files.write(folder.resolve("sprites.png"), Png.encode(sprites(labelled)));
    }
    Files.writeString(run.resolve("projector_config.pbtxt"), config());
  }

  private static String row(float[] features) {
    StringBuilder row = new StringBuilder();
    for (float value : features) {
      row.append(row.isEmpty() ? "" : "\t").append(value);
    }
    return row.append('\n').toString();
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\n\\r]", " ");
  }

  private ImagePatch sprites(CheckedFeatures.Labelled[] labelled) {
    List<ImagePatch> tiles = new ArrayList<>();
    int height = Math.min(SPRITE, images.input().height());
    int width = Math.min(SPRITE, images.input().width());
    for (CheckedFeatures.Labelled one : labelled) {
      try {
        tiles.add(AreaResize.shrink(images.plain(one.row()), height, width));
      } catch (ImageFormatException e) { // training has named it already
        int channels = images.input().channels();
        tiles.add(new ImagePatch(height, width, channels, new float[height * width * channels]));
      }
    }
    return TileSheet.square(tiles.size()).draw(tiles);
  }

  /** One embedding for each epoch that has its files; newest first, as the projector shows it. */
  private String config() throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> epochs = Files.list(run.resolve(FOLDER))) {
      for (Path epoch : epochs.sorted((a, b) -> b.compareTo(a)).toList()) {
        String path = FOLDER + "/" + epoch.getFileName();
        text.append("embeddings {\n");
        text.append("  tensor_name: \"").append(epoch.getFileName()).append("\"\n");
        text.append("  tensor_path: \"").append(path).append("/features.tsv\"\n");
        text.append("  metadata_path: \"").append(path).append("/metadata.tsv\"\n");
        if (Files.exists(epoch.resolve("sprites.png"))) {
          text.append("  sprite {\n    image_path: \"").append(path).append("/sprites.png\"\n");
          text.append("    single_image_dim: ")
              .append(Math.min(SPRITE, images.input().width()))
              .append("\n    single_image_dim: ")
              .append(Math.min(SPRITE, images.input().height()))
              .append("\n  }\n");
        }
        text.append("}\n");
      }
    }
    return text.toString();
  }
}
