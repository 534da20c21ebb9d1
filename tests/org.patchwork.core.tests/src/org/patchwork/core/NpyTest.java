// SPDX-License-Identifier: MIT
package org.patchwork.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
  @TempDir Path folder;

  /** A file that NumPy wrote; see golden.py. */
  private Path golden(String name) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream in = NpyTest.class.getResourceAsStream("npy/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  private static float[] row(FeatureMatrix matrix, int row) {
    float[] values = new float[matrix.width()];
    matrix.read(row, values, 0);
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"float32", "float16", "float64", "bigendian", "version2", "version3"})
  void readsWhatNumpyWrites(String name) throws Exception {
    try (FeatureMatrix matrix = Npy.open(golden(name + ".npy"))) {
      assertEquals(2, matrix.rows());
      assertArrayEquals(new int[] {3}, matrix.shape());
      assertArrayEquals(new float[] {0, .25f, .5f}, row(matrix, 0));
      assertArrayEquals(new float[] {.75f, 1, 1.25f}, row(matrix, 1));
    }
  }

  @Test
  void readsFeatureMapsRowByRow() throws Exception {
    try (FeatureMatrix matrix = Npy.open(golden("maps.npy"))) {
      assertArrayEquals(new int[] {2, 3, 2}, matrix.shape());
      assertArrayEquals(
          new float[] {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}, row(matrix, 1));
    }
  }

  @Test
  void readsAnArrayWithoutRows() throws Exception {
    try (FeatureMatrix matrix = Npy.open(golden("empty.npy"))) {
      assertEquals(0, matrix.rows());
      assertThrows(IndexOutOfBoundsException.class, () -> row(matrix, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fortran.npy, numpy.ascontiguousarray",
    "integers.npy, a.astype",
    "flat.npy, 'a.reshape(len(a), -1)'"
  })
  void refusesWhatItCannotUseWithTheCure(String name, String cure) throws Exception {
    Path file = golden(name);
    String message = assertThrows(ProjectFormatException.class, () -> Npy.open(file)).getMessage();
    assertTrue(message.contains(cure), message);
    assertTrue(message.contains(name), message);
  }

  @Test
  void namesTheRowWhereAFileIsCutOff() throws Exception {
    Path file = golden("float32.npy");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 5);
    }
    String message = assertThrows(ProjectFormatException.class, () -> Npy.open(file)).getMessage();
    assertTrue(message.contains("2 rows") && message.contains("ends in row 1"), message);
  }

  @Test
  void refusesOtherFilesAndMissingOnes() throws Exception {
    Path text = Files.writeString(folder.resolve("text.npy"), "filepath,exclude,validation");
    assertTrue(
        assertThrows(ProjectFormatException.class, () -> Npy.open(text))
            .getMessage()
            .contains("numpy.save"));
    Path shortFile = Files.writeString(folder.resolve("short.npy"), "x");
    assertThrows(ProjectFormatException.class, () -> Npy.open(shortFile));
    Path missing = folder.resolve("missing.npy");
    assertTrue(
        assertThrows(ProjectFormatException.class, () -> Npy.open(missing))
            .getMessage()
            .contains("extract them"));
  }

  @Test
  void writesTheBytesOfNumpy() throws Exception {
    for (NpyType type : new NpyType[] {NpyType.FLOAT32, NpyType.FLOAT16}) {
      Path file = folder.resolve("written.npy");
      Files.deleteIfExists(file);
      try (NpyWriter writer = NpyWriter.open(file, type, new int[] {3})) {
        writer.append(new float[] {0, .25f, .5f, .75f, 1, 1.25f}, 0);
        writer.append(new float[] {0, .25f, .5f, .75f, 1, 1.25f}, 3);
      }
      Path numpy = golden(type == NpyType.FLOAT32 ? "float32.npy" : "float16.npy");
      assertArrayEquals(Files.readAllBytes(numpy), Files.readAllBytes(file));
    }
  }

  @Test
  void resumesAfterTheLastFlushWhenTheProcessWasKilled() throws Exception {
    Path file = folder.resolve("resumed.npy");
    NpyWriter killed = NpyWriter.open(file, NpyType.FLOAT32, new int[] {2});
    killed.append(new float[] {1, 2}, 0);
    killed.flush();
    killed.append(new float[] {3, 4}, 0); // on disk, but not counted
    try (FeatureMatrix before = Npy.open(file)) {
      assertEquals(1, before.rows());
    }
    try (NpyWriter resumed = NpyWriter.open(file, NpyType.FLOAT32, new int[] {2})) {
      assertEquals(1, resumed.rows());
    }
    assertEquals(128 + 8, Files.size(file));
    try (NpyWriter resumed = NpyWriter.open(file, NpyType.FLOAT32, new int[] {2})) {
      resumed.append(new float[] {5, 6}, 0);
    }
    try (FeatureMatrix after = Npy.open(file)) {
      assertEquals(2, after.rows());
      assertArrayEquals(new float[] {5, 6}, row(after, 1));
    }
  }

  @Test
  void refusesToAppendRowsOfAnotherShape() throws Exception {
    Path file = folder.resolve("other.npy");
    NpyWriter.open(file, NpyType.FLOAT32, new int[] {2}).close();
    String message =
        assertThrows(
                ProjectFormatException.class,
                () -> NpyWriter.open(file, NpyType.FLOAT32, new int[] {3}))
            .getMessage();
    assertTrue(message.contains("[2]") && message.contains("[3]"), message);
    assertThrows(
        ProjectFormatException.class, () -> NpyWriter.open(file, NpyType.FLOAT16, new int[] {2}));
  }

  @Test
  void readsRowsOnBothSidesOfAMapBoundary() throws Exception {
    Path file = folder.resolve("maps.npy");
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {3})) {
      for (int i = 0; i < 10; i++) {
        writer.append(new float[] {i, i + .5f, -i}, 0);
      }
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FeatureMatrix matrix =
            new NpyFeatureMatrix(NpyHeader.read(channel, file), channel, 40)) { // 3 rows a map
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(new float[] {i, i + .5f, -i}, row(matrix, i));
      }
    }
  }

  @Test
  void readsTheEndOfAFileOfMoreThanTwoGigabytes() throws Exception {
    int width = 1 << 20;
    int rows = 600; // 2.3 GB, but sparse: almost nothing on disk
    Path file = folder.resolve("large.npy");
    byte[] header = NpyHeader.of(NpyType.FLOAT32, rows, new int[] {width}).toBytes();
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.write(header);
      long end = header.length + (long) rows * width * Float.BYTES;
      large.setLength(end);
      large.seek(end - 4);
      large.writeInt(Integer.reverseBytes(Float.floatToIntBits(42)));
    }
    try (FeatureMatrix matrix = Npy.open(file)) {
      float[] last = row(matrix, rows - 1);
      assertEquals(42, last[width - 1]);
      assertEquals(0, last[0]);
    }
  }

  @Test
  void findsTheRowThatIsNotFinite() throws Exception {
    float[] values = new float[6];
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {2}, values);
    Npy.requireFinite(matrix, "features.npy", new NullProgressMonitor());
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      values[5] = bad;
      String message =
          assertThrows(
                  ProjectFormatException.class,
                  () -> Npy.requireFinite(matrix, "features.npy", new NullProgressMonitor()))
              .getMessage();
      assertTrue(message.startsWith("Row 2 (from 0) of features.npy"), message);
    }
  }

  @Test
  void checkingStopsWhenCancelled() {
    FeatureMatrix matrix = FeatureMatrix.of(new int[] {1}, new float[5000]);
    NullProgressMonitor monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(OperationCanceledException.class, () -> Npy.requireFinite(matrix, "x", monitor));
  }

  @Test
  void headerKeepsItsLengthForEveryRowCount() {
    int[] shape = {7, 7, 1024};
    int length = NpyHeader.of(NpyType.FLOAT16, 0, shape).toBytes().length;
    for (int rows : new int[] {1, 99, 1_000_000, Integer.MAX_VALUE}) {
      byte[] bytes = NpyHeader.of(NpyType.FLOAT16, rows, shape).toBytes();
      assertEquals(length, bytes.length);
      assertEquals('\n', bytes[length - 1]);
    }
    assertEquals(0, length % 64);
    assertTrue(Arrays.equals(shape, NpyHeader.of(NpyType.FLOAT16, 0, shape).rowShape()));
    assertEquals(ByteOrder.LITTLE_ENDIAN, NpyHeader.of(NpyType.FLOAT16, 0, shape).order());
  }
}
