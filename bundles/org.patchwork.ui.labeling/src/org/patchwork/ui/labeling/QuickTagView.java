// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.RandomStreams;
import org.patchwork.ui.OpenProject;

/** The view Quick Tag. */
public final class QuickTagView extends ModeView {
  public static final String ID = "org.patchwork.ui.labeling.quicktag";

  @Override
  ModePanel makePanel(Composite parent, OpenProject open, ModePanel.Remedies workbench) {
    // A person who opens the view again wants other tiles, so each time has a seed of its own.
    return new QuickTagPanel(parent, open, workbench, new RandomStreams(System.nanoTime()));
  }
}
