// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * The perspective in which feature extractors are trained on the images of the project: what is to
 * be done stands left, how it goes and how the runs compare in the middle, and what the network
 * sees and has learned to see at the right.
 */
public final class FeatureTrainerPerspective implements IPerspectiveFactory {
  public static final String ID = "org.patchwork.rcp.featureTrainer";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    WorkPerspective work = new WorkPerspective(layout);
    work.folder("plan", IPageLayout.LEFT, 0.28f).open(ViewIds.FEATURE_TRAINER);
    work.folder("project", IPageLayout.BOTTOM, 0.72f, "plan")
        .open(ViewIds.EXPLORER)
        .closed(ViewIds.PROGRESS);
    work.folder("pictures", IPageLayout.RIGHT, 0.57f)
        .open(ViewIds.PRETRAINING_PICTURES)
        .closed(ViewIds.GRID, ViewIds.QUICK_TAG, ViewIds.QUESTION);
    work.folder("views", IPageLayout.BOTTOM, 0.5f, "pictures")
        .open(ViewIds.PRETRAINING_AUGMENTATION, ViewIds.ATTRIBUTION)
        .closed(ViewIds.HISTOGRAM, ViewIds.TRAIN, ViewIds.MAP, ViewIds.PROBE, ViewIds.TEXT_SEARCH);
    work.folder("curves", IPageLayout.TOP, 0.45f).open(ViewIds.PRETRAINING_CURVES);
    work.folder("runs", IPageLayout.BOTTOM, 0.45f, "curves")
        .open(ViewIds.PRETRAINING_RUNS)
        .closed(ViewIds.HELP, ViewIds.ERROR_LOG);
  }
}
