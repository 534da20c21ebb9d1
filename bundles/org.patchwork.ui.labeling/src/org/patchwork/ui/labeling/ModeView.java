// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.ui.OpenProject;

/** A view of one mode: its panel, its keys. */
abstract class ModeView extends ViewPart {
  private ModeActions actions;
  private Control keys;

  @Override
  public final void createPartControl(Composite parent) {
    OpenProject open = getSite().getService(OpenProject.class);
    ModePanel panel = makePanel(parent, open, new WorkbenchCommands(getSite()));
    actions = panel;
    keys = panel.canvas();
    new LabelingKeys(
        getSite().getService(IContextService.class),
        ModeCommand.CONTEXT,
        List.of(keys, panel.emptyButton()));
  }

  abstract ModePanel makePanel(Composite parent, OpenProject open, ModePanel.Remedies workbench);

  /** What the keys do. */
  ModeActions actions() {
    return actions;
  }

  @Override
  public final void setFocus() {
    keys.getParent().setFocus();
  }
}
