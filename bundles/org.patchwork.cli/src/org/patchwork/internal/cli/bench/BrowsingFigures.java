// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.bench;

import java.util.Map;
import org.eclipse.core.runtime.SubMonitor;
import org.patchwork.cli.CommandContext;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RowFilter;
import org.patchwork.learn.Browse;
import org.patchwork.learn.Draw;
import org.patchwork.learn.DrawService;
import org.patchwork.learn.RowOrder;
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

  /**
   * Slowest of several, after one that is not counted: unlabelled images by the probability of one
   * class, by their margin over all classes, and the next page by margin.
   */
  void measure(Map<String, Object> figures, SubMonitor progress) throws PatchworkException {
    progress.beginTask("Finding images", 3 * (1 + REPETITIONS));
    String classId = session.labels().classIds().get(0);
    figures.put(
        "filter_sort_ms", slowest(new RowOrder(RowOrder.Key.PROBABILITY, classId, true), progress));
    figures.put(
        "filter_sort_all_classes_ms",
        slowest(new RowOrder(RowOrder.Key.MARGIN, null, false), progress));
    DrawService draws = new DrawService(context.algorithms().samplers());
    try (FeatureMatrix features = session.activeFeatures().open()) {
      Times.Step draw =
          i ->
              draws.draw(
                  Draw.unlabeled("margin", PAGE, i),
                  session.labels(),
                  session.predictions(),
                  features,
                  progress.split(1));
      draw.run(REPETITIONS);
      figures.put("next_page_ms", Times.of(REPETITIONS, draw).slowest());
    }
  }

  private double slowest(RowOrder order, SubMonitor progress) throws PatchworkException {
    Times.Step browse =
        i ->
            Browse.rows(
                RowFilter.UNLABELED,
                order,
                session.labels(),
                session.predictions(),
                progress.split(1));
    browse.run(0);
    return Times.of(REPETITIONS, browse).slowest();
  }
}
