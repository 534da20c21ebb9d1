// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;

/** The view Settings Search. */
public final class SearchView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.search";

  private SearchPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new SearchPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(Trainer.class),
            new TrainingService(getSite().getService(Installed.class).algorithms()),
            () -> FeatureCommand.run(getSite()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
