// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.ThemeColors;

/** Where MLflow tracks runs, typed in by the user; taken when the field is left, or on Enter. */
final class TrackingField extends Composite {
  private static final String HELP =
      "Where MLflow tracks each run beside its folder: a folder, or a server as in"
          + " http://localhost:5000; empty for nowhere. Holds for all projects of this workspace.";

  private final RunTracking tracking;
  private final Text place;
  private final Label problem;

  TrackingField(Composite parent, RunTracking tracking) {
    super(parent, SWT.NONE);
    this.tracking = tracking;
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    Label label = new Label(this, SWT.NONE);
    label.setText("Track in MLflow");
    label.setToolTipText(HELP);
    place = new Text(this, SWT.BORDER);
    place.setMessage("folder or http://…");
    place.setToolTipText(HELP);
    place.setText(tracking.place());
    place.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    place.addListener(SWT.FocusOut, event -> take());
    place.addListener(SWT.DefaultSelection, event -> take());
    problem = new Label(this, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = 160;
    problem.setLayoutData(wide);
    say("");
  }

  private void take() {
    try {
      if (!place.getText().strip().equals(tracking.place())) {
        tracking.setPlace(place.getText());
      }
      say("");
    } catch (IllegalArgumentException e) {
      say(e.getMessage());
    }
  }

  private void say(String text) {
    problem.setText(text.replace("&", "&&"));
    problem.setForeground(ThemeColors.current().get(ThemeColor.EXCLUDED));
    problem.setVisible(!text.isEmpty());
    ((GridData) problem.getLayoutData()).exclude = text.isEmpty();
    problem.requestLayout();
  }

  Text place() {
    return place;
  }

  String problemText() {
    return problem.getText();
  }
}
