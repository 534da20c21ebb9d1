// SPDX-License-Identifier: MIT
package org.patchwork.learn.algorithms;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.learn.CompiledFunction;
import org.patchwork.learn.Engine;
import org.patchwork.learn.FeatureExtractor;
import org.patchwork.learn.FeatureExtractorType;

/**
 * Features that need no download: a dictionary of small patches, learned from the project's own
 * images without labels in seconds, and how strongly each quadrant of an image answers to each
 * (Coates, Ng and Lee 2011; see {@link PatchDictionary} for what differs).
 */
public final class PatchFeatures implements FeatureExtractorType<PatchFeatures.Parameters> {
  private static final int COLOUR = 3;
  private static final double NORM = 255;

  /** Settings. */
  public record Parameters(
      @Param(
              label = "Image size",
              help =
                  "Images are resized to this width and height. Larger sees finer detail and takes"
                      + " longer, in proportion to the area.",
              min = 8,
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
      this(32, 6, 1, 160, 2000, 30, 20);
    }

    /**
     * Checks what ranges cannot say.
     *
     * @throws IllegalArgumentException if no patch fits into an image
     */
    public Parameters {
      if (patchSize > imageSize) {
        throw new IllegalArgumentException(
            "Patch size (patchSize) is "
                + patchSize
                + ", but must be at most the image size, "
                + imageSize
                + ".");
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
    PatchSample sample =
        PatchSample.take(
            images,
            new InputSpec(parameters.imageSize(), parameters.imageSize(), COLOUR, NORM),
            parameters.patchSize(),
            parameters.images(),
            parameters.patchesPerImage(),
            random.stream("patches"),
            progress.split(4));
    PatchDictionary dictionary =
        PatchDictionary.learn(
            sample.patches(),
            parameters.patchSize(),
            sample.channels(),
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
    int size = parameters.imageSize();
    CompiledFunction function =
        engine.compile(
            new int[] {size, size, dictionary.channels()},
            (network, images) -> dictionary.build(network, images, parameters.stride()));
    return new FeatureExtractor(
        new InputSpec(size, size, dictionary.channels(), NORM), 1, function);
  }
}
