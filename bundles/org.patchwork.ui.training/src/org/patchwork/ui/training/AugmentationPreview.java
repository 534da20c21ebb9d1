// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.pretraining.trainers.SegmentPlot;

/**
 * What an augmentation does: variants of one image, or, where segments move with the images, some
 * images with theirs.
 *
 * @param plot the pictures
 * @param inRows true if the tiles belong together row by row
 * @param text what there is to say of them
 */
record AugmentationPreview(AugmentationPlot plot, boolean inRows, String text) {
  /** Images in which segments are counted beside the one that is looked at. */
  private static final int COUNTED = 31;

  /**
   * What is shown.
   *
   * @param row image that is looked at
   * @param seed of the variants
   * @param segments if they move with the images
   */
  record Wanted(
      InputSpec input,
      Augmenter augmenter,
      int row,
      long seed,
      Optional<DetCon.Parameters> segments) {}

  /** Reads and augments; in the background. */
  static AugmentationPreview of(ImageSource images, Wanted wanted, IProgressMonitor monitor)
      throws PatchworkException {
    ImagePatch image = read(images, wanted.row(), wanted.input());
    if (wanted.segments().isEmpty()) {
      return new AugmentationPreview(
          AugmentationPlot.of(List.of(image), wanted.augmenter(), wanted.seed()),
          false,
          images.path(wanted.row()));
    }
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    List<ImagePatch> all = new ArrayList<>(List.of(image));
    all.addAll(others(images, wanted, progress.split(1)));
    SegmentPlot plot =
        SegmentPlot.of(
            all, wanted.augmenter(), wanted.segments().get(), wanted.seed(), progress.split(1));
    return new AugmentationPreview(plot.plot(), true, plot.text());
  }

  private static ImagePatch read(ImageSource images, int row, InputSpec input)
      throws ImageFormatException {
    float[] pixels = new float[input.values()];
    images.read(row, input, pixels, 0);
    return new ImagePatch(input.height(), input.width(), input.channels(), pixels);
  }

  /** Images at equal distances over the whole project; those that cannot be read are left out. */
  private static List<ImagePatch> others(
      ImageSource images, Wanted wanted, IProgressMonitor monitor) {
    int count = Math.min(COUNTED, images.size() - 1);
    SubMonitor progress = SubMonitor.convert(monitor, count);
    List<ImagePatch> others = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      progress.split(1);
      int row = (int) ((wanted.row() + (long) i * images.size() / (count + 1)) % images.size());
      try {
        others.add(read(images, row, wanted.input()));
      } catch (ImageFormatException e) {
        continue; // training leaves it out, too, and names it
      }
    }
    return others;
  }
}
