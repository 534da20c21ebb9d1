// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IFolderLayout;
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
    layout.setEditorAreaVisible(false);
    String editors = layout.getEditorArea();
    layout.addView(ViewIds.EXPLORER, IPageLayout.LEFT, 0.16f, editors);

    IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.76f, editors);
    right.addView(ViewIds.TOGGLES);
    IFolderLayout counts = layout.createFolder("counts", IPageLayout.BOTTOM, 0.5f, "right");
    counts.addView(ViewIds.COUNTS);
    IFolderLayout histogram = layout.createFolder("histogram", IPageLayout.BOTTOM, 0.4f, "counts");
    histogram.addView(ViewIds.HISTOGRAM);

    IFolderLayout centre = layout.createFolder("centre", IPageLayout.TOP, 0.68f, editors);
    centre.addView(ViewIds.GRID);
    centre.addPlaceholder(ViewIds.QUICK_TAG);
    centre.addPlaceholder(ViewIds.QUESTION);
    IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.73f, "centre");
    below.addView(ViewIds.DESIGNER);
    below.addView(ViewIds.TRAIN);
    below.addView(ViewIds.CURVES);
    below.addPlaceholder(ViewIds.RUNS);
    below.addPlaceholder(ViewIds.SEARCH);
    below.addView(ViewIds.EVALUATION);
    below.addPlaceholder(ViewIds.PROPAGATION);
    below.addPlaceholder(ViewIds.DISTILLATION);
    below.addPlaceholder(ViewIds.TEXT_SEARCH);
    below.addPlaceholder(ViewIds.MAP);
    below.addPlaceholder(ViewIds.PROBE);
    below.addView(ViewIds.HISTORY);
    below.addPlaceholder(ViewIds.AGREEMENT);
    below.addPlaceholder(ViewIds.AUGMENTATION);
    below.addPlaceholder(ViewIds.FEATURE_TRAINER);
    below.addPlaceholder(ViewIds.PRETRAINING_AUGMENTATION);
    below.addPlaceholder(ViewIds.PRETRAINING_CURVES);
    below.addPlaceholder(ViewIds.PRETRAINING_RUNS);
    below.addPlaceholder(ViewIds.PRETRAINING_PICTURES);
    below.addPlaceholder(ViewIds.ATTRIBUTION);
    below.addPlaceholder(ViewIds.HELP);
    below.addPlaceholder(ViewIds.PROGRESS);
    below.addPlaceholder(ViewIds.ERROR_LOG);
    addShortcuts(layout);
  }

  /** Offers all views and the perspectives in the menu Window, in each perspective alike. */
  static void addShortcuts(IPageLayout layout) {
    for (String view :
        new String[] {
          ViewIds.EXPLORER,
          ViewIds.GRID,
          ViewIds.QUICK_TAG,
          ViewIds.QUESTION,
          ViewIds.TOGGLES,
          ViewIds.COUNTS,
          ViewIds.AGREEMENT,
          ViewIds.HISTORY,
          ViewIds.DESIGNER,
          ViewIds.TRAIN,
          ViewIds.CURVES,
          ViewIds.RUNS,
          ViewIds.SEARCH,
          ViewIds.EVALUATION,
          ViewIds.HISTOGRAM,
          ViewIds.PROPAGATION,
          ViewIds.DISTILLATION,
          ViewIds.TEXT_SEARCH,
          ViewIds.MAP,
          ViewIds.PROBE,
          ViewIds.AUGMENTATION,
          ViewIds.FEATURE_TRAINER,
          ViewIds.PRETRAINING_AUGMENTATION,
          ViewIds.PRETRAINING_CURVES,
          ViewIds.PRETRAINING_RUNS,
          ViewIds.PRETRAINING_PICTURES,
          ViewIds.ATTRIBUTION,
          ViewIds.PROGRESS,
          ViewIds.ERROR_LOG
        }) {
      layout.addShowViewShortcut(view);
    }
    layout.addPerspectiveShortcut(ID);
    layout.addPerspectiveShortcut(TrainAndEvaluatePerspective.ID);
    layout.addPerspectiveShortcut(FeatureTrainerPerspective.ID);
  }
}
