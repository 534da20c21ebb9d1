// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Control;
import org.patchwork.image.InputSpec;
import org.patchwork.image.augmentation.AugmentationSpec;
import org.patchwork.project.ProjectAugmentation;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;

/** The augmentation of the head's training images, stored in the project. */
final class StoredAugmentation implements AugmentationPlan {
  private static final int SIDE = 96;
  private static final int CHANNELS = 3;

  private final OpenProject open;

  StoredAugmentation(OpenProject open) {
    this.open = open;
  }

  @Override
  public AugmentationSpec value() {
    return ProjectAugmentation.of(open.session().model());
  }

  @Override
  public void change(AugmentationSpec spec) {
    ProjectSession session = open.session();
    if (session.readOnly()) {
      return;
    }
    session
        .updateSettings(project -> ProjectAugmentation.set(project, spec))
        .whenComplete(
            (done, error) -> {
              if (error != null) {
                ILog.of(StoredAugmentation.class)
                    .warn("The augmentation could not be stored: " + error.getMessage(), error);
              }
            });
  }

  @Override
  public InputSpec preview(ProjectSession session) {
    return new InputSpec(SIDE, SIDE, CHANNELS, session.model().getImages().getNorm());
  }

  @Override
  public void follow(Control owner, Runnable changed) {
    OpenProjectListener listener =
        new OpenProjectListener() {
          @Override
          public void settingsChanged() {
            changed.run();
          }
        };
    open.addListener(owner, listener);
  }
}
