// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.patchwork.core.LabelTable;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.ThemeColors;
import org.patchwork.ui.UiThread;

/**
 * The Class Toggles: what the selected images have of each class, to be changed by key or mouse,
 * and the classes themselves, to be added, renamed, recoloured and deleted at any time. Shows
 * labels only as the project has them on disk.
 */
public final class TogglesPanel extends Composite {
  private final OpenProject open;
  private final PageModel page;
  private final LabelActions actions;
  private final SelectionWatch watch;
  private final ClassEdits edits;
  private final Label selectionText;
  private final ClassTable classes;
  private final ImpliedStrip implied;
  private final ClassEditing editing;
  private final ClassActions classActions;
  private final ClassDrop drop;
  private final Button exclude;
  private final Button validation;
  private final Button advance;
  private final Text newClass;
  private final Banner banner;
  private SelectionFacts facts;

  public TogglesPanel(Composite parent, OpenProject open, PageModel page) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.actions = new LabelActions(open, page);
    this.watch = new SelectionWatch(UiThread.of(this), this::show);
    this.edits = new ClassEdits(open);
    GridLayout layout = new GridLayout();
    layout.verticalSpacing = 3;
    setLayout(layout);
    Composite top = new Composite(this, SWT.NONE);
    top.setLayout(new GridLayout(2, false));
    ((GridLayout) top.getLayout()).marginWidth = 0;
    ((GridLayout) top.getLayout()).marginHeight = 0;
    top.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    selectionText = new Label(top, SWT.NONE);
    selectionText.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    advance =
        check(
            top,
            "Move on",
            "After a key that answers the image for good, the cursor goes to the next one",
            this::changeAdvance);
    advance.setSelection(page.autoAdvance());
    classes = new ClassTable(this, (style, value) -> actions.setLabel(style.id(), value));
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.heightHint = 120;
    classes.table().setLayoutData(fill);
    classes.table().addListener(SWT.Selection, event -> focusSelected());
    implied = new ImpliedStrip(this, open, actions);
    implied.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    newClass = newClassField();
    banner = new Banner(this);
    banner.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    banner.hide();
    editing = new ClassEditing(classes, edits, banner, actions::undo);
    classActions = new ClassActions(open, page, classes, edits, editing, banner);
    classes.table().setMenu(new ClassMenu(classes, edits, editing, classActions).create());
    new ClassDragging(classes, edits);
    drop = new ClassDrop(classes, actions, classActions.examples());
    Composite switches = row();
    exclude =
        check(
            switches,
            "Excluded (X)",
            "Seen and unusable: never trained on, never evaluated",
            () -> flag(actions::toggleExcluded));
    validation =
        check(
            switches,
            "Validation (V)",
            "Held out: never trained on, used to evaluate",
            () -> flag(actions::toggleValidation));
    bulkActions();
    listen();
    classes.setThumbnails(open.pictures());
    rebuild();
  }

  /** The controls in which the labelling keys are to work. */
  List<Control> keyControls() {
    return List.of(classes.table());
  }

  ClassTable classTable() {
    return classes;
  }

  /** What the commands do with the classes. */
  ClassActions classActions() {
    return classActions;
  }

  ClassDrop drop() {
    return drop;
  }

  ImpliedStrip implied() {
    return implied;
  }

  ClassEditing editing() {
    return editing;
  }

  Text newClassText() {
    return newClass;
  }

  /** What the panel says about the last deletion or a refused key; empty if nothing. */
  String message() {
    return banner.text();
  }

  @Override
  public boolean setFocus() {
    return !classes.table().isDisposed() && classes.table().setFocus(); // asked while disposed, too
  }

  private Composite row() {
    Composite row = new Composite(this, SWT.NONE);
    row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    RowLayout layout = new RowLayout();
    layout.marginLeft = 0;
    layout.marginTop = 0;
    layout.marginBottom = 0;
    layout.spacing = 6;
    row.setLayout(layout);
    return row;
  }

  private Button check(Composite parent, String text, String toolTip, Runnable action) {
    Button button = new Button(parent, SWT.CHECK);
    ThemeColors.keepNative(button);
    button.setText(text);
    button.setToolTipText(toolTip);
    button.addListener(SWT.Selection, event -> action.run());
    return button;
  }

  private void bulkActions() {
    Link links = new Link(this, SWT.WRAP);
    links.setText(
        "<a href=\"absent\">All absent</a> (A)   <a href=\"rest\">Rest of page absent</a> (R)   "
            + "<a href=\"copy\">Copy to page</a> (C)   <a href=\"forget\">Forget</a> (0)");
    links.setToolTipText(
        "All absent: no class is in the selected images; moves on.\n"
            + "Rest of page absent: what is unknown on the page becomes absent, for the class in"
            + " focus; Shift+R for all.\n"
            + "Copy to page: every image of the page gets the labels of the one under the cursor.\n"
            + "Forget: all labels of the selected images become unknown.");
    GridData fill = new GridData(SWT.FILL, SWT.CENTER, true, false);
    fill.widthHint = 200;
    links.setLayoutData(fill);
    links.addListener(SWT.Selection, event -> runBulk(event.text));
  }

  private void runBulk(String action) {
    switch (action) {
      case "absent" -> actions.allAbsent();
      case "rest" -> actions.restAbsent(true);
      case "copy" -> actions.copyToPage();
      default -> actions.forget();
    }
  }

  /** The mark changes when the project says so, not by the click. */
  private void flag(Runnable toggle) {
    showFlags();
    toggle.run();
  }

  private void changeAdvance() {
    page.setAutoAdvance(advance.getSelection());
  }

  private Text newClassField() {
    Text field = new Text(this, SWT.BORDER | SWT.SINGLE);
    field.setMessage("New class: name, then Enter");
    field.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    field.addListener(SWT.DefaultSelection, this::addClass);
    return field;
  }

  private void addClass(Event event) {
    if (open.session() != null && !newClass.getText().isBlank()) {
      edits.add(newClass.getText());
      newClass.setText("");
    }
  }

  private void focusSelected() {
    ClassStyle selected = classes.selected();
    page.setFocusClass(selected == null ? null : selected.id());
  }

  private void rebuild() {
    ProjectSession session = open.session();
    editing.cancel();
    implied.relationsChanged();
    classes.setClasses(
        session == null ? List.of() : ClassRow.of(session.classes()), page.focusClass());
    newClass.setEnabled(session != null && !session.readOnly());
    showSelection();
  }

  private void showSelection() {
    ProjectSession session = open.session();
    LabelTable labels = session == null ? LabelTable.empty() : session.labels();
    selectionText.setText(selectionText(session, page.selection().count()));
    watch.count(labels, page.page(), page.selection());
  }

  private static String selectionText(ProjectSession session, int count) {
    if (session == null) {
      return "No project is open.";
    } else if (session.classes().isEmpty()) {
      return "Add the classes to label:";
    }
    return switch (count) {
      case 0 -> "No image is selected.";
      case 1 -> "1 image selected";
      default -> String.format(Locale.ENGLISH, "%,d images selected", count);
    };
  }

  private void show(SelectionFacts newFacts) {
    facts = newFacts;
    ImpliedOffer offer = implied.show(facts.labels(), facts.rows(), classes.classes());
    classes.show(facts.states(), offer);
    showFlags();
  }

  private void showFlags() {
    show(exclude, facts.excluded());
    show(validation, facts.validation());
  }

  private static void show(Button button, SelectionState.Flag flag) {
    button.setEnabled(flag != null);
    button.setGrayed(flag == SelectionState.Flag.SOME);
    button.setSelection(flag == SelectionState.Flag.SOME || flag == SelectionState.Flag.ALL);
  }

  private void listen() {
    open.addListener(this, new ProjectEvents());
    page.addListener(this, new PageEvents());
  }

  /** Follows the open project. */
  private final class ProjectEvents implements OpenProjectListener {
    @Override
    public void projectChanged() {
      banner.hide();
      classes.setThumbnails(open.pictures());
      rebuild();
    }

    @Override
    public void classesChanged() {
      rebuild();
    }

    @Override
    public void settingsChanged() {
      implied.relationsChanged();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      showSelection();
    }
  }

  /** Follows the page. */
  private final class PageEvents implements PageModel.Listener {
    @Override
    public void pageChanged() {
      showSelection();
    }

    @Override
    public void selectionChanged(PageSelection before) {
      showSelection();
    }

    @Override
    public void focusClassChanged() {
      classes.select(page.focusClass());
    }
  }
}
