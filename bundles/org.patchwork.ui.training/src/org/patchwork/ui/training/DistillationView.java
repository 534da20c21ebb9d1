// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.image.ImageLoader;
import org.patchwork.pretraining.networks.BuiltInNetworks;
import org.patchwork.training.distillation.DistillationService;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Distillation. */
public final class DistillationView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.distillation";

  private DistillationPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    OpenProject open = getSite().getService(OpenProject.class);
    Installed installed = getSite().getService(Installed.class);
    panel =
        new DistillationPanel(
            parent,
            open,
            getSite().getService(PageModel.class),
            new DistillationService(installed.algorithms(), BuiltInNetworks.catalog()),
            new ImageLoader(installed.readers()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
