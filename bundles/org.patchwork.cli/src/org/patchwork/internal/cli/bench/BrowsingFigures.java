// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.project.ProjectSession;

/** How long it takes to find what to look at next. */
final class BrowsingFigures {
  private static final int REPETITIONS = 5;
  private static final int PAGE = 24;

  private final ProjectSession session;
  private final CommandContext context;

  BrowsingFigures(ProjectSession session, CommandContext context) {
    this.session = session;
    this.context = context;
  }

  void measure(Map<String, Object> figures, SubMonitor progress) throws PatchworkException {
    progress.beginTask("Finding images", 2 * REPETITIONS);
    Times filter =
        Times.of(
            REPETITIONS,
            i -> {
              progress.split(1);
              RowFilter.UNLABELED.select(session.labels());
            });
    figures.put("filter_sort_ms", filter.slowest());
    DrawService draws = new DrawService(context.algorithms().samplers());
    try (FeatureMatrix features = session.activeFeatures().open()) {
      Times page =
          Times.of(
              REPETITIONS,
              i ->
                  draws.draw(
                      Draw.unlabeled("margin", PAGE, i),
                      session.labels(),
                      session.predictions(),
                      features,
                      progress.split(1)));
      figures.put("next_page_ms", page.slowest());
    }
  }
}
