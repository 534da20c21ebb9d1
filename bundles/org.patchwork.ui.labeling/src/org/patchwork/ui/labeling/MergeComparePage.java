// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.VotePolicy;
import org.patchwork.project.merge.Choice;
import org.patchwork.project.merge.ClassComparison;
import org.patchwork.project.merge.LabelMerge;
import org.patchwork.project.merge.Resolution;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.ThumbnailCanvas;
import org.patchwork.ui.UiThread;

/**
 * Shows per class what is new, equal and contradictory, and the images in conflict; takes the
 * choice per class and per image, and says what comes of it.
 */
final class MergeComparePage extends WizardPage {
  private static final List<String> CHOICES =
      List.of("Keep mine", "Take theirs", "Leave the class out");
  private static final int COLUMNS = 4;

  private final OpenProject open;
  private final PageModel conflicts = new PageModel();
  private final MergeConflictPainter painter = new MergeConflictPainter();
  private Label images;
  private Table classes;
  private Combo choice;
  private Button mine;
  private Button theirs;
  private Button addImages;
  private Label outcome;
  private ThumbnailCanvas canvas;
  private LabelMerge merge;
  private Resolution resolution = Resolution.of(Choice.KEEP_MINE);
  private int asked;

  MergeComparePage(OpenProject open) {
    super("compare", "What comes in?", null);
    this.open = open;
    setPageComplete(false);
  }

