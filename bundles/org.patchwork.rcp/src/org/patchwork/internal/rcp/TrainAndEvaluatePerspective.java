// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IFolderLayout;
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
    layout.setEditorAreaVisible(false);
    String editors = layout.getEditorArea();
    IFolderLayout model = layout.createFolder("model", IPageLayout.LEFT, 0.31f, editors);
    model.addView(ViewIds.DESIGNER);
    model.addView(ViewIds.TRAIN);
    model.addView(ViewIds.AUGMENTATION);
    IFolderLayout runs = layout.createFolder("runs", IPageLayout.BOTTOM, 0.6f, "model");
    runs.addView(ViewIds.EXPLORER);
    runs.addPlaceholder(ViewIds.AGREEMENT);
    runs.addPlaceholder(ViewIds.HISTORY);

    IFolderLayout images = layout.createFolder("images", IPageLayout.RIGHT, 0.6f, editors);
    images.addView(ViewIds.GRID);
    images.addPlaceholder(ViewIds.QUICK_TAG);
    images.addPlaceholder(ViewIds.QUESTION);
    IFolderLayout labels = layout.createFolder("labels", IPageLayout.BOTTOM, 0.65f, "images");
    labels.addView(ViewIds.TOGGLES);
    labels.addView(ViewIds.COUNTS);

    IFolderLayout results = layout.createFolder("results", IPageLayout.TOP, 0.62f, editors);
    results.addView(ViewIds.EVALUATION);
    results.addView(ViewIds.MAP);
    results.addView(ViewIds.PROPAGATION);
    results.addView(ViewIds.PROBE);
    results.addView(ViewIds.DISTILLATION);
    results.addPlaceholder(ViewIds.SEARCH);
    results.addPlaceholder(ViewIds.TEXT_SEARCH);
    results.addPlaceholder(ViewIds.ATTRIBUTION);
    IFolderLayout figures = layout.createFolder("figures", IPageLayout.BOTTOM, 0.56f, "results");
    figures.addView(ViewIds.RUNS);
    figures.addView(ViewIds.CURVES);
    figures.addView(ViewIds.HISTOGRAM);
    figures.addPlaceholder(ViewIds.PROGRESS);
    figures.addPlaceholder(ViewIds.HELP);
    figures.addPlaceholder(ViewIds.ERROR_LOG);
    LabelAndTrainPerspective.addShortcuts(layout);
  }
}
