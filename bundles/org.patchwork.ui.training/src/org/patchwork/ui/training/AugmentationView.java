// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Augmentation. */
public final class AugmentationView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.augmentation";

  private AugmentationPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new AugmentationPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Installed.class).algorithms().augmentations());
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
