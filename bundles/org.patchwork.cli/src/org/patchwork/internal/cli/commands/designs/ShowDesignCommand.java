// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.designs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.TrainingException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadParameters;
import org.patchwork.internal.cli.ProjectCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.ModelDesignSpec;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.learn.design.DesignOutline;
import org.patchwork.learn.design.DesignText;
import org.patchwork.learn.design.LossOutlook;
import org.patchwork.learn.network.NetworkSketch;
import org.patchwork.project.ProjectSession;

/**
 * {@code patchwork designs show}: the network of a design with shapes and parameters, and what its
 * loss will see of the labels. Without a name it is the design that {@code patchwork train} would
 * train with the same options.
 */
public final class ShowDesignCommand implements ProjectCommand<ShowDesignCommand.Parameters> {

  /** Options. */
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
    return List.of(new HeadParameters());
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return HeadChoice.options();
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    try (ProjectSession session =
        Projects.read(invocation.context(), invocation.parameters().project(), monitor)) {
      ModelDesignSpec design = HeadChoice.design(invocation, session);
      int[] features =
          Projects.features(session).shape().stream().mapToInt(Integer::intValue).toArray();
      if (session.classes().isEmpty()) {
        throw new TrainingException(
            "The project has no classes yet. Run: patchwork classes "
                + session.folder()
                + " --add NAME");
      }
      DesignOutline outline =
          DesignOutline.of(
              design, features, session.classes().size(), invocation.context().algorithms());
      CommandResult.Builder result = CommandResult.builder();
      network(result, design, outline);
      loss(result, design, outline, session);
      return result.build();
    }
  }

  private static void network(
      CommandResult.Builder result, ModelDesignSpec design, DesignOutline outline) {
    result
        .value("design", DesignReport.values(DesignText.write("", design)))
        .value("network", DesignReport.values(outline.sketch()))
        .value("parameters", outline.parameterCount())
        .line(outline.text())
        .line("");
    List<NetworkSketch.Box> boxes = outline.sketch().boxes();
    for (int i = 0; i < boxes.size(); i++) {
      NetworkSketch.Box box = boxes.get(i);
      result.line(
          "%2d  %-44s %14s %,12d%s",
          i,
          box.text(),
          DesignOutline.shape(box.shape()),
          box.parameters(),
          box.inputs().size() > 1 ? "  from " + box.inputs() : "");
    }
  }

  private static void loss(
      CommandResult.Builder result,
      ModelDesignSpec design,
      DesignOutline outline,
      ProjectSession session) {
    result
        .value("loss", outline.loss().id())
        .value("lossParameters", outline.loss().parameters())
        .line("")
        .line("Loss: %s %s", outline.loss().contribution().name(), outline.loss().parameters());
    try {
      TrainingParameters training = training(session);
      LossOutlook outlook =
          LossOutlook.of(
              session.labels(), training.sampling(), design.classWeights(), training.batchSize());
      classes(result, outlook, Projects.classNames(session));
    } catch (TrainingException e) {
      result.line(e.getMessage());
    }
  }

  private static TrainingParameters training(ProjectSession session) {
    return org.patchwork.core.ParameterSchema.of(TrainingParameters.class)
        .create(session.model().getPlan().getParameters().map());
  }

  private static void classes(
      CommandResult.Builder result, LossOutlook outlook, List<String> names) {
    result.line(
        "%-20s %8s %8s %8s | in a batch of %d: %7s %8s | weight: %7s %8s",
        "class",
        "absent",
        "present",
        "unknown",
        outlook.batchSize(),
        "absent",
        "present",
        "absent",
        "present");
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      LossOutlook.OfClass entry = outlook.classes().get(c);
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("class", names.get(c));
      values.put("absent", entry.absent());
      values.put("present", entry.present());
      values.put("unknown", entry.unknown());
      values.put("absentInBatch", entry.absentInBatch());
      values.put("presentInBatch", entry.presentInBatch());
      values.put("absentWeight", entry.absentWeight());
      values.put("presentWeight", entry.presentWeight());
      classes.add(values);
      result.line(
          "%-20s %,8d %,8d %,8d | %24.1f %8.1f | %15.2f %8.2f",
          names.get(c),
          entry.absent(),
          entry.present(),
          entry.unknown(),
          entry.absentInBatch(),
          entry.presentInBatch(),
          entry.absentWeight(),
          entry.presentWeight());
    }
    result.value("classes", classes);
  }
}
