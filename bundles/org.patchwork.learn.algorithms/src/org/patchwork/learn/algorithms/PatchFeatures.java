// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.ImageFormatException;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;
import org.patchwork.learn.RandomRows;

/**
 * Features that need no download: a dictionary of small patches, learned from the project's own
 * images without labels in seconds, and how strongly each quadrant of an image answers to each
 * (Coates, Ng and Lee 2011; see {@link PatchDictionary} for what differs).
 */
public final class PatchFeatures implements FeatureExtractorType<PatchFeatures.Parameters> {
  private static final int COLOUR = 3;
  private static final double NORM = 255;
  private static final int MAX_AUTOMATIC_SIZE = 48;
  private static final int MAX_ACTIVATIONS = 1 << 20;
  private static final int IMAGES_TO_MEASURE = 32;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Image size",
              help =
                  "Images are resized to this width and height; 0 takes their own size, at most 48."
                      + " Larger sees finer detail and takes longer, in proportion to the area.",
              min = 0,
              max = 512,
              step = 4)
          int imageSize,
      @Param(
              label = "Patch size",
              help = "Width and height of a patch in pixels.",
              min = 2,
              max = 32)
          int patchSize,
      @Param(
              label = "Stride",
              help = "Distance between patches in pixels; 2 is four times as fast as 1.",
              min = 1,
              max = 32)
          int stride,
      @Param(
              label = "Filters",
              help = "Patches in the dictionary; an image gets four features of each.",
              min = 2,
              max = 4096,
              step = 32)
          int filters,
      @Param(
              label = "Images to learn from",
              help = "The dictionary is learned from this many random images.",
              min = 1,
              max = 1_000_000,
              step = 500)
          int images,
      @Param(
              label = "Patches per image",
              help = "Random patches taken from each of these images.",
              min = 1,
              max = 10_000,
              step = 10)
          int patchesPerImage,
      @Param(
              label = "Iterations",
              help = "At most this many rounds of k-means.",
              min = 1,
              max = 1000)
          int iterations) {
    public Parameters() {
      this(0, 6, 1, 160, 2000, 30, 20);
    }

    /**
     * Checks what ranges cannot say.
     *
     * @throws IllegalArgumentException if no patch fits into an image, or more than memory holds
     */
    public Parameters {
      int size = imageSize == 0 ? MAX_AUTOMATIC_SIZE : imageSize;
      if (patchSize > size) {
        throw new IllegalArgumentException(
            "Patch size (patchSize) is "
                + patchSize
                + ", but must be at most the image size, "
                + size
                + ".");
      }
      long side = (size - patchSize) / stride + 1;
      if (side * side * filters > MAX_ACTIVATIONS) {
        throw new IllegalArgumentException(
            String.format(
                "An image of %d pixels with stride %d gives %,d patches for %,d filters, more than"
                    + " memory holds for a batch of images; raise the stride or lower the image"
                    + " size.",
                size, stride, side * side, filters));
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public void fit(
      ImageSource images,
      Parameters parameters,
      RandomStreams random,
      Path directory,
      IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, "Learning patches", 10);
    int size = imageSize(images, parameters, random);
    PatchSample sample =
        PatchSample.take(
            images,
            new InputSpec(size, size, COLOUR, NORM),
            parameters.patchSize(),
            parameters.images(),
            parameters.patchesPerImage(),
            random.stream("patches"),
            progress.split(4));
    PatchDictionary dictionary =
        PatchDictionary.learn(
            sample,
            size,
            parameters.patchSize(),
            parameters.filters(),
            parameters.iterations(),
            random.stream("filters"),
            progress.split(6));
    PatchDictionaryFiles.write(dictionary, directory);
  }

  @Override
  public FeatureExtractor open(Engine engine, Parameters parameters, Path directory)
      throws PatchworkException {
    PatchDictionary dictionary = PatchDictionaryFiles.read(directory);
    int size = dictionary.imageSize();
    CompiledFunction function =
        engine.compile(
            new int[] {size, size, dictionary.channels()},
            (network, images) -> dictionary.build(network, images, parameters.stride()));
    return new FeatureExtractor(
        new InputSpec(size, size, dictionary.channels(), NORM), 1, function);
  }

  /** The size asked for, or the median of the longer sides of some images, at most 48. */
  private static int imageSize(ImageSource images, Parameters parameters, RandomStreams random) {
    if (parameters.imageSize() > 0) {
      return parameters.imageSize();
    }
    int[] all = IntStream.range(0, images.size()).toArray();
    int[] sides =
        Arrays.stream(
                RandomRows.withoutReplacement(all, IMAGES_TO_MEASURE, random.stream("image size")))
            .map(index -> longerSide(images, index))
            .filter(side -> side > 0)
            .sorted()
            .toArray();
    int own = sides.length == 0 ? MAX_AUTOMATIC_SIZE : sides[sides.length / 2];
    return Math.clamp(own, parameters.patchSize(), MAX_AUTOMATIC_SIZE);
  }

  /** 0 if it cannot be known; an image that cannot be read is reported when its features are. */
  private static int longerSide(ImageSource images, int index) {
    try {
      return images.pixels(index).map(p -> Math.max(p.height(), p.width())).orElse(0);
    } catch (ImageFormatException e) {
      return 0;
    }
  }
}
