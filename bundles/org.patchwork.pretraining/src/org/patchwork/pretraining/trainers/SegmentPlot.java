// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.image.augmentation.Augmenter;

/**
 * What {@link DetCon} is fed with: of five images at most a row each, the image, its segments, and
 * two views with the segments that moved along, each segment in its own colour all along the row;
 * pixels of no drawn segment are dim. And, over all images, how many the settings do not suit.
 *
 * @param images number of images looked at
 * @param tooFew images with fewer segments than wanted
 * @param lost pairs of views of which one at least has lost a segment: the product of the areas of
 *     a segment in both views, in pixels, is below one half
 * @param plot four tiles for each image that is shown
 */
public record SegmentPlot(int images, int tooFew, int lost, AugmentationPlot plot) {
  private static final int ROWS = 5;
  private static final int COLUMNS = 4;
  private static final int RGB = 3;
  private static final double LEAST = 0.5;

  /** Turns from one hue to the next, so that neighbouring segments differ (golden section). */
  private static final double HUE_STEP = 0.618034;

  /** What an image becomes. */
  private record Row(List<ImagePatch> tiles, boolean tooFew, boolean lost) {}

  /**
   * Divides and augments images as a step does.
   *
   * @param images of one size, at least one; the first five are shown
   * @param parameters scale and number of segments
   * @param seed the same seed gives the same picture
   * @throws IllegalArgumentException if a grid of so many segments does not fit the images
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static SegmentPlot of(
      List<ImagePatch> images,
      Augmenter augmenter,
      DetCon.Parameters parameters,
      long seed,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Dividing images", images.size());
    ImagePatch first = images.getFirst();
    InputSpec input = new InputSpec(first.height(), first.width(), first.channels(), 1);
    Segments segments = new Segments(parameters.scale(), parameters.segments(), input);
    RandomStreams random = new RandomStreams(seed);
    List<ImagePatch> tiles = new ArrayList<>();
    int tooFew = 0;
    int lost = 0;
    for (int i = 0; i < images.size(); i++) {
      progress.split(1);
      RandomStreams own = new RandomStreams(random.seedOf("image " + i));
      Row row = row(images.get(i), segments, augmenter, own, i < ROWS);
      tooFew += row.tooFew() ? 1 : 0;
      lost += row.lost() ? 1 : 0;
      tiles.addAll(row.tiles());
    }
    return new SegmentPlot(images.size(), tooFew, lost, new AugmentationPlot(COLUMNS, tiles));
  }

  private static Row row(
      ImagePatch image,
      Segments segments,
      Augmenter augmenter,
      RandomStreams random,
      boolean show) {
    Segments.Divided divided = segments.divided(image, random.seedOf("masks"));
    Augmenter geometry = augmenter.geometry();
    long first = random.seedOf("first view");
    long second = random.seedOf("second view");
    ImagePatch masks = geometry.apply(divided.masks(), first);
    ImagePatch others = geometry.apply(divided.masks(), second);
    List<ImagePatch> tiles =
        show
            ? List.of(
                colored(image),
                painted(image, divided.masks()),
                painted(augmenter.apply(image, first), masks),
                painted(augmenter.apply(image, second), others))
            : List.of();
    return new Row(tiles, divided.tooFew(), least(masks, others) < LEAST);
  }

  /** The least product of the areas of a segment in both views. */
  private static double least(ImagePatch first, ImagePatch second) {
    double[] areas = areas(first);
    double[] others = areas(second);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < areas.length; i++) {
      least = Math.min(least, areas[i] * others[i]);
    }
    return least;
  }

  private static double[] areas(ImagePatch masks) {
    double[] areas = new double[masks.channels()];
    for (int i = 0; i < masks.values().length; i++) {
      areas[i % areas.length] += masks.values()[i];
    }
    return areas;
  }

  private static ImagePatch colored(ImagePatch image) {
    float[] values = new float[image.height() * image.width() * RGB];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.values()[i / RGB * image.channels() + channel(image, i % RGB)];
    }
    return new ImagePatch(image.height(), image.width(), RGB, values);
  }

  private static int channel(ImagePatch image, int wanted) {
    return image.channels() < RGB ? 0 : wanted;
  }

  /** Half image, half colour of the segment; without a segment a third of the image in grey. */
  private static ImagePatch painted(ImagePatch image, ImagePatch masks) {
    ImagePatch painted = colored(image);
    float[] values = painted.values();
    for (int pixel = 0; pixel < values.length / RGB; pixel++) {
      int at = pixel * RGB;
      int segment = segment(masks, pixel);
      float grey = (values[at] + values[at + 1] + values[at + 2]) / RGB;
      int color = segment < 0 ? 0 : color(segment);
      for (int c = 0; c < RGB; c++) {
        float tint = (color >> 16 - 8 * c & 0xff) / 255f;
        values[at + c] = segment < 0 ? grey / 3 : 0.5f * tint + 0.5f * grey;
      }
    }
    return painted;
  }

  private static int segment(ImagePatch masks, int pixel) {
    for (int i = 0; i < masks.channels(); i++) {
      if (masks.values()[pixel * masks.channels() + i] >= 0.5f) {
        return i;
      }
    }
    return -1;
  }

  private static int color(int segment) {
    double hue = segment * HUE_STEP % 1;
    return Color.HSBtoRGB(
        (float) hue, segment % 2 == 0 ? 0.9f : 0.6f, segment % 3 == 0 ? 0.75f : 1);
  }

  /** What was counted, in a sentence. */
  public String text() {
    return String.format(
        Locale.ENGLISH,
        "%,d of %,d images have too few segments, %,d lose one in a view.",
        tooFew,
        images,
        lost);
  }
}
