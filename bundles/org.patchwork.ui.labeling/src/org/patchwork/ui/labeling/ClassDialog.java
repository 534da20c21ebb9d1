// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.eclipse.jface.preference.ColorSelector;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.patchwork.project.Edit;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Palette;

/** Everything that is said about a class, to be changed in one step. */
final class ClassDialog extends EditDialog {
  private static final int MOST_GOAL = 10_000_000;
  private static final String NONE = "";

  private final ClassRow old;
  private final List<ClassRow> others;
  private Text name;
  private Text description;
  private Text key;
  private ColorSelector color;
  private Combo parent;
  private Combo group;
  private Spinner goal;

  ClassDialog(Shell shell, OpenProject open, ClassRow old) {
    super(shell, open, "Class " + old.style().name(), "Save");
    this.old = old;
    this.others =
        ClassRow.of(session.classes()).stream()
            .filter(each -> !each.style().id().equals(old.style().id()))
            .toList();
  }

  @Override
  void createFields(Composite area) {
    label(area, "Name");
    name = text(area, old.style().name(), SWT.SINGLE);
    label(area, "Means");
    description = text(area, old.style().description(), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
    GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
    high.heightHint = 60;
    high.widthHint = 360;
    description.setLayoutData(high);
    label(area, "Key");
    key = text(area, old.style().keyText(), SWT.SINGLE);
    label(area, "Colour");
    color = new ColorSelector(area);
    color.setColorValue(old.style().color());
    color.addListener(event -> changed());
    label(area, "Is a kind of");
    parent = new Combo(area, SWT.READ_ONLY);
    parent.add(NONE);
    others.forEach(each -> parent.add(each.style().name()));
    parent.setText(old.parentName());
    parent.setToolTipText(
        "Where this class is present, so is that one; where that is absent, so is" + " this.");
    parent.setLayoutData(wide());
    parent.addListener(SWT.Selection, event -> changed());
    label(area, "Exclusion group");
    group = new Combo(area, SWT.NONE);
    TreeSet<String> groups = new TreeSet<>();
    others.stream().map(ClassRow::group).filter(each -> !each.isEmpty()).forEach(groups::add);
    groups.forEach(group::add);
    group.setText(old.group());
    group.setToolTipText(
        "At most one class of a group is present in an image. Choose a group or type a new name.");
    group.setLayoutData(wide());
    group.addListener(SWT.Modify, event -> changed());
    label(area, "Goal");
    goal = new Spinner(area, SWT.BORDER);
    goal.setValues(old.goal(), 0, MOST_GOAL, 0, 10, 100);
    goal.setToolTipText("In how many images the class is to be found; 0 for no goal");
    goal.addListener(SWT.Modify, event -> changed());
    setMessage(
        "Groups and parents change no labels; what follows from them is offered as you label.");
  }

  private Text text(Composite area, String value, int style) {
    Text text = new Text(area, SWT.BORDER | style);
    text.setText(value);
    text.setLayoutData(wide());
    text.addListener(SWT.Modify, event -> changed());
    return text;
  }

  @Override
  void changed() {
    String typed = key.getText().strip().toLowerCase(Locale.ROOT);
    String fault = typed.isEmpty() ? null : ClassEdits.keyFault(session, old.style(), typed);
    if (fault != null || name.getText().isBlank()) {
      refuse(fault == null ? "A class needs a name." : fault);
      return;
    }
    ask(edit(typed), () -> null, outlook -> {});
  }

  private Edit edit(String newKey) {
    String id = old.style().id();
    List<Edit> edits = new ArrayList<>();
    edits.add(
        new Edit.UpdateClass(
            id,
            name.getText().strip(),
            description.getText().strip(),
            Palette.hex(color.getColorValue()),
            newKey.equals(String.valueOf(old.style().key())) ? null : newKey));
    int chosen = parent.getSelectionIndex() - 1;
    edits.add(new Edit.SetParent(id, chosen < 0 ? "" : others.get(chosen).style().id()));
    edits.add(new Edit.SetExclusionGroup(List.of(id), group.getText()));
    edits.add(new Edit.SetGoal(id, goal.getSelection()));
    return new Edit.Composite("change class " + old.style().name(), edits);
  }

  /** For tests: the choice of the parent. */
  Combo parent() {
    return parent;
  }

  /** For tests: the field of the group. */
  Combo group() {
    return group;
  }

  /** For tests: the field of the goal. */
  Spinner goal() {
    return goal;
  }

  /** For tests: the field of the name. */
  Text name() {
    return name;
  }
}
