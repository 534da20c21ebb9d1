// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.swt.widgets.Composite;
import org.patchwork.core.RandomStreams;
import org.patchwork.ui.OpenProject;

/** The view Question. */
public final class QuestionView extends ModeView {
  public static final String ID = "org.patchwork.ui.labeling.question";

  @Override
  ModePanel makePanel(Composite parent, OpenProject open, ModePanel.Remedies workbench) {
    return new QuestionPanel(parent, open, workbench, new RandomStreams(System.nanoTime()));
  }
}
