// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.training.probe.ProbeService;
import org.patchwork.ui.OpenProject;

/** The view Feature Probe. */
public final class ProbeView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.probe";

  private ProbePanel panel;

  @Override
  public void createPartControl(Composite parent) {
    panel =
        new ProbePanel(
            parent,
            getSite().getService(OpenProject.class),
            new ProbeService(),
            () -> FeatureCommand.run(getSite()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
