// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.patchwork.project.RunSummary;

/** Chooses the run that teaches: newest first, by default the one whose predictions are shown. */
final class TeacherChoice extends Composite {
  private final Combo combo;
  private final Runnable changed;
  private List<RunSummary> teachers = List.of();

  TeacherChoice(Composite parent, Runnable changed) {
    super(parent, SWT.NONE);
    this.changed = changed;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    Label label = new Label(this, SWT.NONE);
    label.setText("Teacher");
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    combo = new Combo(this, SWT.READ_ONLY);
    combo.setToolTipText("The run whose predictions the student learns");
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    combo.addListener(SWT.Selection, event -> this.changed.run());
  }

  /**
   * Offers runs; the one that was chosen stays so.
   *
   * @param runs those that can teach, oldest first
   * @param shown id of the run whose predictions the project shows, or empty
   */
  void show(List<RunSummary> runs, String shown) {
    String before = chosen().map(RunSummary::id).orElse(shown);
    teachers = runs.reversed();
    combo.setItems(
        teachers.stream()
            .map(run -> run.id().equals(shown) ? run.id() + " (in use)" : run.id())
            .toArray(String[]::new));
    int place = 0;
    for (int i = 0; i < teachers.size(); i++) {
      place = teachers.get(i).id().equals(before) ? i : place;
    }
    combo.select(place);
    changed.run();
  }

  /** The run that teaches; empty if the project has none with predictions. */
  Optional<RunSummary> chosen() {
    int place = combo.getSelectionIndex();
    return place < 0 || place >= teachers.size()
        ? Optional.empty()
        : Optional.of(teachers.get(place));
  }

  Combo combo() {
    return combo;
  }
}
