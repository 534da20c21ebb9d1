// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.patchwork.image.ImageLoader;
import org.patchwork.ui.Installed;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.PageModel;

/** The view Find by Words. */
public final class TextSearchView extends ViewPart {
  public static final String ID = "org.patchwork.ui.training.textSearch";

  private TextSearchPanel panel;

  @Override
  public void createPartControl(Composite parent) {
    Installed installed = getSite().getService(Installed.class);
    panel =
        new TextSearchPanel(
            parent,
            getSite().getService(OpenProject.class),
            getSite().getService(PageModel.class),
            installed.algorithms(),
            new ImageLoader(installed.readers()));
  }

  @Override
  public void setFocus() {
    panel.setFocus();
  }
}
