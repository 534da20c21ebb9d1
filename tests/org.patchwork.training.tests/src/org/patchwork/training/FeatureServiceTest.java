// SPDX-License-Identifier: MIT
package org.patchwork.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.FeatureSetInfo;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.Npy;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;

/** Blocks are of 256 images here, so 600 images are two whole blocks and a short one. */
class FeatureServiceTest {
  private static final int IMAGES = 600;
  private static final int BLOCK = 64;

  private final TestAlgorithms.BrightnessType extractor = new TestAlgorithms.BrightnessType();
  private final NullProgressMonitor monitor = new NullProgressMonitor();
  private long nanos;

  @TempDir private Path folder;

  /** Images whose first value is their number; some cannot be read. */
  private record Numbers(int size, Set<Integer> broken) implements ImageSource {
    @Override
    public String path(int index) {
      return "n" + index + ".png";
    }

    @Override
    public void read(int index, InputSpec input, float[] target, int offset)
        throws ImageFormatException {
      if (broken.contains(index)) {
        throw new ImageFormatException(path(index) + " is cut off.");
      }
      target[offset] = index;
    }
  }

  private FeatureService service() {
    // Every look at the clock is 2 s later, so every block is flushed.
    return new FeatureService(
        TestAlgorithms.with(new LinearEngine(), extractor), () -> nanos += 2_000_000_000L, 2);
  }

  private FeatureSetInfo extract(ImageSource images, Path target, ExtractionListener listener)
      throws PatchworkException {
    FeatureRequest request = new FeatureRequest("brightness", Map.of(), 0);
    return service().extract(request, images, target, listener, monitor);
  }

  @Test
  void everyImageGetsItsRow() throws PatchworkException {
    FeatureSetInfo info =
        extract(new Numbers(IMAGES, Set.of()), folder.resolve("f"), ExtractionListener.NONE);

    assertEquals(List.of(2), info.shape());
    assertEquals(IMAGES, info.rows());
    assertEquals(info, FeatureSetInfo.read(folder.resolve("f")));
    float[][] rows = rows(folder.resolve("f"));
    for (int i = 0; i < IMAGES; i++) {
      assertEquals(i, rows[i][0]);
    }
    assertFalse(Files.exists(folder.resolve("f").resolve("features.npy.part")));
    assertFalse(Files.exists(folder.resolve("f").resolve("extraction.json")));
  }

  @Test
  void canceledExtractionGoesOnAndGivesTheSameBits() throws PatchworkException {
    Numbers images = new Numbers(IMAGES, Set.of(3, 300));
    Path whole = folder.resolve("whole");
    extract(images, whole, ExtractionListener.NONE);

    Path interrupted = folder.resolve("interrupted");
    assertThrows(
        OperationCanceledException.class,
        () -> extract(images, interrupted, progress -> monitor.setCanceled(true)));
    monitor.setCanceled(false);
    assertFalse(Files.exists(interrupted.resolve("features.npy")));
    int before = extractor.images;
    int fits = extractor.fits;
    FeatureSetInfo info = extract(images, interrupted, ExtractionListener.NONE);

    assertEquals(IMAGES - BLOCK, extractor.images - before, "the first block is not done again");
    assertEquals(fits, extractor.fits, "a fitted extractor is not fitted again");
    assertArrayEquals(rows(whole), rows(interrupted));
    assertEquals(
        List.of(3, 300),
        info.unreadable().stream().map(FeatureSetInfo.UnreadableImage::row).toList());
  }

