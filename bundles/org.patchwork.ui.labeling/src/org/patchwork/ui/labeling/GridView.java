// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Image Grid. */
public final class GridView extends ViewPart {
  public static final String ID = "org.patchwork.ui.labeling.grid";

  private LabelingPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new LabelingPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            getSite().getService(Installed.class).algorithms(),
            new WorkbenchCommands(getSite()));
    panel
        .grid()
        .displayOptions()
        .setMemory(
            new DisplayPreferences(
                InstanceScope.INSTANCE.getNode("org.patchwork.ui.labeling").node("display")));
    new LabelingKeys(getSite().getService(IContextService.class), panel.grid().keyControls());
  }

  /** The panel, for the commands. */
  public LabelingPanel panel() {
    return panel;
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
