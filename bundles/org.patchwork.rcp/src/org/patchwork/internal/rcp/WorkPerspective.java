// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import java.util.List;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;

/**
 * What the perspectives in which people work have in common: no editors, folders of views, and all
 * views and perspectives in the menu Window.
 */
final class WorkPerspective {
  private static final List<String> VIEWS =
      List.of(
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
          ViewIds.ERROR_LOG);

  private final IPageLayout layout;

  WorkPerspective(IPageLayout layout) {
    this.layout = layout;
    layout.setEditorAreaVisible(false);
    VIEWS.forEach(layout::addShowViewShortcut);
    layout.addPerspectiveShortcut(LabelAndTrainPerspective.ID);
    layout.addPerspectiveShortcut(TrainAndEvaluatePerspective.ID);
    layout.addPerspectiveShortcut(FeatureTrainerPerspective.ID);
  }

  /** A folder beside the room that is left. */
  Folder folder(String id, int side, float share) {
    return folder(id, side, share, layout.getEditorArea());
  }

  /**
   * A folder beside another one.
   *
   * @param side of {@link IPageLayout}
   * @param share where the two are divided, from left or top
   */
  Folder folder(String id, int side, float share, String beside) {
    return new Folder(layout.createFolder(id, side, share, beside));
  }

  /** A folder; its tabs come in the order in which they are named. */
  record Folder(IFolderLayout tabs) {
    /** Views that are open at first. */
    Folder open(String... views) {
      List.of(views).forEach(tabs::addView);
      return this;
    }

    /** Views that come here when they are opened. */
    Folder closed(String... views) {
      List.of(views).forEach(tabs::addPlaceholder);
      return this;
    }
  }
}
