// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.AlgorithmOption;
import org.patchwork.cli.Command;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadParameters;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.TrainingParameters;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.training.search.SearchListener;
import org.patchwork.training.search.SearchParameters;
import org.patchwork.training.search.SettingsSearch;
import org.patchwork.training.search.Trial;

/** Searches for good training settings. */
public final class SearchCommand implements Command<SearchCommand.Parameters> {

  /** Options beside those of training and of the search. */
  public record Parameters(
      @Param(label = "Project", help = "Folder of the project.") String project,
      @Param(
              label = "Designs",
              help =
                  "Names of stored designs to draw from, with commas between them; empty for the one"
                      + " that is trained now.")
          String designs,
      @Param(label = "Use best", help = "Trains with the best settings from now on.")
          boolean useBest) {
    public Parameters() {
      this("", "", false);
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
  public List<Record> furtherParameters() {
    return List.of(new SearchParameters(), new TrainingParameters(), new HeadParameters());
  }

  @Override
  public List<AlgorithmOption> algorithms() {
    return HeadChoice.options();
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    Parameters parameters = invocation.parameters();
    try (ProjectSession session = Projects.open(context, parameters.project(), null);
        FeatureMatrix matrix = Projects.features(session).open()) {
      SettingsSearch search =
          new SettingsSearch(
              new TrainingService(context.algorithms()),
              Runtime.getRuntime().availableProcessors());
      List<Trial> trials =
          search.run(
              PlannedTraining.spec(invocation, session),
              PlannedTraining.designs(session, parameters.designs()),
              invocation.further(SearchParameters.class, Map.of()),
              Projects.data(session, matrix, null),
              SearchListener.NONE,
              monitor);
      if (parameters.useBest()) {
        Trial best = trials.get(0);
        PlannedTraining.store(session, "search", best.spec().design(), best.spec().parameters());
      }
      return result(trials, parameters.useBest());
    }
  }

  private static CommandResult result(List<Trial> trials, boolean used) {
    CommandResult.Builder result = CommandResult.builder();
    List<Map<String, Object>> entries = new ArrayList<>();
    result.line("%5s  %6s  %6s  %6s  %s", "trial", "score", "±", "epochs", "settings");
    for (Trial trial : trials) {
      entries.add(entry(trial));
      result.line(
          "%5d  %6s  %6.3f  %6d  %s",
          trial.number(),
          Double.isNaN(trial.score()) ? "n/a" : String.format("%.3f", trial.score()),
          trial.deviation(),
          trial.epochs(),
          trial.problem().isEmpty() ? text(trial) : trial.problem());
    }
    if (used) {
      result.line("Trial %d is trained from now on.", trials.get(0).number());
    }
    return result.value("trials", entries).value("best", entries.get(0)).build();
  }

  private static Map<String, Object> entry(Trial trial) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("trial", trial.number());
    entry.put("score", Double.isNaN(trial.score()) ? null : trial.score());
    entry.put("deviation", trial.deviation());
    entry.put("epochs", trial.epochs());
    entry.put("seconds", trial.seconds());
    entry.put("settings", trial.spec().parameters().texts());
    entry.put("fineTuning", trial.spec().design().fineTuningId());
    entry.put("output", trial.spec().design().outputId());
    entry.put("problem", trial.problem());
    return entry;
  }

  private static String text(Trial trial) {
    TrainingParameters settings = trial.spec().parameters();
    Map<String, String> texts = settings.texts();
    return String.format(
        "rate %s, %s, decay %s, batch %d, sampling %s, weight decay %s",
        texts.get("learningRate"),
        texts.get("optimizer"),
        texts.get("decay"),
        settings.batchSize(),
        texts.get("sampling"),
        texts.get("weightDecay"));
  }
}
