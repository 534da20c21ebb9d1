// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Optional;
import org.eclipse.swt.widgets.Control;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.pretraining.trainers.DetCon;
import org.patchwork.project.ProjectSession;

/** Where an augmentation stands that is edited with a preview. */
interface AugmentationPlan {
  /** The augmentation as it stands; only asked for while a project is open. */
  AugmentationSpec value();

  /** Augments so from now on. */
  void change(AugmentationSpec spec);

  /** How an image is read that is shown with it. */
  InputSpec preview(ProjectSession session);

  /** The segments of the images that move with them; empty where there are none. */
  default Optional<DetCon.Parameters> segments() {
    return Optional.empty();
  }

  /** Calls the task when the augmentation may be another, as long as the control lives. */
  void follow(Control owner, Runnable changed);
}
