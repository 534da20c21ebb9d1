// SPDX-License-Identifier: MIT
package org.patchwork.project.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.Raster;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ProjectFormatException;

class SampleDataTest {
  @TempDir Path folder;

  @Test
  void theSampleIsBalancedAndComplete() throws Exception {
    SampleData sample = SampleData.unpack(folder);
    List<String> lines = Files.readAllLines(sample.labels());
    assertEquals("filepath," + String.join(",", sample.classes()), lines.get(0));
    assertEquals(sample.images(), lines.size() - 1);
    int[] counts = new int[10];
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.substring(line.lastIndexOf('"') + 2).split(",");
      assertEquals(1, Arrays.stream(cells).mapToInt(Integer::parseInt).sum(), line);
      counts[Arrays.asList(cells).indexOf("1")]++;
      assertTrue(Files.exists(folder.resolve(line.substring(1, line.indexOf('#')))), line);
    }
    assertTrue(Arrays.stream(counts).allMatch(count -> count == 200), Arrays.toString(counts));
    assertTrue(Files.readString(folder.resolve("NOTICE")).contains("Zalando SE"));
  }

  @Test
  void unpackingTwiceIsHarmlessAndAFileInTheWayIsSaid() throws Exception {
    SampleData.unpack(folder.resolve("a"));
    SampleData.unpack(folder.resolve("a"));
    Path file = Files.createFile(folder.resolve("file"));
    String message =
        assertThrows(ProjectFormatException.class, () -> SampleData.unpack(file)).getMessage();
    assertTrue(message.contains("Choose another folder"), message);
  }

  /** Parts of 101 + 1 images whose pixels all have the number of the image. */
  private Path idx() throws IOException {
    Path source = Files.createDirectories(folder.resolve("idx"));
    writePart(source, "train", 101);
    writePart(source, "t10k", 1);
    return source;
  }

  private static void writePart(Path source, String part, int count) throws IOException {
    try (DataOutputStream images = gzip(source.resolve(part + "-images-idx3-ubyte.gz"));
        DataOutputStream labels = gzip(source.resolve(part + "-labels-idx1-ubyte.gz"))) {
      for (int value : new int[] {0x803, count, 28, 28}) {
        images.writeInt(value);
      }
      labels.writeInt(0x801);
      labels.writeInt(count);
      for (int i = 0; i < count; i++) {
        byte[] pixels = new byte[28 * 28];
        Arrays.fill(pixels, (byte) i);
        images.write(pixels);
        labels.writeByte(i % 10);
      }
    }
  }

  private static DataOutputStream gzip(Path file) throws IOException {
    return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)));
  }

  @Test
  void writesBothPartsAsWindowsOfSheets() throws Exception {
    Path target = folder.resolve("all");
    new FashionMnist(idx()).writeAll(target, new NullProgressMonitor());
    List<String> lines = Files.readAllLines(target.resolve("labels.csv"));
    assertEquals(1 + 102, lines.size());
    assertEquals(
        "\"sheets/sheet-001.png#xywh=28,56,28,28\",train,0,1,0,0,0,0,0,0,0,0", lines.get(1 + 21));
    assertEquals(
        "\"sheets/sheet-002.png#xywh=28,0,28,28\",test,1,0,0,0,0,0,0,0,0,0", lines.get(1 + 101));
    Raster sheet = ImageIO.read(target.resolve("sheets/sheet-001.png").toFile()).getRaster();
    assertArrayEquals(new int[] {21}, sheet.getPixel(28, 56, (int[]) null));
    assertArrayEquals(new int[] {99}, sheet.getPixel(279, 279, (int[]) null));
  }

  @Test
  void aCancelledRunLeavesNoTableBehindAndCanBeRepeated() throws Exception {
    Path target = folder.resolve("all");
    FashionMnist source = new FashionMnist(idx());
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(OperationCanceledException.class, () -> source.writeAll(target, monitor));
    assertTrue(Files.notExists(target.resolve("labels.csv")));
    source.writeAll(target, new NullProgressMonitor());
    assertTrue(Files.exists(target.resolve("labels.csv")));
  }

  @Test
  void aMissingPackageIsNamedWithTheCommand() {
    FashionMnist nowhere = new FashionMnist(folder.resolve("nowhere"));
    String message =
        assertThrows(
                ProjectFormatException.class,
                () -> nowhere.writeAll(folder, new NullProgressMonitor()))
            .getMessage();
    assertTrue(message.contains("apt-get install dataset-fashion-mnist"), message);
  }

  @Test
  void theShippedSampleIsWhatItsMakerMakes() throws Exception {
    FashionMnist source = new FashionMnist(FashionMnist.DEBIAN_FOLDER);
    assumeTrue(source.installed(), "Needs the Debian package dataset-fashion-mnist");
    Path made = folder.resolve("made");
    source.writeSample(made, MakeShippedSample.PER_CLASS, MakeShippedSample.SEED);
    SampleData shipped = SampleData.unpack(folder.resolve("shipped"));
    assertEquals(Files.readString(shipped.labels()), Files.readString(made.resolve("labels.csv")));
    Raster first = ImageIO.read(made.resolve("sheets/sheet-007.png").toFile()).getRaster();
    Raster second =
        ImageIO.read(shipped.folder().resolve("sheets/sheet-007.png").toFile()).getRaster();
    assertArrayEquals(
        first.getPixels(0, 0, 280, 280, (int[]) null),
        second.getPixels(0, 0, 280, 280, (int[]) null));
  }
}
