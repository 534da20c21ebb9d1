// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmChoice;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RowFilter;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Algorithms;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.Selection;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;

/** Chooses the images to look at next. */
public final class SampleCommand implements Command<SampleCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project.") String project,
      @Param(label = "Status", help = "Draw images with this label status.")
          RowFilter.LabelStatus status,
      @Param(label = "Exclude status", help = "Draw images with this exclude status.")
          RowFilter.ExcludeStatus excludeStatus,
      @Param(label = "Subset", help = "Draw from this subset only.") String subset,
      @Param(label = "Class", help = "The class to draw for, where the sampler wants one.")
          String className,
      @Param(label = "Count", help = "How many images.", min = 1, max = 1e6) int count,
      @Param(label = "Pool", help = "Score only so many random candidates; 0 scores all.", min = 0)
          int pool,
      @Param(label = "Seed", help = "The same seed chooses the same images.") long seed) {
    public Parameters() {
      this("", RowFilter.LabelStatus.UNLABELED, RowFilter.ExcludeStatus.TRAINING, "", "", 24, 0, 0);
    }

    RowFilter filter() {
      RowFilter.Condition condition =
          subset.isEmpty() ? new RowFilter.Condition.All() : new RowFilter.Condition.Subset(subset);
      return new RowFilter(status, excludeStatus, condition);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<String> positionals() {
    return List.of("project");
  }

  @Override
  public List<String> required() {
    return List.of("project");
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return List.of(
        new AlgorithmOption("sampler", "How images are chosen.", "default", Algorithms::samplers));
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    AlgorithmChoice sampler = invocation.algorithm("sampler");
    try (ProjectSession session = Projects.read(invocation.context(), parameters.project(), null);
        FeatureMatrix features = features(session)) {
      String classId =
          parameters.className().isEmpty()
              ? null
              : Projects.classNamed(session, parameters.className()).getId();
      Draw draw =
          new Draw(
              parameters.filter(),
              sampler.id(),
              sampler.parameters(),
              classId,
              parameters.count(),
              parameters.seed(),
              parameters.pool());
      Selection selection =
          new DrawService(invocation.context().algorithms().samplers())
              .draw(draw, session.labels(), session.predictions(), features, monitor);
      return result(selection, session.labels());
    }
  }

  private static FeatureMatrix features(ProjectSession session) throws PatchworkException {
    FeatureSet features = session.activeFeatures();
    return features == null ? null : features.open();
  }

  private static CommandResult result(Selection selection, LabelTable labels) {
    CommandResult.Builder result = CommandResult.builder().value("reason", selection.reason());
    List<Map<String, Object>> images = new ArrayList<>();
    for (int i = 0; i < selection.rows().length; i++) {
      int row = selection.rows()[i];
      Map<String, Object> image = new LinkedHashMap<>();
      image.put("row", row);
      image.put("path", labels.path(row));
      if (selection.scores().length > 0) {
        image.put("score", selection.scores()[i]);
      }
      images.add(image);
      result.line("%d\t%s", row, labels.path(row));
    }
    boolean empty = images.isEmpty();
    return result
        .value("images", images)
        .problems(empty ? List.of(selection.reason()) : List.of())
        .build();
  }
}