  @Override
  public void createControl(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    area.setLayout(new GridLayout(4, false));
    images = sentence(area);
    classes = new Table(area, SWT.FULL_SELECTION | SWT.BORDER);
    classes.setHeaderVisible(true);
    for (String title : List.of("Class", "New", "Equal", "Conflicts", "On conflict")) {
      TableColumn column =
          new TableColumn(classes, "NewEqualConflicts".contains(title) ? SWT.RIGHT : SWT.LEFT);
      column.setText(title);
      column.setWidth(title.equals("Class") || title.startsWith("On") ? 150 : 90);
    }
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, false, 4, 1);
    fill.heightHint = 110;
    classes.setLayoutData(fill);
    classes.addListener(SWT.Selection, event -> showClass());
    createChoices(area);
    canvas = new ThumbnailCanvas(area, conflicts, painter);
    GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1);
    wide.widthHint = 640;
    wide.heightHint = 240;
    canvas.setLayoutData(wide);
    canvas.setColumns(COLUMNS);
    canvas.setThumbnails(open.pictures());
    canvas.addListener(SWT.MouseDoubleClick, event -> turn());
    canvas.addListener(SWT.KeyDown, event -> turnBySpace(event.character));
    addImages = new Button(area, SWT.CHECK);
    addImages.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1));
    addImages.addListener(
        SWT.Selection, event -> resolve(resolution.withImages(addImages.getSelection())));
    outcome = sentence(area);
    setControl(area);
  }

  private void createChoices(Composite area) {
    new Label(area, SWT.NONE).setText("On conflict:");
    choice = new Combo(area, SWT.READ_ONLY);
    choice.setItems(CHOICES.toArray(String[]::new));
    choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    choice.addListener(SWT.Selection, event -> choose(Choice.values()[choice.getSelectionIndex()]));
    mine = push(area, "Keep mine in these", () -> decide(false));
    theirs = push(area, "Take theirs in these", () -> decide(true));
  }

  private static Button push(Composite area, String text, Runnable action) {
    Button button = new Button(area, SWT.PUSH);
    button.setText(text);
    button.setToolTipText("For the selected images; Space or a double click turns one");
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  private static Label sentence(Composite area) {
    Label label = new Label(area, SWT.WRAP);
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1);
    data.widthHint = 500;
    label.setLayoutData(data);
    return label;
  }

  /** Shows a comparison; the first class with conflicts is selected. */
  void show(LabelMerge compared) {
    merge = compared;
    boolean counting = counting();
    setDescription(
        counting
            ? "Conflicts are decided by the majority of the answers, theirs among them."
            : "Labels that are new come in; conflicts are decided as you choose.");
    int all = merge.source().labels().rows();
    images.setText(
        String.format(
            Locale.ENGLISH,
            "%s: %s, %,d of them in this project.",
            merge.source().name().replace("&", "&&"),
            Counted.of(all, "image"),
            merge.matched()));
    addImages.setText(
        "Also add "
            + Counted.of(all - merge.matched(), "image")
            + " that this project does not have");
    addImages.setEnabled(all > merge.matched());
    addImages.setSelection(false);
    resolve(Resolution.of(Choice.KEEP_MINE));
    int first = 0;
    while (first < merge.classes().size() - 1
        && merge.classes().get(first).conflicts().length == 0) {
      first++;
    }
    classes.select(first);
    showClass();
  }

  private boolean counting() {
    return open.session() != null && open.session().annotators().policy() == VotePolicy.MAJORITY;
  }

  private ClassComparison selected() {
    int index = classes.getSelectionIndex();
    return index < 0 || merge == null ? null : merge.classes().get(index);
  }

  private void showClass() {
    ClassComparison each = selected();
    if (each == null) {
      return;
    }
    choice.select(resolution.choice(each.name()).ordinal());
    painter.show(
        row -> each.mine()[Arrays.binarySearch(each.conflicts(), row)] == LabelTable.PRESENT,
        row -> resolution.takesTheirs(each.name(), row));
    conflicts.show(Page.browsed(each.conflicts(), "merge", ""));
    boolean some = each.conflicts().length > 0 && !counting();
    choice.setEnabled(!counting());
    mine.setEnabled(some);
    theirs.setEnabled(some);
  }

  /** For the selected class; for all where they exclude each other. */
  private void choose(Choice chosen) {
    Resolution changed = resolution;
    for (ClassComparison each : concerned()) {
      changed = changed.with(each.name(), chosen);
    }
    resolve(changed);
    canvas.redraw();
  }

  private List<ClassComparison> concerned() {
    return merge.exclusive() ? merge.classes() : List.of(selected());
  }

  private void decide(boolean takeTheirs) {
    decide(conflicts.selectedRows(), takeTheirs);
  }

  private void decide(int[] rows, boolean takeTheirs) {
    if (counting() || rows.length == 0) {
      return;
    }
    Resolution changed = resolution;
    for (ClassComparison each : concerned()) {
      changed = changed.with(each.name(), rows, takeTheirs);
    }
    resolve(changed);
    canvas.redraw();
  }

  private void turnBySpace(char key) {
    if (key == ' ') {
      turn();
    }
  }

  private void turn() {
    int row = conflicts.cursorRow();
    if (row >= 0) {
      decide(new int[] {row}, !resolution.takesTheirs(selected().name(), row));
    }
  }

  private void resolve(Resolution changed) {
    resolution = changed;
    writeClasses();
    askOutcome();
  }

  private void writeClasses() {
    classes.setItemCount(merge.classes().size());
    for (int i = 0; i < merge.classes().size(); i++) {
      ClassComparison each = merge.classes().get(i);
      TableItem item = classes.getItem(i);
      item.setText(0, each.name() + (each.added() ? " (new)" : ""));
      item.setText(1, figure(each.fresh()));
      item.setText(2, figure(each.equal()));
      item.setText(3, figure(each.conflicts().length));
      item.setText(4, said(each));
    }
  }

  private String said(ClassComparison each) {
    if (counting()) {
      return "majority";
    }
    long taken =
        Arrays.stream(each.conflicts())
            .filter(row -> resolution.takesTheirs(each.name(), row))
            .count();
    boolean mixed = taken > 0 && taken < each.conflicts().length;
    return mixed
        ? figure((int) taken)
            + " theirs, "
            + figure((int) (each.conflicts().length - taken))
            + " mine"
        : CHOICES.get(resolution.choice(each.name()).ordinal());
  }

  private static String figure(int number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private void askOutcome() {
    int number = ++asked;
    setPageComplete(false);
    setErrorMessage(null);
    outcome.setText("Looking what comes of it…");
    LabelMerge compared = merge;
    Resolution chosen = resolution;
    UiThread.of(getControl())
        .deliver(
            CompletableFuture.supplyAsync(() -> preview(compared, chosen)),
            preview -> {
              if (number == asked) {
                outcome.setText(text(preview));
                outcome.requestLayout();
                setPageComplete(true);
              }
            },
            error -> {
              if (number == asked) {
                outcome.setText("");
                setErrorMessage(error.getMessage());
              }
            });
  }

  private EditPreview preview(LabelMerge compared, Resolution chosen) {
    try {
      return open.session().preview(compared.edit(chosen));
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private static String text(EditPreview preview) {
    List<String> parts = new ArrayList<>();
    parts.add(
        Counted.of(preview.cells(), "label")
            + " of "
            + Counted.of(preview.rows().length, "image")
            + " to change");
    if (preview.addedRows() > 0) {
      parts.add(Counted.of(preview.addedRows(), "image") + " to add");
    }
    if (!preview.addedClasses().isEmpty()) {
      parts.add("new classes: " + String.join(", ", preview.addedClasses()));
    }
    return String.join("; ", parts).replace("&", "&&")
        + ". Answers keep the names of those who gave them. One undo takes it back.";
  }

  /** The edit as it was last previewed. */
  Edit edit() {
    return merge.edit(resolution);
  }

  /** For tests: the classes with their figures. */
  Table classes() {
    return classes;
  }

  /** For tests: the choice for the selected class. */
  Combo choice() {
    return choice;
  }

  /** For tests: what comes of it, in words. */
  String text() {
    return images.getText() + "\n" + outcome.getText();
  }

  /** For tests: the images in conflict. */
  PageModel conflicts() {
    return conflicts;
  }

  /** For tests: takes theirs in the selected images. */
  Button theirs() {
    return theirs;
  }
}
