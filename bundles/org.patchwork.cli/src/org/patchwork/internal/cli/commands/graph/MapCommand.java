// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.graph;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.CsvField;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.model.LabelClass;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.map.FeatureMap;
import org.patchwork.training.map.FeatureMapService;
import org.patchwork.training.map.MapParameters;
import org.patchwork.training.map.PointMark;

/** Lays the images of a project out in the plane, with what the model makes of them for a class. */
public final class MapCommand implements ProjectCommand<MapCommand.Parameters> {

  /** Options beside the parameters of the map. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Class", help = "Class whose errors are marked; without it the first.")
          String className,
      @Param(
              label = "Out",
              help =
                  "CSV file to write: place, subset, label, probability and error of each image.")
          String out,
      @Param(label = "Picture", help = "PNG file to draw the map into.") String picture) {
    public Parameters() {
      this("", "", "", "");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> required() {
    return List.of("project", "out");
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new MapParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    Path out = context.path(parameters.out());
    try (ProjectSession session = Projects.read(context, parameters.project(), null)) {
      LabelClass shown = ShownClass.of(session, parameters.className());
      FeatureSet features = Projects.features(session);
      LabelTable labels = session.labels();
      FeatureMap map;
      try (FeatureMatrix matrix = features.open()) {
        map =
            new FeatureMapService()
                .compute(
                    matrix,
                    features.id(),
                    labels,
                    invocation.further(MapParameters.class),
                    monitor);
      }
      PointMark[] marks = marks(map, labels, session.predictions(), shown.getId());
      write(map, marks, labels, out);
      CommandResult.Builder result =
          CommandResult.builder()
              .value("images", map.size())
              .value("candidates", map.candidates())
              .value("class", shown.getName())
              .value("errors", java.util.Arrays.stream(marks).filter(PointMark::wrong).count())
              .value("out", out.toString())
              .line("Map of %,d of %,d images: %s", map.size(), map.candidates(), out);
      if (!parameters.picture().isEmpty()) {
        Path picture = context.path(parameters.picture());
        new MapPicture(map, marks).write(picture);
        result.value("picture", picture.toString()).line("Picture: %s", picture);
      }
      return result.build();
    } catch (IOException e) {
      throw new PatchworkException("The map cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static PointMark[] marks(
      FeatureMap map, LabelTable labels, PredictionTable predictions, String classId) {
    PointMark[] marks = new PointMark[map.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = PointMark.of(labels, predictions, classId, map.rows()[i]);
    }
    return marks;
  }

  private static void write(FeatureMap map, PointMark[] marks, LabelTable labels, Path out)
      throws IOException {
    try (Writer csv = Files.newBufferedWriter(out)) {
      csv.write("filepath,x,y,subset,label,probability,bits,error\n");
      for (int i = 0; i < map.size(); i++) {
        PointMark mark = marks[i];
        String subset = labels.subset(map.rows()[i]);
        csv.write(
            String.join(
                ",",
                CsvField.of(labels.path(map.rows()[i])),
                Float.toString(map.x()[i]),
                Float.toString(map.y()[i]),
                subset == null ? "" : CsvField.of(subset),
                mark.label() == LabelTable.UNKNOWN ? "" : Byte.toString(mark.label()),
                Float.isNaN(mark.probability()) ? "" : Float.toString(mark.probability()),
                Double.isNaN(mark.bits()) ? "" : String.format(Locale.ROOT, "%.4f", mark.bits()),
                mark.wrong() ? "1" : "0"));
        csv.write("\n");
      }
    }
  }
}
