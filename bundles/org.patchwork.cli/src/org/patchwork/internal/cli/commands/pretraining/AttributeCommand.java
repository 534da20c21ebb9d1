// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.pretraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.NpyType;
import org.patchwork.core.NpyWriter;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.image.ImagePatch;
import org.patchwork.image.ImageReference;
import org.patchwork.image.ReferenceImages;
import org.patchwork.internal.cli.NameList;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.attribution.Attribution;
import org.patchwork.training.attribution.AttributionParameters;
import org.patchwork.training.attribution.AttributionPicture;
import org.patchwork.workflow.ProjectAttribution;
import org.patchwork.workflow.ProjectAttribution.Picture;

/** Draws what in an image the features look at, by integrated gradients. */
public final class AttributeCommand implements ProjectCommand<AttributeCommand.Parameters> {

  /** Options beside those of the method. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Image",
              help = "The image: its row in the project, as in 12, or the path of a file.")
          String image,
      @Param(
              label = "Run",
              help =
                  "Pre-training run whose features are asked about; else those that the project"
                      + " trains on.")
          String run,
      @Param(
              label = "Negatives",
              help =
                  "Images to be told apart from: rows, as in 3,7-9, or paths, with commas between"
                      + " them. What the image shares with them counts against it.")
          String negatives,
      @Param(label = "Out", help = "PNG file to write.") String out,
      @Param(
              label = "Array",
              help = "NumPy file to write the map to, float32 [height, width]; none if empty.")
          String array) {
    public Parameters() {
      this("", "", "", "", "attribution.png", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> required() {
    return List.of("project", "image");
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new AttributionParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    try (ProjectSession session = Projects.read(context, parameters.project(), null)) {
      List<Picture> image = pictures(parameters.image(), session, context);
      if (image.size() != 1) {
        throw new IllegalArgumentException("--image names one image, not " + image.size() + ".");
      }
      Attribution attribution =
          new ProjectAttribution(session, context.algorithms())
              .attribute(
                  parameters.run(),
                  image.getFirst(),
                  pictures(parameters.negatives(), session, context),
                  invocation.further(AttributionParameters.class),
                  monitor);
      return report(image.getFirst(), attribution, parameters, context);
    }
  }

  /** Rows where an entry is made of digits, else files. */
  private static List<Picture> pictures(
      String text, ProjectSession session, CommandContext context) {
    List<Picture> pictures = new ArrayList<>();
    for (String entry : NameList.of(text)) {
      if (entry.matches("\\d+(-\\d+)?")) {
        for (int row : NameList.rows(entry, session.labels().rows())) {
          pictures.add(new Picture(session.images(context.images()), row));
        }
      } else {
        List<ImageReference> file = List.of(ImageReference.of(context.path(entry)));
        pictures.add(new Picture(ReferenceImages.of(context.images(), file), 0));
      }
    }
    return pictures;
  }

  private static CommandResult report(
      Picture image, Attribution attribution, Parameters parameters, CommandContext context)
      throws PatchworkException {
    Path out = context.path(parameters.out());
    try {
      AttributionPicture.of(attribution).writePng(out);
    } catch (IOException e) {
      throw new PatchworkException(
          "The picture cannot be written to " + out + ": " + e.getMessage() + ".", e);
    }
    double difference = attribution.score() - attribution.blackScore();
    CommandResult.Builder result =
        CommandResult.builder()
            .value("image", image.source().path(image.index()))
            .value("run", parameters.run())
            .value("score", attribution.score())
            .value("blackScore", attribution.blackScore())
            .value("explained", attribution.explained())
            .value("out", out.toString())
            .line(
                "Score %.3f, of a black image %.3f; the map explains %.3f of the difference %.3f.",
                attribution.score(), attribution.blackScore(), attribution.explained(), difference)
            .line("Image, map and outline: %s", out);
    if (!parameters.array().isBlank()) {
      Path array = context.path(parameters.array());
      writeArray(attribution.map(), array);
      result.value("array", array.toString()).line("Map as an array: %s", array);
    }
    return result.build();
  }

  private static void writeArray(ImagePatch map, Path file) throws PatchworkException {
    try {
      Files.deleteIfExists(file); // the writer goes on where a file ends
    } catch (IOException e) {
      throw new PatchworkException(file + " cannot be replaced: " + e.getMessage() + ".", e);
    }
    try (NpyWriter writer = NpyWriter.open(file, NpyType.FLOAT32, new int[] {map.width()})) {
      for (int y = 0; y < map.height(); y++) {
        writer.append(map.values(), y * map.width());
      }
    }
  }
}
