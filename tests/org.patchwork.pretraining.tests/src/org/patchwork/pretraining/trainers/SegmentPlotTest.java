// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.image.augmentation.BuiltInAugmentations;

/** What is counted and drawn of images in segments. */
class SegmentPlotTest {
  private static final int SIDE = 16;

  private static SegmentPlot plot(
      List<ImagePatch> images, Map<String, Double> augmentation, double scale, int segments) {
    Augmenter augmenter =
        Augmenter.of(BuiltInAugmentations.catalog(), new AugmentationSpec(augmentation));
    DetCon.Parameters parameters = new DetCon.Parameters().with(scale, segments);
    return SegmentPlot.of(images, augmenter, parameters, 7, new NullProgressMonitor());
  }

  private static ImagePatch plain() {
    float[] values = new float[SIDE * SIDE];
    Arrays.fill(values, 0.5f);
    return new ImagePatch(SIDE, SIDE, 1, values);
  }

  /** An image of one grey is one segment, which is there in each view, however often drawn. */
  @Test
  void imagesOfTooFewSegmentsAreCounted() {
    SegmentPlot plot = plot(Collections.nCopies(7, plain()), Map.of(), 1000, 2);
    assertEquals(7, plot.images());
    assertEquals(7, plot.tooFew());
    assertEquals(0, plot.lost());
    assertEquals(4, plot.plot().columns());
    assertEquals(5 * 4, plot.plot().tiles().size(), "five rows are shown");
    assertEquals("7 of 7 images have too few segments, 0 lose one in a view.", plot.text());
  }

  /** A grid always has its cells; what stands still loses none, a strong zoom always some. */
  @Test
  void pairsThatLostASegmentAreCounted() {
    List<ImagePatch> images = Collections.nCopies(20, plain());
    SegmentPlot still = plot(images, Map.of(), 0, 16);
    assertEquals(0, still.tooFew(), "as many as wanted are enough");
    assertEquals(0, still.lost());
    SegmentPlot zoomed = plot(images, Map.of("zoom_scale", 0.1), 0, 16);
    assertTrue(zoomed.lost() > 10, zoomed.text());
    assertEquals(zoomed.lost(), plot(images, Map.of("zoom_scale", 0.1), 0, 16).lost());
  }

  /** The left cell has the same colour in all tiles, and another than the right one. */
  @Test
  void aSegmentKeepsItsColour() {
    List<ImagePatch> tiles = plot(List.of(plain()), Map.of(), 0, 4).plot().tiles();
    for (int tile = 1; tile < 4; tile++) {
      assertEquals(tiles.get(1).at(2, 2, 0), tiles.get(tile).at(3, 3, 0));
      assertEquals(tiles.get(1).at(2, 2, 1), tiles.get(tile).at(3, 3, 1));
    }
    assertNotEquals(tiles.get(1).at(2, 2, 1), tiles.get(1).at(2, 12, 1));
  }
}
