// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The perspective in which models are designed, trained and judged: what describes a model and its
 * runs stands left, what shows how good it is has the middle, and the images behind a number come
 * up at the right, ready to be labelled.
 */
public final class TrainAndEvaluatePerspective implements IPerspectiveFactory {
  public static final String ID = "org.patchwork.rcp.trainAndEvaluate";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    WorkPerspective work = new WorkPerspective(layout);
    work.folder("model", IPageLayout.LEFT, 0.31f)
        .open(ViewIds.DESIGNER, ViewIds.TRAIN, ViewIds.AUGMENTATION);
    work.folder("runs", IPageLayout.BOTTOM, 0.6f, "model")
        .open(ViewIds.EXPLORER)
        .closed(ViewIds.AGREEMENT, ViewIds.HISTORY);
    work.folder("images", IPageLayout.RIGHT, 0.6f)
        .open(ViewIds.GRID)
        .closed(ViewIds.QUICK_TAG, ViewIds.QUESTION);
    work.folder("labels", IPageLayout.BOTTOM, 0.65f, "images")
        .open(ViewIds.TOGGLES, ViewIds.COUNTS);
    work.folder("results", IPageLayout.TOP, 0.62f)
        .open(
            ViewIds.EVALUATION,
            ViewIds.MAP,
            ViewIds.PROPAGATION,
            ViewIds.PROBE,
            ViewIds.DISTILLATION)
        .closed(ViewIds.SEARCH, ViewIds.TEXT_SEARCH, ViewIds.ATTRIBUTION);
    work.folder("figures", IPageLayout.BOTTOM, 0.56f, "results")
        .open(ViewIds.RUNS, ViewIds.CURVES, ViewIds.HISTOGRAM)
        .closed(ViewIds.PROGRESS, ViewIds.HELP, ViewIds.ERROR_LOG);
  }
}
