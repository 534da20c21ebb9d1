// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ProjectFormatException;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf 2017, arXiv:1708.07747): 60,000 + 10,000 grey images of
 * 28 × 28 pixels in 10 classes, as gzipped IDX files.
 */
final class FashionMnist {
  static final Path DEBIAN_FOLDER = Path.of("/usr/share/datasets/fashion-mnist");
  static final String NOTICE = "NOTICE";
  static final List<String> CLASSES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final int SIDE = 28;
  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;
  private static final int TRAIN = 60_000;
  private static final int TEST = 10_000;

  private final Path source;

  /** Reads from a folder with the four files. */
  FashionMnist(Path source) {
    this.source = source;
  }

  /** One image. */
  private record Labelled(byte[] pixels, int classIndex) {}

  /** What to do with an image. */
  private interface Taker {
    void take(byte[] pixels, int classIndex) throws IOException;
  }

  SampleData writeAll(Path folder, IProgressMonitor monitor) throws ProjectFormatException {
    SampleData all =
        new SampleData(folder, folder.resolve(ContactSheets.LABELS), CLASSES, TRAIN + TEST);
    if (Files.exists(all.labels())) {
      return all;
    }
    requirePackage();
    SubMonitor progress = SubMonitor.convert(monitor, "Writing Fashion-MNIST", TRAIN + TEST);
    try (ContactSheets sheets = new ContactSheets(folder, SIDE, CLASSES, true)) {
      for (String part : List.of("train", "t10k")) {
        String subset = part.equals("train") ? "train" : "test";
        read(
            part,
            (pixels, classIndex) -> {
              progress.split(1);
              sheets.add(pixels, classIndex, subset);
            });
      }
      ShippedSample.copy(NOTICE, folder);
      sheets.finish();
    } catch (IOException e) {
      throw new ProjectFormatException(
          "Fashion-MNIST cannot be written to "
              + folder
              + ": "
              + e.getMessage()
              + ". Make room or choose another folder.",
          e);
    }
    return all;
  }

  /**
   * Writes the sample that is shipped: the first images of each class of the training part, in an
   * order mixed by the seed.
   */
  void writeSample(Path folder, int perClass, long seed) throws IOException {
    List<Labelled> chosen = new ArrayList<>();
    int[] counts = new int[CLASSES.size()];
    read(
        "train",
        (pixels, classIndex) -> {
          if (counts[classIndex]++ < perClass) {
            chosen.add(new Labelled(pixels, classIndex));
          }
        });
    Collections.shuffle(chosen, new Random(seed));
    try (ContactSheets sheets = new ContactSheets(folder, SIDE, CLASSES, false)) {
      for (Labelled image : chosen) {
        sheets.add(image.pixels(), image.classIndex(), null);
      }
      sheets.finish();
    }
  }

  /** True if the package is installed. */
  boolean installed() {
    return Files.isReadable(file("train-images-idx3"))
        && Files.isReadable(file("t10k-labels-idx1"));
  }

  private void requirePackage() throws ProjectFormatException {
    if (!installed()) {
      throw new ProjectFormatException(
          "The full Fashion-MNIST is not installed in "
              + source
              + ". On Debian or Ubuntu run \"apt-get install dataset-fashion-mnist\" as root and"
              + " try again; the sample of 2,000 needs nothing.");
    }
  }

  private Path file(String name) {
    return source.resolve(name + "-ubyte.gz");
  }

  private void read(String part, Taker taker) throws IOException {
    try (DataInputStream images = open(part + "-images-idx3", IMAGES_MAGIC);
        DataInputStream labels = open(part + "-labels-idx1", LABELS_MAGIC)) {
      int count = images.readInt();
      if (labels.readInt() != count || images.readInt() != SIDE || images.readInt() != SIDE) {
        throw new IOException("images and labels in " + source + " do not belong together");
      }
      for (int i = 0; i < count; i++) {
        byte[] pixels = new byte[SIDE * SIDE];
        images.readFully(pixels);
        taker.take(pixels, labels.readUnsignedByte());
      }
    }
  }

  private DataInputStream open(String name, int magic) throws IOException {
    Path file = file(name);
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16));
    if (in.readInt() != magic) {
      in.close();
      throw new IOException(file + " is no IDX file of the expected kind");
    }
    return in;
  }
}
