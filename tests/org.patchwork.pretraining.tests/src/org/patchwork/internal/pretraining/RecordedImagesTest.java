// SPDX-License-Identifier: MIT
package org.patchwork.internal.pretraining;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.TrainingException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;

class RecordedImagesTest {
  private static final int COUNT = 300;
  private static final int BROKEN = 17;
  private static final InputSpec INPUT = new InputSpec(4, 3, 3, 255);

  @TempDir private Path folder;
  private final AtomicInteger decoded = new AtomicInteger();

  private final ImageSource source =
      new ImageSource() {
        @Override
        public int size() {
          return COUNT;
        }

        @Override
        public String path(int index) {
          return index + ".jpg";
        }

        @Override
        public void read(int index, InputSpec input, float[] target, int offset)
            throws ImageFormatException {
          if (index == BROKEN) {
            throw new ImageFormatException("17.jpg is broken");
          }
          decoded.incrementAndGet();
          for (int i = 0; i < input.values(); i++) {
            target[offset + i] = index + (float) i / 7;
          }
        }
      };

  private static float[] read(ImageSource images, int row) throws ImageFormatException {
    float[] target = new float[INPUT.values() + 1];
    images.read(row, INPUT, target, 1);
    return target;
  }

  private void readAll(ImageSource images) throws Exception {
    for (int row = 0; row < COUNT; row++) {
      if (row != BROKEN) {
        assertArrayEquals(read(source, row), read(images, row), "row " + row);
      }
    }
  }

  @Test
  void eachImageIsDecodedOnceEvenBySeveralThreads() throws Exception {
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<float[]>> tasks =
          IntStream.range(0, COUNT)
              .filter(row -> row != BROKEN)
              .<Callable<float[]>>mapToObj(row -> () -> read(images, row))
              .toList();
      for (Future<float[]> task : threads.invokeAll(tasks)) {
        task.get();
      }
      assertEquals(COUNT - 1, decoded.get());
      assertThrows(ImageFormatException.class, () -> read(images, BROKEN));
      assertTrue(images.counts().values().stream().allMatch(n -> n > 10), "all files are used");
      decoded.set(0);
      for (int row = 0; row < COUNT; row += 50) {
        read(images, row);
      }
      assertEquals(0, decoded.get());
    }
    try (RecordedImages again = RecordedImages.open(folder, source, INPUT)) {
      read(again, 99);
      assertEquals(0, decoded.get(), "the next run finds them");
      assertEquals(COUNT - 1, again.counts().values().stream().mapToInt(n -> n).sum());
      readAll(again);
    }
  }

  /** A kill leaves part of a record: what came before it stays, it itself is written again. */
  @Test
  void aRecordThatWasCutOffIsWrittenAgain() throws Exception {
    Path file;
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      readAll(images);
      file = images.counts().keySet().iterator().next();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() - 5);
    }
    decoded.set(0);
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      for (int row = 0; row < COUNT; row++) {
        if (row != BROKEN) {
          read(images, row);
        }
      }
      assertEquals(1, decoded.get());
      readAll(images);
    }
  }

  @Test
  void aDamagedRecordIsAnErrorThatSaysWhatToDo() throws Exception {
    Path file;
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      readAll(images);
      file = images.counts().keySet().iterator().next();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 10] ^= 1;
    Files.write(file, bytes);
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      ImageFormatException problem =
          assertThrows(ImageFormatException.class, () -> readAll(images));
      assertTrue(problem.getMessage().contains("Delete that folder"), problem.getMessage());
    }
  }

  @Test
  void otherRecordsAreNotTakenForImages() throws Exception {
    Path file;
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      file = images.counts().keySet().iterator().next();
    }
    Files.write(file, new byte[500]);
    TrainingException problem =
        assertThrows(TrainingException.class, () -> RecordedImages.open(folder, source, INPUT));
    assertTrue(problem.getMessage().contains("other records"), problem.getMessage());
  }

  @Test
  void twoRunsAtOnceAreRefused() throws Exception {
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT)) {
      read(images, 0);
      TrainingException problem =
          assertThrows(TrainingException.class, () -> RecordedImages.open(folder, source, INPUT));
      assertTrue(problem.getMessage().contains("another run"), problem.getMessage());
    }
  }

  @Test
  void anotherSizeHasFilesOfItsOwn() throws Exception {
    InputSpec larger = new InputSpec(5, 3, 3, 255);
    try (RecordedImages images = RecordedImages.open(folder, source, INPUT);
        RecordedImages others = RecordedImages.open(folder, source, larger)) {
      read(images, 0);
      float[] target = new float[larger.values()];
      others.read(0, larger, target, 0);
      assertEquals((float) (larger.values() - 1) / 7, target[target.length - 1]);
    }
  }
}
