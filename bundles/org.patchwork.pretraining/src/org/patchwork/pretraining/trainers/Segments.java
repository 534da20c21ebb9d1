// SPDX-License-Identifier: MIT
package org.patchwork.pretraining.trainers;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.InputSpec;
import org.patchwork.image.segmentation.SegmentMap;
import org.patchwork.image.segmentation.Superpixels;

/**
 * Divides images into segments, always as many. Of superpixels, whose scale varies from half to one
 * and a half of the mean, as many are drawn without replacement as are wanted, larger ones more
 * often; where there are fewer, some are drawn several times.
 */
final class Segments {
  private static final double REFERENCE_AREA = 256 * 256;

  private final double scale;
  private final int count;
  private final SegmentMap grid;

  /**
   * Segments of images of a size.
   *
   * @param scale mean scale at 256×256 pixels; 0 for a grid
   * @param wanted number of segments; a grid has the next square below
   */
  Segments(double scale, int wanted, InputSpec input) {
    int side = (int) Math.sqrt(wanted);
    this.scale = scale * input.height() * input.width() / REFERENCE_AREA;
    this.count = scale == 0 ? side * side : wanted;
    this.grid = scale == 0 ? SegmentMap.grid(input.height(), input.width(), side) : null;
  }

  /** Number of segments of each image. */
  int count() {
    return count;
  }

  /**
   * An image in segments.
   *
   * @param masks one channel for each chosen segment, 1 where it is
   * @param tooFew true if there were fewer than wanted, so that some were drawn several times
   */
  record Divided(ImagePatch masks, boolean tooFew) {}

  /** One channel for each segment, 1 where it is. */
  ImagePatch masks(ImagePatch image, long seed) {
    return divided(image, seed).masks();
  }

  /** The segments of an image that are drawn for a step. */
  Divided divided(ImagePatch image, long seed) {
    RandomStreams random = new RandomStreams(seed);
    SegmentMap map = divide(image, random);
    int[] chosen =
        grid != null
            ? IntStream.range(0, count).toArray()
            : choose(map.sizes(), count, random.stream("choice"));
    return new Divided(masks(map, chosen), map.count() < count);
  }

  private SegmentMap divide(ImagePatch image, RandomStreams random) {
    if (grid != null) {
      return grid;
    }
    double now = scale * (0.5 + random.stream("scale").nextDouble());
    return new Superpixels(now, Superpixels.DEFAULT_SIGMA, (int) now).segment(image);
  }

  /** An image in which each pixel has the mean of its segment; black where there is none. */
  float[] painted(ImagePatch image, long seed) {
    SegmentMap map = divide(image, new RandomStreams(seed));
    int channels = image.channels();
    int[] sizes = map.sizes();
    double[] sums = new double[map.count() * channels];
    for (int i = 0; i < image.values().length; i++) {
      int segment = map.segments()[i / channels];
      if (segment != SegmentMap.NONE) {
        sums[segment * channels + i % channels] += image.values()[i];
      }
    }
    float[] painted = new float[image.values().length];
    for (int i = 0; i < painted.length; i++) {
      int segment = map.segments()[i / channels];
      painted[i] =
          segment == SegmentMap.NONE
              ? 0
              : (float) (sums[segment * channels + i % channels] / sizes[segment]);
    }
    return painted;
  }

  /**
   * Draws segments, without replacement with chances in proportion to their pixels and one, if
   * there are enough (Efraimidis and Spirakis 2006), else each with the same chance.
   */
  static int[] choose(int[] sizes, int wanted, RandomGenerator random) {
    if (sizes.length < wanted) {
      return random.ints(wanted, 0, sizes.length).toArray();
    }
    double[] keys = new double[sizes.length];
    Arrays.setAll(keys, i -> Math.log(1 - random.nextDouble()) / (sizes[i] + 1));
    return IntStream.range(0, sizes.length)
        .boxed()
        .sorted((a, b) -> Double.compare(keys[b], keys[a]))
        .limit(wanted)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private ImagePatch masks(SegmentMap map, int[] chosen) {
    float[] values = new float[map.segments().length * count];
    for (int pixel = 0; pixel < map.segments().length; pixel++) {
      for (int i = 0; i < count; i++) {
        values[pixel * count + i] = map.segments()[pixel] == chosen[i] ? 1 : 0;
      }
    }
    return new ImagePatch(map.height(), map.width(), count, values);
  }
}
