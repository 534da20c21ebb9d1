// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.augmentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ImageSource;
import org.patchwork.image.InputSpec;
import org.patchwork.image.ReferenceImages;
import org.patchwork.image.augmentation.AugmentationPlot;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.image.augmentation.AugmentationText;
import org.patchwork.image.augmentation.Augmenter;
import org.patchwork.internal.cli.Projects;
import org.patchwork.internal.cli.SourceImages;
import org.patchwork.learn.LiveParameters;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.pretraining.trainers.SegmentPlot;
import org.patchwork.project.ProjectAugmentation;
import org.patchwork.project.ProjectSession;

/**
 * Draws augmented images as training sees them, to choose strengths by eye: of one image 15
 * variants, of several five each; or what the method detcon is fed with, and how many images its
 * settings do not suit.
 */
public final class AugplotCommand implements Command<AugplotCommand.Parameters> {
  private static final int SHOWN = 5;

  /** Images in which segments are counted. */
  private static final int COUNTED = 100;

  private static final int CHANNELS = 3;
  private static final double NORM = 255;

  /** Options. */
  public record Parameters(
      @Param(label = "Source", help = "Folder of a project, an image, or a folder of images.")
          String source,
      @Param(label = "Out", help = "PNG file to write.") String out,
      @Param(
              label = "Augmentation",
              help =
                  "project for that of the project, a preset such as default or simclr, or"
                      + " operations as in default,zoom_scale=0.4,rot90=off.")
          String augmentation,
      @Param(
              label = "Images",
              help = "Rows of the project to show, as in 3,7-9; five at random if empty.")
          String images,
      @Param(
              label = "Size",
              help = "Side to which images are brought first, in pixels.",
              min = 8,
              max = 1024)
          int size,
      @Param(label = "Seed", help = "The same seed gives the same picture.") long seed,
      @Param(
              label = "Segments",
              help =
                  "Draws what the method detcon is fed with, so many segments of each image and"
                      + " two views of them, and counts in a hundred images those with too few; 0"
                      + " for none.",
              min = 0,
              max = 256)
          int segments,
      @Param(
              label = "Segment scale",
              help = "Mean scale of the segments at 256×256 pixels, as in detcon; 0 for a grid.",
              min = 0,
              max = 100000)
          double segmentScale) {
    public Parameters() {
      this("", "augplot.png", LiveParameters.PROJECT, "", 128, 0, 0, 1000);
    }

    int drawn() {
      return segments > 0 ? COUNTED : SHOWN;
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("source");
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    Path source = context.path(parameters.source());
    if (Projects.exists(source)) {
      try (ProjectSession session = Projects.read(context, parameters.source(), null)) {
        int[] rows =
            parameters.images().isEmpty()
                ? choose(session.labels().rows(), parameters)
                : Projects.rows(session.labels(), parameters.images(), "");
        double norm = session.model().getImages().getNorm();
        AugmentationSpec own = ProjectAugmentation.of(session.model());
        return plot(invocation, session.images(context.images()), rows, norm, own, monitor);
      }
    }
    ImageSource images =
        Files.isDirectory(source)
            ? SourceImages.find(source, "folders", null, context.images(), monitor).images()
            : ReferenceImages.of(context.images(), List.of(ImageReference.of(source)));
    int[] rows = choose(images.size(), parameters);
    AugmentationSpec standard = AugmentationText.parse("default");
    return plot(invocation, images, rows, NORM, standard, monitor);
  }

  /** As many different images as are looked at; in order if there are no more. */
  private static int[] choose(int count, Parameters parameters) throws PatchworkException {
    if (count == 0) {
      throw new PatchworkException("There is no image to augment; add some first.");
    }
    RandomGenerator random = new RandomStreams(parameters.seed()).stream("images");
    int wanted = parameters.drawn();
    return count <= wanted
        ? java.util.stream.IntStream.range(0, count).toArray()
        : random.ints(0, count).distinct().limit(wanted).toArray();
  }

  private static CommandResult plot(
      Invocation<Parameters> invocation,
      ImageSource images,
      int[] rows,
      double norm,
      AugmentationSpec own,
      IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    AugmentationSpec spec =
        parameters.augmentation().equals(LiveParameters.PROJECT)
            ? own
            : AugmentationText.parse(parameters.augmentation());
    Augmenter augmenter = Augmenter.of(invocation.context().algorithms().augmentations(), spec);
    InputSpec input = new InputSpec(parameters.size(), parameters.size(), CHANNELS, norm);
    List<ImagePatch> patches = read(images, rows, input, monitor);
    Optional<SegmentPlot> segments = segments(patches, augmenter, parameters, monitor);
    AugmentationPlot plot =
        segments
            .map(SegmentPlot::plot)
            .orElseGet(() -> AugmentationPlot.of(patches, augmenter, parameters.seed()));
    Path out = invocation.context().path(parameters.out());
    CommandResult.Builder result = CommandResult.builder();
    segments.ifPresent(
        found ->
            result
                .value("tooFewSegments", found.tooFew())
                .value("lostSegments", found.lost())
                .line("%s", found.text()));
    try {
      plot.writePng(out);
    } catch (IOException e) {
      throw new PatchworkException(
          "The picture cannot be written to " + out + ": " + e.getMessage() + ".", e);
    }
    return result
        .value("images", java.util.Arrays.stream(rows).mapToObj(images::path).toList())
        .value("augmentation", augmenter.spec().strengths())
        .value("tiles", plot.tiles().size())
        .value("out", out.toString())
        .line("Augmentation: %s", AugmentationText.format(augmenter.spec()))
        .line("%,d pictures of %,d images: %s", plot.tiles().size(), rows.length, out)
        .build();
  }

  private static Optional<SegmentPlot> segments(
      List<ImagePatch> patches,
      Augmenter augmenter,
      Parameters parameters,
      IProgressMonitor monitor) {
    if (parameters.segments() == 0) {
      return Optional.empty();
    }
    DetCon.Parameters standard = new DetCon.Parameters();
    return Optional.of(
        SegmentPlot.of(
            patches,
            augmenter,
            standard.with(parameters.segmentScale(), parameters.segments()),
            parameters.seed(),
            monitor));
  }

  private static List<ImagePatch> read(
      ImageSource images, int[] rows, InputSpec input, IProgressMonitor monitor)
      throws PatchworkException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading images", rows.length);
    List<ImagePatch> patches = new ArrayList<>();
    for (int row : rows) {
      progress.split(1);
      float[] pixels = new float[input.values()];
      images.read(row, input, pixels, 0);
      patches.add(new ImagePatch(input.height(), input.width(), input.channels(), pixels));
    }
    return patches;
  }
}
