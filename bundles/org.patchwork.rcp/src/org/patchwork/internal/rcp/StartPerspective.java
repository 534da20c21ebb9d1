// SPDX-License-Identifier: MIT
package org.patchwork.internal.rcp;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** What stands in the window while no project is open: the start page alone. */
public final class StartPerspective implements IPerspectiveFactory {
  public static final String ID = "org.patchwork.rcp.startPerspective";

  @Override
  public void createInitialLayout(IPageLayout layout) {
    layout.setEditorAreaVisible(false);
    layout.addStandaloneView(ViewIds.START, false, IPageLayout.LEFT, 1f, layout.getEditorArea());
    layout.getViewLayout(ViewIds.START).setCloseable(false);
    layout.addPerspectiveShortcut(LabelAndTrainPerspective.ID);
  }
}
