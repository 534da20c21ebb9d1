// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.Voice;
import org.patchwork.learn.Agreement;
import org.patchwork.learn.ClassAgreement;
import org.patchwork.learn.Kappa;
import org.patchwork.learn.PairAgreement;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.VotePolicy;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.Page;
import org.patchwork.ui.PageModel;
import org.patchwork.ui.UiThread;

/**
 * The view Agreement: who labels, which of several answers counts, and how well the annotators
 * agree, per class and in pairs. From here one comes to the images on which answers differ and to a
 * second look at one's own.
 */
public final class AgreementPanel extends Composite {
  private static final int GAP = 6;
  private static final int NAME_WIDTH = 80;
  private static final int SIDE_WIDTH = 260;
  private static final String KAPPA_TIP =
      "Agreement beyond chance: 1 is full agreement, 0 what chance alone would give";

  private final OpenProject open;
  private final PageModel page;
  private final Runnable changeAnnotator;
  private final AgreementFigures figures;
  private final LocalResourceManager images =
      new LocalResourceManager(JFaceResources.getResources(), this);
  private final Label who;
  private final Label rule;
  private final Composite tables;
  private final Table classes;
  private final Table pairs;
  private final Label remark;
  private final Button show;
  private final Button again;
  private final Button changeRule;
  private AgreementFigures.Result result;

