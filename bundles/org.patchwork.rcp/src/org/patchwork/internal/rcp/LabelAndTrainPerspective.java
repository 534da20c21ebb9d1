// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The perspective in which everyday work is done: explorer left, image grid in the middle with the
 * model views below it, labels and figures right. The grid is the room, everything else serves it.
 */
public final class LabelAndTrainPerspective implements IPerspectiveFactory {
  public static final String ID = "org.patchwork.rcp.labelAndTrain";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    WorkPerspective work = new WorkPerspective(layout);
    layout.addView(ViewIds.EXPLORER, IPageLayout.LEFT, 0.16f, layout.getEditorArea());
    work.folder("right", IPageLayout.RIGHT, 0.76f).open(ViewIds.TOGGLES);
    work.folder("counts", IPageLayout.BOTTOM, 0.5f, "right").open(ViewIds.COUNTS);
    work.folder("histogram", IPageLayout.BOTTOM, 0.4f, "counts").open(ViewIds.HISTOGRAM);
    work.folder("centre", IPageLayout.TOP, 0.68f)
        .open(ViewIds.GRID)
        .closed(ViewIds.QUICK_TAG, ViewIds.QUESTION);
    work.folder("below", IPageLayout.BOTTOM, 0.73f, "centre")
        .open(ViewIds.DESIGNER, ViewIds.TRAIN, ViewIds.CURVES)
        .closed(ViewIds.RUNS, ViewIds.SEARCH)
        .open(ViewIds.EVALUATION)
        .closed(
            ViewIds.PROPAGATION,
            ViewIds.DISTILLATION,
            ViewIds.TEXT_SEARCH,
            ViewIds.MAP,
            ViewIds.PROBE)
        .open(ViewIds.HISTORY)
        .closed(
            ViewIds.AGREEMENT,
            ViewIds.AUGMENTATION,
            ViewIds.FEATURE_TRAINER,
            ViewIds.PRETRAINING_AUGMENTATION,
            ViewIds.PRETRAINING_CURVES,
            ViewIds.PRETRAINING_RUNS,
            ViewIds.PRETRAINING_PICTURES,
            ViewIds.ATTRIBUTION,
            ViewIds.HELP,
            ViewIds.PROGRESS,
            ViewIds.ERROR_LOG);
  }
}