  /** What a kill leaves: a row behind the last whole block that the header knows nothing of. */
  @Test
  void killedExtractionGoesOnWhereTheHeaderEnds() throws PatchworkException, IOException {
    Numbers images = new Numbers(IMAGES, Set.of());
    Path target = folder.resolve("f");
    assertThrows(
        OperationCanceledException.class,
        () -> extract(images, target, progress -> monitor.setCanceled(true)));
    monitor.setCanceled(false);
    Path part = target.resolve("features.npy.part");
    Files.write(part, new byte[] {1, 2, 3, 4, 5}, java.nio.file.StandardOpenOption.APPEND);

    extract(images, target, ExtractionListener.NONE);

    Path whole = folder.resolve("whole");
    extract(images, whole, ExtractionListener.NONE);
    assertArrayEquals(rows(whole), rows(target));
  }

  @Test
  void addedImagesAreExtractedOnTopWithTheOldFit() throws PatchworkException {
    Path grown = folder.resolve("grown");
    extract(new Numbers(300, Set.of(7)), grown, ExtractionListener.NONE);
    int fits = extractor.fits;
    FeatureSetInfo info = extract(new Numbers(IMAGES, Set.of(7)), grown, ExtractionListener.NONE);

    assertEquals(fits, extractor.fits);
    assertEquals(1, info.unreadable().size());
    Path whole = folder.resolve("whole");
    extract(new Numbers(IMAGES, Set.of(7)), whole, ExtractionListener.NONE);
    assertArrayEquals(rows(whole), rows(grown));
  }

  @Test
  void finishedFeaturesAreNotMadeAgain() throws PatchworkException {
    Numbers images = new Numbers(20, Set.of());
    extract(images, folder.resolve("f"), ExtractionListener.NONE);
    int before = extractor.images;

    extract(images, folder.resolve("f"), ExtractionListener.NONE);

    assertEquals(before, extractor.images);
  }

  @Test
  void unreadableImagesGetNanAndAreReported() throws PatchworkException {
    List<ExtractionProgress> reports = new ArrayList<>();

    FeatureSetInfo info = extract(new Numbers(10, Set.of(4)), folder.resolve("f"), reports::add);

    assertTrue(Float.isNaN(rows(folder.resolve("f"))[4][0]));
    assertEquals("n4.png is cut off.", info.unreadable().get(0).problem());
    ExtractionProgress last = reports.get(reports.size() - 1);
    assertEquals(10, last.done());
    assertEquals(1, last.unreadable());
    assertTrue(last.imagesPerSecond() > 0);
  }

  @Test
  void withoutAnyReadableImageThereIsNoFeatureSet() {
    Path target = folder.resolve("f");

    PatchworkException failure =
        assertThrows(
            PatchworkException.class,
            () -> extract(new Numbers(2, Set.of(0, 1)), target, ExtractionListener.NONE));
    assertTrue(failure.getMessage().contains("n0.png is cut off."), failure.getMessage());
    assertFalse(Files.exists(target.resolve("feature-set.json")));
    assertFalse(Files.exists(target.resolve("features.npy.part")));
  }

  @Test
  void foreignFeaturesMustHaveOneRowPerImage() throws PatchworkException {
    Path made = folder.resolve("made");
    extract(new Numbers(5, Set.of()), made, ExtractionListener.NONE);
    Path file = made.resolve("features.npy");

    FeatureSetInfo info =
        service().copyNpy(file, new Numbers(5, Set.of()), folder.resolve("copy"), monitor);
    assertEquals(FeatureSetInfo.NPY, info.typeId());
    assertArrayEquals(rows(made), rows(folder.resolve("copy")));

    PatchworkException failure =
        assertThrows(
            PatchworkException.class,
            () -> service().copyNpy(file, new Numbers(6, Set.of()), folder.resolve("no"), monitor));
    assertTrue(failure.getMessage().contains("5 rows"), failure.getMessage());
  }

  private static float[][] rows(Path target) throws PatchworkException {
    try (FeatureMatrix matrix = Npy.open(target.resolve("features.npy"))) {
      float[][] rows = new float[matrix.rows()][matrix.width()];
      for (int i = 0; i < rows.length; i++) {
        matrix.read(i, rows[i], 0);
      }
      return rows;
    }
  }
}
