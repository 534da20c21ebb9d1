// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.VotePolicy;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColors;

/** Chooses which of several answers counts, and says before which labels that changes. */
final class RuleDialog extends EditDialog {
  private Button majority;
  private Label outcome;

  RuleDialog(Shell parent, OpenProject open) {
    super(parent, open, "Which answer counts", "Apply");
  }

  @Override
  String source() {
    return "agreement";
  }

  @Override
  void createFields(Composite area) {
    boolean counting = session.annotators().policy() == VotePolicy.MAJORITY;
    radio(area, "The last answer, by whomever", !counting);
    majority = radio(area, "What more annotators say; a tie is unknown", counting);
    outcome = sentence(area);
    sentence(area)
        .setText(
            "Everybody's answers are kept either way. Labels that nobody answered here, as of an"
                + " import, stand until somebody does; second looks do not count.");
    setMessage("Labels on which there are answers are decided anew. One undo takes it back.");
  }

  private Button radio(Composite area, String text, boolean selected) {
    Button button = new Button(area, SWT.RADIO);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setSelection(selected);
    button.setLayoutData(both());
    button.addListener(
        SWT.Selection,
        event -> {
          if (button.getSelection()) {
            changed();
          }
        });
    return button;
  }

  @Override
  void changed() {
    VotePolicy policy = majority.getSelection() ? VotePolicy.MAJORITY : VotePolicy.LAST_WINS;
    if (policy == session.annotators().policy()) {
      refuse(null);
      outcome.setText("This is how it is now.");
      return;
    }
    outcome.setText("Looking what that changes…");
    ask(new Edit.SetVotePolicy(policy), () -> null, outlook -> show(outlook.preview()));
  }

  private void show(EditPreview preview) {
    if (preview.cells() == 0) {
      outcome.setText("No label changes now.");
    } else {
      StringBuilder text = new StringBuilder();
      text.append(
          String.format(
              Locale.ENGLISH,
              "%s of %s to change:",
              Counted.of(preview.cells(), "label"),
              Counted.of(preview.rows().length, "image")));
      for (EditPreview.Column column : preview.columns()) {
        text.append(
            String.format(
                Locale.ENGLISH,
                "\n%s: %,d to present, %,d to absent, %,d to unknown",
                column.name(),
                column.present(),
                column.absent(),
                column.unknown()));
      }
      outcome.setText(text.toString().replace("&", "&&"));
    }
    outcome.requestLayout();
    grow();
  }

  /** Makes room for as many lines as there are classes. */
  private void grow() {
    Point size = getShell().getSize();
    int needed = getShell().computeSize(size.x, SWT.DEFAULT).y;
    getShell().setSize(size.x, Math.max(size.y, needed));
    getShell().layout(true, true);
  }

  /** For tests: the choice of the majority. */
  Button majority() {
    return majority;
  }

  /** For tests: what is said about the outcome. */
  String text() {
    return outcome.getText();
  }
}
