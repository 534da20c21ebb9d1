// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.PredictionTable;
import org.patchwork.internal.cli.Numbers;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.Evaluation;
import org.patchwork.learn.Histogram;
import org.patchwork.project.FeatureSet;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.propagation.PropagationParameters;
import org.patchwork.training.propagation.PropagationResult;
import org.patchwork.training.propagation.PropagationService;
import org.patchwork.workflow.ProjectPropagation;

/** Spreads the labels of a project along its similar images: predictions without a model. */
public final class PropagateCommand implements ProjectCommand<PropagateCommand.Parameters> {

  /** Options beside the propagation parameters. */
  public record Parameters(@Param(label = "Project", help = PROJECT) String project) {
    public Parameters() {
      this("");
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> furtherParameters() {
    return List.of(new PropagationParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    try (ProjectSession session = Projects.open(context, invocation.parameters().project(), null)) {
      FeatureSet features = Projects.features(session);
      PropagationResult result =
          new ProjectPropagation(session, new PropagationService())
              .run(features, invocation.further(PropagationParameters.class), monitor);
      return report(result, session);
    }
  }

  private static CommandResult report(PropagationResult result, ProjectSession session) {
    CommandResult.Builder report =
        CommandResult.builder()
            .value("run", result.folder().toString())
            .value("graph", graph(result))
            .value("sources", result.sources())
            .value("unreached", result.unreached())
            .value("seconds", result.record().seconds())
            .value("classes", classes(result, session))
            .line("Graph: %s%s", result.graph().text(), result.graphReused() ? ", from disk" : "")
            .line(
                "Labels of %,d images spread in %.2f s; %,d images were not reached.",
                result.sources(), result.record().seconds().get("propagation"), result.unreached());
    Evaluation validation = result.record().validationMetrics();
    if (validation.accuracyCount() > 0) {
      report
          .value("accuracy", Numbers.boxed(validation.accuracy()))
          .value("meanAuc", Numbers.boxed(validation.meanAuc()))
          .line(
              "Validation: accuracy %s of %,d, mean AUC %s",
              Numbers.withPoint(validation.accuracy()),
              validation.accuracyCount(),
              Numbers.withPoint(validation.meanAuc()));
    }
    return report.line("Run: %s", result.folder()).build();
  }

  private static Map<String, Object> graph(PropagationResult result) {
    Map<String, Object> graph = new LinkedHashMap<>();
    graph.put("images", result.graph().vertices());
    graph.put("neighbours", result.graph().neighbours());
    graph.put("exact", result.graph().exact());
    graph.put("recall", result.graph().recall());
    graph.put("recallImages", result.graph().recallRows());
    graph.put("seconds", result.graph().seconds());
    graph.put("reused", result.graphReused());
    return graph;
  }

  /** The histogram that the view shows, for each class. */
  private static List<Map<String, Object>> classes(
      PropagationResult result, ProjectSession session) {
    PredictionTable predictions = result.predictions();
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < predictions.classIds().size(); c++) {
      Histogram histogram =
          Histogram.of(session.labels(), predictions, predictions.classIds().get(c));
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("class", session.classes().get(c).getName());
      entry.put("unlabelled", histogram.training().unlabeled().counts());
      entry.put("absent", histogram.validation().negatives().counts());
      entry.put("present", histogram.validation().positives().counts());
      entry.put("auc", Numbers.boxed(histogram.validation().metrics().auc()));
      classes.add(entry);
    }
    return classes;
  }
}
