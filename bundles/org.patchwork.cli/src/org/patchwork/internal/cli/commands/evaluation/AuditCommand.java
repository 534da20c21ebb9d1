// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.LabelTable;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.EditingCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.evaluation.AuditFile;
import org.patchwork.learn.evaluation.AuditReport;
import org.patchwork.learn.evaluation.AuditSet;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;

/**
 * {@code patchwork audit}: draws images at random to judge the model by, and says what they say
 * about all images.
 */
public final class AuditCommand implements EditingCommand<AuditCommand.Parameters> {

  /** Options. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Draw",
              help =
                  "Draws a new audit set of so many images and holds them out; 0 reports on the"
                      + " one there is.",
              min = 0)
          int draw,
      @Param(
              label = "Focus",
              help =
                  "Class whose likely images are drawn more often, so that a rare one comes up; the"
                      + " figures stay unbiased.")
          String focus,
      @Param(label = "Seed", help = "Seed of the draw.") long seed) {
    public Parameters() {
      this("", 0, "", 0);
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    Parameters parameters = invocation.parameters();
    CommandContext context = invocation.context();
    if (parameters.draw() > 0) {
      try (ProjectSession session = Projects.open(context, parameters.project(), monitor)) {
        return draw(session, parameters, context);
      }
    }
    try (ProjectSession session = Projects.read(context, parameters.project(), monitor)) {
      return report(session);
    }
  }

  private static CommandResult draw(
      ProjectSession session, Parameters parameters, CommandContext context)
      throws PatchworkException {
    LabelTable labels = session.labels();
    String focus =
        parameters.focus().isEmpty()
            ? ""
            : Projects.classNamed(session, parameters.focus()).getId();
    AuditSet set =
        AuditSet.draw(labels, session.predictions(), focus, parameters.draw(), parameters.seed());
    int[] rows = set.rows(labels);
    AuditFile.write(set, session.folder());
    session.apply(new Edit.SetValidation(rows, true), Projects.origin(context, "audit"));
    long known =
        Arrays.stream(rows)
            .filter(row -> labels.status(row) != LabelTable.Status.UNLABELED)
            .count();
    return CommandResult.builder()
        .value("members", rows.length)
        .value("population", set.population())
        .value("labeled", known)
        .value("rows", Arrays.stream(rows).boxed().toList())
        .line(
            "Drew %,d of %,d images at random and held them out; %,d of them have labels. Label the"
                + " others, train, and ask again without --draw.",
            rows.length, set.population(), known)
        .build();
  }

  private static CommandResult report(ProjectSession session) throws PatchworkException {
    AuditSet set =
        AuditFile.read(session.folder())
            .orElseThrow(
                () ->
                    new PatchworkException(
                        "The project "
                            + session.name()
                            + " has no audit set yet. Draw one with: patchwork audit "
                            + session.folder()
                            + " --draw 200"));
    CalibratedModel model = CalibratedModel.of(Figures.predictions(session), session.folder());
    AuditReport report =
        AuditReport.of(
            set,
            session.labels(),
            model.predictions(),
            model.thresholds(),
            RunPredictions.trainedRows(session.folder(), model.predictions()));
    CommandResult.Builder result =
        CommandResult.builder()
            .value("members", report.members())
            .value("labeled", report.labeled())
            .value("notHeldOut", report.notHeldOut())
            .value("trainedOn", report.trainedOn())
            .value("population", set.population())
            .line(
                "%,d of %,d images of the audit set have labels; they stand for %,d.",
                report.labeled(), report.members(), set.population());
    if (report.trainedOn() > 0) {
      result.line(
          "The model in use was trained on %,d of them, so the figures are too good: train again"
              + " before you believe them.",
          report.trainedOn());
    }
    if (report.notHeldOut() > 0) {
      result.line(
          "%,d of them are not held out any more, so the next model will be trained on them: hold"
              + " them out first.",
          report.notHeldOut());
    }
    tell(session, report, result);
    return result.build();
  }

  private static void tell(
      ProjectSession session, AuditReport report, CommandResult.Builder result) {
    if (report.mostProbable() != null) {
      result
          .value("accuracy", Figures.values(report.mostProbable()))
          .line("Accuracy on all images %s", Figures.text(report.mostProbable()));
    }
    List<Map<String, Object>> classes = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("class", "labelled", "share", "accuracy", "precision", "recall"));
    for (AuditReport.ClassAudit each : report.classes()) {
      String name = Figures.name(session, each.classId());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("class", name);
      values.put("labeled", each.labeled());
      values.put("prevalence", Figures.values(each.prevalence()));
      values.put("accuracy", Figures.values(each.accuracy()));
      values.put("precision", Figures.values(each.precision()));
      values.put("recall", Figures.values(each.recall()));
      classes.add(values);
      table.add(
          List.of(
              name,
              String.format(Locale.ENGLISH, "%,d", each.labeled()),
              Figures.text(each.prevalence()),
              Figures.text(each.accuracy()),
              Figures.text(each.precision()),
              Figures.text(each.recall())));
    }
    result.value("classes", classes);
    Figures.table(table).forEach(line -> result.line("%s", line));
  }
}
