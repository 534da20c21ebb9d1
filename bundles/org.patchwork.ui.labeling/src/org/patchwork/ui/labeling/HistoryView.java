// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;

/** The view History. */
public final class HistoryView extends ViewPart {
  public static final String ID = "org.patchwork.ui.labeling.history";

  private HistoryPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel = new HistoryPanel(parent, getSite().getService(OpenProject.class));
  }

  @Override
  public void setFocus() {
    panel.table().setFocus();
  }
}
