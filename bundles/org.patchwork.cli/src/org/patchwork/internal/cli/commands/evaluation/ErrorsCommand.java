// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.CsvField;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.LabelError;
import org.patchwork.learn.evaluation.LabelErrors;
import org.patchwork.learn.split.SplitSettings;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.LabelErrorSearch;
import org.patchwork.training.TrainingService;

/** {@code patchwork errors}: labels that are likely to be wrong, the most suspicious first. */
public final class ErrorsCommand implements HeadCommand<ErrorsCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(label = "Out", help = "CSV file for the whole queue.") String out,
      @Param(label = "List", help = "How many labels to list.", min = 0) int list) {
    public Parameters() {
      this("", "", 20);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> ownRecords() {
    return List.of(new LabelErrorSearch.Settings(), new SplitSettings());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    try (ProjectSession session = Projects.read(context, parameters.project(), null);
        FeatureMatrix matrix = Projects.features(session).open()) {
      TrainingSpec spec = HeadChoice.spec(invocation, session, "label-errors");
      LabelErrors errors =
          new LabelErrorSearch(new TrainingService(context.algorithms()))
              .run(
                  spec,
                  Projects.data(session, matrix, null),
                  invocation.further(LabelErrorSearch.Settings.class),
                  invocation.further(SplitSettings.class),
                  monitor);
      CommandResult.Builder result = result(session, errors, parameters.list());
      if (!parameters.out().isEmpty()) {
        Path file = context.path(parameters.out());
        write(session, errors, file);
        result.value("out", file.toString()).line("Queue: %s", file);
      }
      return result.build();
    }
  }

  private static CommandResult.Builder result(
      ProjectSession session, LabelErrors errors, int count) {
    List<Map<String, Object>> listed = new ArrayList<>();
    CommandResult.Builder result =
        CommandResult.builder()
            .value("checked", errors.checked())
            .value("contradicted", errors.queue().size())
            .value("estimated", errors.estimated())
            .line(
                "The model contradicts %,d of %,d labels. Likely wrong: about %,d.",
                errors.queue().size(), errors.checked(), errors.estimated());
    for (LabelError error : errors.queue().stream().limit(count).toList()) {
      listed.add(values(session, error));
      result.line("%s", text(session, error));
    }
    return result.value("errors", listed);
  }

  private static Map<String, Object> values(ProjectSession session, LabelError error) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("row", error.row());
    values.put("path", session.labels().path(error.row()));
    values.put("class", Figures.name(session, error.classId()));
    values.put("label", error.given() == LabelTable.PRESENT ? "present" : "absent");
    values.put("suggested", Figures.name(session, error.suggestedId()));
    values.put("probability", error.probability());
    values.put("quality", error.quality());
    values.put("confident", error.confident());
    return values;
  }

  private static String text(ProjectSession session, LabelError error) {
    boolean other = !error.suggestedId().equals(error.classId());
    return String.format(
        Locale.ENGLISH,
        "%6.3f  %s: %s %s%s",
        error.quality(),
        session.labels().path(error.row()),
        Figures.name(session, error.classId()),
        error.given() == LabelTable.PRESENT ? "present" : "absent",
        other ? ", rather " + Figures.name(session, error.suggestedId()) : "");
  }

  private static void write(ProjectSession session, LabelErrors errors, Path file)
      throws PatchworkException {
    try (Writer csv = Files.newBufferedWriter(file)) {
      csv.write("filepath,class,label,suggested,probability,quality,confident\n");
      for (LabelError error : errors.queue()) {
        csv.write(
            String.join(
                    ",",
                    CsvField.of(session.labels().path(error.row())),
                    CsvField.of(Figures.name(session, error.classId())),
                    error.given() == LabelTable.PRESENT ? "1" : "0",
                    CsvField.of(Figures.name(session, error.suggestedId())),
                    String.valueOf(error.probability()),
                    String.valueOf(error.quality()),
                    error.confident() ? "1" : "0")
                + "\n");
      }
    } catch (IOException e) {
      throw new PatchworkException(
          "The queue cannot be written: " + e.getMessage() + ". Choose another file with --out.",
          e);
    }
  }
}
