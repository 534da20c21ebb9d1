// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view What Features See. */
public final class AttributionView extends ViewPart {
  private AttributionPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new AttributionPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Installed.class).algorithms());
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
