// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.cli.CommandResult;
import org.patchwork.cli.Invocation;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.Param;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.internal.cli.HeadChoice;
import org.patchwork.internal.cli.HeadCommand;
import org.patchwork.internal.cli.Projects;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.TrainingService;
import org.patchwork.training.search.SearchFolder;
import org.patchwork.training.search.SearchListener;
import org.patchwork.training.search.SearchParameters;
import org.patchwork.training.search.SearchRecord;
import org.patchwork.training.search.SettingsSearch;

/** Searches for good training settings, keeps what came of it, and lists what was kept. */
public final class SearchCommand implements HeadCommand<SearchCommand.Parameters> {

  /** Options beside those of training and of the search. */
  public record Parameters(
      @Param(label = "Project", help = PROJECT) String project,
      @Param(
              label = "Designs",
              help =
                  "Names of stored designs to draw from, with commas between them; empty for the one"
                      + " that is trained now.")
          String designs,
      @Param(label = "Use best", help = "Trains with the best settings from now on.")
          boolean useBest,
      @Param(
              label = "List",
              help = "Lists the searches made before, with their trials, and makes none.")
          boolean list) {
    public Parameters() {
      this("", "", false, false);
    }

    public Parameters {
      if (list && useBest) {
        throw new IllegalArgumentException(
            "--list shows searches made before; leave --use-best out, or make a search.");
      }
    }
  }

  @Override
  public Class<Parameters> parameterType() {
    return Parameters.class;
  }

  @Override
  public List<Record> ownRecords() {
    return List.of(new SearchParameters());
  }

  @Override
  public CommandResult run(Invocation<Parameters> invocation, IProgressMonitor monitor)
      throws PatchworkException {
    CommandContext context = invocation.context();
    Parameters parameters = invocation.parameters();
    if (parameters.list()) {
      try (ProjectSession session = Projects.read(context, parameters.project(), monitor)) {
        return list(session);
      }
    }
    try (ProjectSession session = Projects.open(context, parameters.project(), null);
        FeatureMatrix matrix = Projects.features(session).open()) {
      SearchRecord search = search(invocation, session, matrix, monitor);
      new SearchFolder(session.folder()).write(search);
      if (parameters.useBest()) {
        TrainingSpec best = search.best().spec();
        PlannedTraining.store(session, "search", best.design(), best.parameters());
      }
      return result(search, parameters.useBest());
    }
  }

  private static SearchRecord search(
      Invocation<Parameters> invocation,
      ProjectSession session,
      FeatureMatrix matrix,
      IProgressMonitor monitor)
      throws PatchworkException {
    return new SettingsSearch(
            new TrainingService(invocation.context().algorithms()),
            Runtime.getRuntime().availableProcessors())
        .record(
            HeadChoice.spec(invocation, session, "train"),
            PlannedTraining.designs(session, invocation.parameters().designs()),
            invocation.further(SearchParameters.class, Map.of()),
            Projects.data(session, matrix, null),
            SearchListener.NONE,
            monitor);
  }

  private static CommandResult result(SearchRecord search, boolean used) {
    CommandResult.Builder result = CommandResult.builder();
    SearchFigures.tell(search, result);
    if (used) {
      result.line("Trial %d is trained from now on.", search.best().number());
    }
    return result.build();
  }

  /** The searches that were kept, the newest first. */
  private static CommandResult list(ProjectSession session) throws PatchworkException {
    CommandResult.Builder result = CommandResult.builder();
    List<Map<String, Object>> searches = new ArrayList<>();
    for (Path file : new SearchFolder(session.folder()).files()) {
      SearchRecord search;
      try {
        search = SearchFolder.read(file);
      } catch (ProjectFormatException e) {
        result.problems(List.of(e.getMessage()));
        continue;
      }
      searches.add(SearchFigures.list(search, result));
    }
    if (searches.isEmpty()) {
      result.line("No search was made in %s yet.", session.name());
    }
    return result.value("searches", searches).build();
  }
}
