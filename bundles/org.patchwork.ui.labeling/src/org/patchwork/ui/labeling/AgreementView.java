// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Agreement. */
public final class AgreementView extends ViewPart {
  public static final String ID = "org.patchwork.ui.labeling.agreement";

  private AgreementPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    WorkbenchCommands commands = new WorkbenchCommands(getSite());
    panel =
        new AgreementPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            commands::changeAnnotator);
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
