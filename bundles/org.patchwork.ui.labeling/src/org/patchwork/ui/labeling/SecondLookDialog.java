// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.patchwork.learn.Agreement;
import org.patchwork.learn.ClassAgreement;
import org.patchwork.learn.Kappa;
import org.patchwork.project.labeling.SecondLook;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.PageSelection;
import org.patchwork.ui.ThumbnailCanvas;

/**
 * Asks the annotator again about some of her images, without showing her labels, by the keys of the
 * classes. Each answer is recorded at once; at the end she sees how well she agrees with herself,
 * and the images on which she does not.
 */
final class SecondLookDialog extends TitleAreaDialog {
  private static final int IMAGES = 24;
  private static final int CANVAS_WIDTH = 840;
  private static final int CANVAS_HEIGHT = 560;

  private final OpenProject open;
  private final PageModel grid;
  private final AgreementFigures.Result before;
  private final List<ClassStyle> classes;
  private final SecondLook look;
  private final PageModel page = new PageModel();
  private ThumbnailCanvas canvas;
  private Label outcome;

  /**
   * A second look.
   *
   * @param grid takes the images on which the looks differ
   * @param before the answers so far
   * @param random draws the images
   */
  SecondLookDialog(
      Shell parent,
      OpenProject open,
      PageModel grid,
      AgreementFigures.Result before,
      RandomGenerator random) {
    super(parent);
    this.open = open;
    this.grid = grid;
    this.before = before;
    this.classes =
        ClassStyle.of(open.session().classes()).stream()
            .filter(each -> before.votes().classIds().contains(each.id()))
            .toList();
    int[] rows = SecondLook.draw(before.votes(), before.labels(), open.annotator(), IMAGES, random);
    this.look =
        new SecondLook(
            classes.stream().map(ClassStyle::id).toList(),
            open.session().model().getSchema().isExclusive(),
            rows);
    setShellStyle(getShellStyle() | SWT.RESIZE);
    setHelpAvailable(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Second look");
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite fields = new Composite(area, SWT.NONE);
    fields.setLayout(new GridLayout());
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    canvas = new ThumbnailCanvas(fields, page, new SecondLookPainter(look, classes));
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.widthHint = CANVAS_WIDTH;
    fill.heightHint = CANVAS_HEIGHT;
    canvas.setLayoutData(fill);
    canvas.setThumbnails(open.pictures());
    canvas.addListener(SWT.KeyDown, this::keyPressed);
    outcome = new Label(fields, SWT.WRAP);
    outcome.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    page.show(Page.of(look.rows(), "second look", ""));
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Show differences", false).setEnabled(false);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    setTitle("What do you say now?");
    setMessage(
        Counted.of(look.rows().length, "image")
            + " of yours, without your labels: press the keys of the classes ("
            + keys()
            + "). Enter: all others absent, and on. Delete: forget. No label changes.");
    say();
    canvas.setFocus();
  }

  private String keys() {
    StringBuilder keys = new StringBuilder();
    for (ClassStyle each : classes) {
      keys.append(keys.isEmpty() ? "" : ", ")
          .append(each.keyText())
          .append(' ')
          .append(each.name());
    }
    return keys.toString();
  }

  private void keyPressed(Event event) {
    int row = page.cursorRow();
    if (row < 0 || (event.stateMask & (SWT.CTRL | SWT.ALT)) != 0) {
      return;
    }
    if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.character == 'a') {
      look.restAbsent(row);
      record(row);
      advance();
    } else if (event.keyCode == SWT.DEL || event.character == '0') {
      look.forget(row);
      record(row);
    } else {
      press(row, event.character);
    }
  }

  private void press(int row, char key) {
    for (int c = 0; c < classes.size(); c++) {
      if (classes.get(c).key() == Character.toLowerCase(key) && key != 0) {
        look.press(row, c);
        record(row);
        if (look.complete(row)) {
          advance();
        }
        return;
      }
    }
  }

  private void record(int row) {
    if (open.session() == before.session()) {
      open.submit(look.edit(row), "second look");
    }
    canvas.redrawRows(row);
    say();
  }

  private void advance() {
    PageSelection selection = page.selection();
    page.select(selection.at(Math.min(selection.cursor() + 1, look.rows().length - 1)));
    canvas.reveal(page.selection().cursor());
  }

  private void say() {
    int all = look.rows().length;
    int done = look.completed();
    getButton(IDialogConstants.OK_ID).setEnabled(false);
    if (done < all) {
      outcome.setText(String.format(Locale.ENGLISH, "%d of %d answered.", done, all));
      return;
    }
    BitSet differences = differences();
    Kappa kappa = agreement().selves().get(0).overall();
    outcome.setText(
        String.format(
            Locale.ENGLISH,
            "You agree with yourself on %d of %d images; kappa %s.",
            all - differences.cardinality(),
            all,
            AgreementPanel.text(kappa)));
    getButton(IDialogConstants.OK_ID).setEnabled(!differences.isEmpty());
  }

  private Agreement agreement() {
    return Agreement.of(
        look.beside(before.votes(), open.annotator()), row -> true, new NullProgressMonitor());
  }

  private BitSet differences() {
    BitSet rows = new BitSet();
    for (ClassAgreement each : agreement().classes()) {
      rows.or(each.secondThoughts());
    }
    return rows;
  }

  @Override
  protected void okPressed() {
    int[] rows = differences().stream().toArray();
    grid.show(
        Page.browsed(
            rows,
            "second look",
            Counted.of(rows.length, "image") + " on which you said something else"));
    super.okPressed();
  }

  /** For tests: the images. */
  ThumbnailCanvas canvas() {
    return canvas;
  }

  /** For tests: what is said about the outcome. */
  String text() {
    return outcome.getText();
  }
}
