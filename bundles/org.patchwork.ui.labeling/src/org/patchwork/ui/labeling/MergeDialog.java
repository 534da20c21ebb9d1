// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.core.LabelTable;
import org.patchwork.project.ConflictRule;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.classes.MergeConflicts;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.ThumbnailCanvas;

/** Merges one class into another; shows how they compare and the images in which they disagree. */
final class MergeDialog extends EditDialog {
  private static final int CANVAS_WIDTH = 560;
  private static final int CANVAS_HEIGHT = 230;
  private static final int COLUMNS = 5;

  private final ClassStyle goes;
  private final List<ClassStyle> others;
  private final List<Button> rules = new ArrayList<>();
  private final PageModel conflicts = new PageModel();
  private final ConflictPainter painter;
  private Combo into;
  private Label comparison;
  private Label outcome;
  private ThumbnailCanvas canvas;

  MergeDialog(Shell parent, OpenProject open, ClassStyle goes) {
    super(parent, open, "Merge " + goes.name() + " into another class", "Merge");
    this.goes = goes;
    this.others =
        ClassStyle.of(session.classes()).stream()
            .filter(each -> !each.id().equals(goes.id()))
            .toList();
    this.painter = new ConflictPainter(session::labels, goes);
  }

  @Override
  void createFields(Composite area) {
    label(area, "Into");
    into = new Combo(area, SWT.READ_ONLY);
    others.forEach(each -> into.add(each.name()));
    into.select(0);
    into.setLayoutData(wide());
    into.addListener(SWT.Selection, event -> changed());
    comparison = sentence(area);
    for (ConflictRule rule : ConflictRule.values()) {
      Button button = new Button(area, SWT.RADIO);
      ThemeColors.keepNative(button);
      button.setText(rule.title());
      button.setData(rule);
      button.setSelection(rule == ConflictRule.PRESENT);
      button.setLayoutData(both());
      button.addListener(
          SWT.Selection,
          event -> {
            if (button.getSelection()) {
              changed();
            }
          });
      rules.add(button);
    }
    outcome = sentence(area);
    canvas = new ThumbnailCanvas(area, conflicts, painter);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
    data.widthHint = CANVAS_WIDTH;
    data.heightHint = CANVAS_HEIGHT;
    canvas.setLayoutData(data);
    canvas.setColumns(COLUMNS);
    canvas.setThumbnails(open.pictures());
    setMessage(
        "All labels of "
            + goes.name()
            + " go to the other class; "
            + goes.name()
            + " goes to the trash. One undo takes all back.");
  }

  @Override
  void changed() {
    if (into.getSelectionIndex() < 0) {
      refuse("There is no other class to merge into. Add it first.");
      return;
    }
    ClassStyle stays = others.get(into.getSelectionIndex());
    LabelTable labels = session.labels();
    ask(
        new Edit.MergeClasses(goes.id(), stays.id(), rule()),
        () -> MergeConflicts.of(labels, goes.id(), stays.id()),
        outlook -> show(stays, outlook));
  }

  private void show(ClassStyle stays, Outlook<MergeConflicts> outlook) {
    MergeConflicts found = outlook.more();
    comparison.setText(
        String.format(
            Locale.ENGLISH,
            "Images that say the same of both: %,d. Labelled for %s alone: %,d, for %s alone: %,d."
                + " One present and the other absent: %,d%s",
            found.agreeing(),
            goes.name(),
            found.onlyGoes(),
            stays.name(),
            found.onlyStays(),
            found.rows().length,
            found.rows().length == 0 ? "." : ", shown below."));
    outcome.setText(outcome(stays, outlook.preview()));
    painter.setStays(stays);
    if (!java.util.Arrays.equals(found.rows(), conflicts.page().rows())) {
      conflicts.show(Page.of(found.rows(), "merge", ""));
    }
    canvas.redraw();
    canvas.requestLayout();
    comparison.requestLayout();
  }

  private String outcome(ClassStyle stays, EditPreview preview) {
    for (EditPreview.Column column : preview.columns()) {
      if (column.name().equals(stays.name())) {
        return String.format(
            Locale.ENGLISH,
            "New labels of %s: %,d present, %,d absent, %,d forgotten.",
            stays.name(),
            column.present(),
            column.absent(),
            column.unknown());
      }
    }
    return "No label of " + stays.name() + " changes.";
  }

  private ConflictRule rule() {
    return rules.stream()
        .filter(Button::getSelection)
        .map(button -> (ConflictRule) button.getData())
        .findFirst()
        .orElse(ConflictRule.PRESENT);
  }

  /** For tests: the choice of the other class. */
  Combo into() {
    return into;
  }

  /** For tests: what is said about the two classes and about the outcome. */
  String text() {
    return comparison.getText() + "\n" + outcome.getText();
  }

  /** For tests: the choices of a rule. */
  List<Button> rules() {
    return rules;
  }

  /** For tests: the images in conflict. */
  int[] conflictRows() {
    return conflicts.page().rows();
  }
}