  /**
   * The panel.
   *
   * @param page takes the images to show
   * @param changeAnnotator asks for another name
   */
  public AgreementPanel(
      Composite parent, OpenProject open, PageModel page, Runnable changeAnnotator) {
    super(parent, SWT.NONE);
    this.open = open;
    this.page = page;
    this.changeAnnotator = changeAnnotator;
    this.figures = new AgreementFigures(UiThread.of(this), this::take, this::fail);
    setLayout(new GridLayout());
    Composite side = part(false);
    who = line(side);
    Buttons.push(side, "Change…", () -> this.changeAnnotator.run())
        .setToolTipText("Your labels are recorded under this name");
    rule = line(side);
    changeRule = Buttons.push(side, "Change…", this::changeRule);
    tables = part(true);
    classes = table("Class", "κ", "compared", "differ");
    classes.getColumn(1).setToolTipText("Fleiss' kappa. " + KAPPA_TIP);
    classes
        .getColumn(2)
        .setToolTipText(
            "Images that at least two annotators answered; for all classes, images times classes");
    classes.getColumn(3).setToolTipText("Images on which their answers differ");
    classes.addListener(SWT.DefaultSelection, event -> showDisagreements());
    pairs = table("Pair", "κ", "compared", "");
    pairs.getColumn(1).setToolTipText("Cohen's kappa over all classes. " + KAPPA_TIP);
    pairs.getColumn(2).setToolTipText("Answers that both gave: images times classes");
    remark = new Label(side, SWT.WRAP);
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    wide.widthHint = SIDE_WIDTH;
    remark.setLayoutData(wide);
    Composite buttons = new Composite(side, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    buttons.setLayout(layout);
    buttons.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    show = Buttons.push(buttons, "Show disagreements", this::showDisagreements);
    show.setToolTipText(
        "Shows the images on which answers about the selected classes differ, or about any");
    again = Buttons.push(buttons, "Second look…", this::lookAgain);
    again.setToolTipText("Shows some of your images without your labels and compares");
    open.addListener(this, new Events());
    addListener(SWT.Resize, event -> arrange());
    reset();
  }

  private Composite part(boolean fillsHeight) {
    Composite part = new Composite(this, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    part.setLayout(layout);
    part.setLayoutData(new GridData(SWT.FILL, SWT.FILL, fillsHeight, fillsHeight));
    return part;
  }

  /** Beside each other where there is more width than height, as below the grid; else stacked. */
  private void arrange() {
    Rectangle area = getClientArea();
    boolean wide = area.width > 3 * SIDE_WIDTH && area.width > area.height;
    ((GridLayout) getLayout()).numColumns = wide ? 2 : 1;
    ((GridLayout) tables.getLayout()).numColumns = wide ? 2 : 1;
    layout(true, true);
  }

  private static Label line(Composite parent) {
    Label label = new Label(parent, SWT.NONE);
    label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return label;
  }

  private Table table(String... titles) {
    Table table = new Table(tables, SWT.FULL_SELECTION | SWT.MULTI);
    table.setHeaderVisible(true);
    for (String title : titles) {
      new TableColumn(table, table.getColumnCount() == 0 ? SWT.LEFT : SWT.RIGHT).setText(title);
    }
    table.addListener(SWT.Resize, event -> fitColumns(table));
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    fill.heightHint = 90;
    fill.widthHint = SIDE_WIDTH;
    table.setLayoutData(fill);
    return table;
  }

  private static void fitColumns(Table table) {
    int used = 0;
    for (int i = 1; i < table.getColumnCount(); i++) {
      TableColumn column = table.getColumn(i);
      column.pack();
      column.setWidth(column.getText().isEmpty() ? 0 : column.getWidth() + GAP);
      used += column.getWidth();
    }
    table.getColumn(0).setWidth(Math.max(NAME_WIDTH, table.getClientArea().width - used));
  }

  private void reset() {
    result = null;
    classes.removeAll();
    pairs.removeAll();
    remark.setText("");
    sayWho();
    figures.request(open.session());
    enable();
  }

  private void sayWho() {
    ProjectSession session = open.session();
    if (session == null) {
      who.setText("No project is open.");
      rule.setText("");
    } else {
      who.setText("You answer as " + Voice.of(open.annotator()).label().replace("&", "&&"));
      rule.setText(
          session.annotators().policy() == VotePolicy.MAJORITY
              ? "Where answers differ, the majority counts"
              : "Where answers differ, the last one counts");
    }
    who.requestLayout();
  }

  private void enable() {
    boolean ready = result != null;
    ProjectSession session = open.session();
    changeRule.setEnabled(session != null && !session.readOnly());
    show.setEnabled(ready && !result.agreement().disagreements().isEmpty());
    again.setEnabled(
        ready
            && !session.readOnly()
            && result.agreement().voices().contains(Voice.of(open.annotator())));
  }

  private void fail(String message) {
    remark.setText(message.replace("&", "&&"));
    remark.requestLayout();
  }

  private void take(AgreementFigures.Result found) {
    if (open.session() != found.session()) {
      return;
    }
    result = found;
    writeClasses(found.agreement());
    writePairs(found.agreement());
    remark.setText(summary(found.agreement()).replace("&", "&&"));
    remark.requestLayout();
    enable();
  }

  private void writeClasses(Agreement agreement) {
    List<ClassStyle> styles = ClassStyle.of(open.session().classes());
    classes.setItemCount(agreement.classes().size() + 1);
    for (int c = 0; c < agreement.classes().size(); c++) {
      ClassAgreement each = agreement.classes().get(c);
      TableItem item = classes.getItem(c);
      item.setData(each.classId());
      styles.stream()
          .filter(style -> style.id().equals(each.classId()))
          .forEach(
              style -> {
                item.setText(0, style.name());
                item.setImage(0, images.create(new Swatch(style.color()).descriptor()));
              });
      write(item, each.fleiss(), each.disagreements().cardinality());
    }
    TableItem all = classes.getItem(agreement.classes().size());
    all.setData(null);
    all.setImage(0, null);
    all.setText(0, "All classes");
    write(all, agreement.overall(), agreement.disagreements().cardinality());
  }

  private static void write(TableItem item, Kappa kappa, int differ) {
    item.setText(1, text(kappa));
    item.setText(2, figure(kappa.items()));
    item.setText(3, figure(differ));
  }

  private void writePairs(Agreement agreement) {
    pairs.setItemCount(agreement.pairs().size());
    for (int i = 0; i < agreement.pairs().size(); i++) {
      PairAgreement pair = agreement.pairs().get(i);
      TableItem item = pairs.getItem(i);
      item.setText(
          0,
          pair.self()
              ? pair.second().label()
              : pair.first().label() + " · " + pair.second().label());
      item.setText(1, text(pair.overall()));
      item.setText(2, figure(pair.overall().items()));
    }
  }

  /** Two decimals; n/a where κ says nothing. */
  static String text(Kappa kappa) {
    return kappa.available() ? String.format(Locale.ENGLISH, "%.2f", kappa.value()) : "n/a";
  }

  private static String figure(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  private static String summary(Agreement agreement) {
    long people = agreement.voices().stream().filter(voice -> !voice.secondLook()).count();
    if (people == 0) {
      return "Nobody has answered yet. Label some images; what each annotator says is kept.";
    } else if (people == 1 && agreement.selves().isEmpty()) {
      return "One annotator so far. Another one can label under another name, or merge labels from"
          + " elsewhere (File > Merge Labels); a second look compares you with yourself.";
    } else if (people > 1 && agreement.overall().items() == 0) {
      return "No image was answered by two annotators yet.";
    }
    return Counted.of(agreement.disagreements().cardinality(), "image")
        + " on which answers differ. n/a: nobody answered the same image twice, or all said the"
        + " same.";
  }

  /** Shows the images on which answers differ, about the selected classes or about any. */
  private void showDisagreements() {
    if (result == null) {
      return;
    }
    BitSet rows = new BitSet();
    StringBuilder names = new StringBuilder();
    for (TableItem item : classes.getSelection()) {
      for (ClassAgreement each : result.agreement().classes()) {
        if (each.classId().equals(item.getData())) {
          rows.or(each.disagreements());
          names.append(names.isEmpty() ? " about " : ", ").append(item.getText(0));
        }
      }
    }
    if (names.isEmpty()) {
      rows.or(result.agreement().disagreements());
    }
    String what = Counted.of(rows.cardinality(), "image") + " on which answers" + names + " differ";
    page.show(Page.browsed(rows.stream().toArray(), "disagreements", what));
  }

  private void changeRule() {
    if (open.session() != null) {
      new RuleDialog(getShell(), open).open();
    }
  }

  private void lookAgain() {
    if (result != null && open.session() == result.session()) {
      new SecondLookDialog(getShell(), open, page, result, new SplittableRandom()).open();
    }
  }

  /** For tests: the classes with their figures, all classes together at the end. */
  Table classes() {
    return classes;
  }

  /** For tests: the pairs with their figures. */
  Table pairs() {
    return pairs;
  }

  /** For tests: what is said in words. */
  String text() {
    return who.getText() + "\n" + rule.getText() + "\n" + remark.getText();
  }

  /** For tests: the button that shows disagreements. */
  Button showButton() {
    return show;
  }

  @Override
  public boolean setFocus() {
    return classes.setFocus();
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      reset();
    }

    @Override
    public void classesChanged() {
      figures.request(open.session());
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      if (event.all()) {
        figures.request(open.session());
      }
    }

    @Override
    public void votesChanged() {
      sayWho();
      figures.request(open.session());
    }

    @Override
    public void annotatorChanged() {
      sayWho();
      enable();
    }
  }
}
