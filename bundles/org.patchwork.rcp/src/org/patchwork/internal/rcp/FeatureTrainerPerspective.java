// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IFolderLayout;
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
    layout.setEditorAreaVisible(false);
    String editors = layout.getEditorArea();
    IFolderLayout plan = layout.createFolder("plan", IPageLayout.LEFT, 0.28f, editors);
    plan.addView(ViewIds.FEATURE_TRAINER);
    IFolderLayout project = layout.createFolder("project", IPageLayout.BOTTOM, 0.72f, "plan");
    project.addView(ViewIds.EXPLORER);
    project.addPlaceholder(ViewIds.PROGRESS);

    IFolderLayout pictures = layout.createFolder("pictures", IPageLayout.RIGHT, 0.57f, editors);
    pictures.addView(ViewIds.PRETRAINING_PICTURES);
    pictures.addPlaceholder(ViewIds.GRID);
    pictures.addPlaceholder(ViewIds.QUICK_TAG);
    pictures.addPlaceholder(ViewIds.QUESTION);
    IFolderLayout views = layout.createFolder("views", IPageLayout.BOTTOM, 0.5f, "pictures");
    views.addView(ViewIds.PRETRAINING_AUGMENTATION);
    views.addView(ViewIds.ATTRIBUTION);
    views.addPlaceholder(ViewIds.HISTOGRAM);
    views.addPlaceholder(ViewIds.TRAIN);
    views.addPlaceholder(ViewIds.MAP);
    views.addPlaceholder(ViewIds.PROBE);
    views.addPlaceholder(ViewIds.TEXT_SEARCH);

    IFolderLayout curves = layout.createFolder("curves", IPageLayout.TOP, 0.45f, editors);
    curves.addView(ViewIds.PRETRAINING_CURVES);
    IFolderLayout runs = layout.createFolder("runs", IPageLayout.BOTTOM, 0.45f, "curves");
    runs.addView(ViewIds.PRETRAINING_RUNS);
    runs.addPlaceholder(ViewIds.HELP);
    runs.addPlaceholder(ViewIds.ERROR_LOG);
    LabelAndTrainPerspective.addShortcuts(layout);
  }
}
