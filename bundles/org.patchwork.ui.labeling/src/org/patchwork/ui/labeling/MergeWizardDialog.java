// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;

/** The dialog of the {@link MergeWizard}: its Next compares, and stays if that fails. */
final class MergeWizardDialog extends WizardDialog {
  private final MergeWizard wizard;

  MergeWizardDialog(Shell parent, MergeWizard wizard) {
    super(parent, wizard);
    this.wizard = wizard;
    setHelpAvailable(false);
  }

  @Override
  protected void nextPressed() {
    if (wizard.compare()) {
      super.nextPressed();
    }
    updateButtons();
  }
}
