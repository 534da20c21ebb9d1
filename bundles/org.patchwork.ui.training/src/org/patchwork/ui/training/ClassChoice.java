// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.model.LabelClass;
import org.patchwork.project.ProjectSession;

/** One of the classes of the project, kept by its stable id while classes come and go. */
final class ClassChoice {
  private final Combo combo;
  private List<LabelClass> classes = List.of();
  private String id;

  /**
   * A list in a grid.
   *
   * @param chosen called when the user has chosen another class
   */
  ClassChoice(Composite parent, String toolTip, Runnable chosen) {
    combo = new Combo(parent, SWT.READ_ONLY);
    combo.setToolTipText(toolTip);
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    combo.addListener(
        SWT.Selection,
        event -> {
          id = classes.get(combo.getSelectionIndex()).getId();
          chosen.run();
        });
  }

  /**
   * Takes the classes of a project; the first is chosen if the one that was is not among them.
   *
   * @param session or null for none
   */
  void take(ProjectSession session) {
    classes = session == null ? List.of() : List.copyOf(session.classes());
    combo.setItems(classes.stream().map(LabelClass::getName).toArray(String[]::new));
    if (indexOf(id) < 0) {
      id = classes.isEmpty() ? null : classes.get(0).getId();
    }
    combo.select(indexOf(id));
  }

  /** Chooses a class by its id. */
  void choose(String newId) {
    id = newId;
    combo.select(indexOf(id));
  }

  /** Id of the class, or null. */
  String id() {
    return id;
  }

  /** The class; null if there is none with the id. */
  LabelClass get() {
    int index = indexOf(id);
    return index < 0 ? null : classes.get(index);
  }

  private int indexOf(String wanted) {
    for (int i = 0; i < classes.size(); i++) {
      if (classes.get(i).getId().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  Combo combo() {
    return combo;
  }
}
