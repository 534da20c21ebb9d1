// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Class Toggles. */
public final class TogglesView extends ViewPart {
  public static final String ID = "org.patchwork.ui.labeling.toggles";

  private TogglesPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new TogglesPanel(
            parent, getSite().getService(OpenProject.class), getSite().getService(PageModel.class));
    new LabelingKeys(getSite().getService(IContextService.class), panel.keyControls());
  }

  /** The panel, for the commands. */
  TogglesPanel panel() {
    return panel;
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
