// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.training.map.FeatureMapService;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Feature Map. */
public final class FeatureMapView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.map";

  private MapPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new MapPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            new FeatureMapService(),
            () -> FeatureCommand.run(getSite()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
