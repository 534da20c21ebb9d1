// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.patchwork.core.LabelTable;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.ClassRule;
import org.patchwork.project.classes.Implications;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColors;

/**
 * Offers what follows from the labels of the selected images by groups and parents, says where they
 * contradict each other and how to put that right, and lets the user have implied labels set along
 * from now on. Takes no room in a project without groups and parents.
 */
final class ImpliedStrip extends Composite {
  private static final String SET = "set";
  private static final String KEEP_FIRST = "first";

  /** A large selection is not looked through; what follows in it can be set all the same. */
  private static final String OF_MANY =
      "<a href=\"" + SET + "\">Set what is implied</a> in the selected images (Shift+Space)";

  private final OpenProject open;
  private final LabelActions actions;
  private final Link link;
  private final Button along;
  private Implications implications = Implications.of(List.of(), false);
  private ImpliedOffer offer = ImpliedOffer.NOTHING;

  ImpliedStrip(Composite parent, OpenProject open, LabelActions actions) {
    super(parent, SWT.NONE);
    this.open = open;
    this.actions = actions;
    GridLayout layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    setLayout(layout);
    link = new Link(this, SWT.WRAP);
    link.setLayoutData(wide());
    link.addListener(SWT.Selection, event -> follow(event.text));
    along = new Button(this, SWT.CHECK);
    ThemeColors.keepNative(along);
    along.setText("Set implied labels, too");
    along.setToolTipText(
        "A label that implies others sets them in the same step: a kind of something is that thing,"
            + " and the other classes of its group are absent. Switched off, they are offered"
            + " here.");
    along.addListener(SWT.Selection, event -> switchAlong());
    relationsChanged();
  }

  /** Takes the groups and parents of the open project again. */
  void relationsChanged() {
    ProjectSession session = open.session();
    boolean exclusive = session != null && session.model().getSchema().isExclusive();
    implications =
        session == null || exclusive // there, one key answers for all classes
            ? Implications.of(List.of(), false)
            : session.implications();
    along.setEnabled(session != null && !session.readOnly());
    along.setSelection(session != null && session.model().getSchema().isWithImplied());
    setShown(this, !implications.isEmpty());
  }

  /** Shows what follows in these rows; returns it. */
  ImpliedOffer show(LabelTable labels, int[] rows, List<ClassStyle> classes) {
    boolean fits = labels != null && labels.classes() == classes.size();
    offer = fits ? ImpliedOffer.of(labels, rows, implications) : ImpliedOffer.NOTHING;
    boolean many = fits && rows.length > ImpliedOffer.MOST_ROWS && !implications.isEmpty();
    String text = many ? OF_MANY : text(rows.length, classes);
    if (!text.equals(link.getText())) {
      link.setText(text);
      setShown(link, !text.isEmpty());
    }
    return offer;
  }

  /** What is offered, without the marks of the links. */
  String text() {
    return link.getText().replaceAll("</?a[^>]*>", "").replace("&&", "&");
  }

  Button along() {
    return along;
  }

  private String text(int selected, List<ClassStyle> classes) {
    StringBuilder text = new StringBuilder();
    if (!offer.clashes().isEmpty()) {
      Map.Entry<ClassRule, int[]> clash = offer.clashes().entrySet().iterator().next();
      text.append(sentence(clash.getKey(), clash.getValue().length, selected, classes));
    }
    String follows = offer.text(classes, selected);
    if (!follows.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n")
          .append("Implied: ")
          .append(escaped(follows))
          .append(".  <a href=\"" + SET + "\">Set (Shift+Space)</a>");
    }
    return text.toString();
  }

  private String sentence(ClassRule rule, int count, int selected, List<ClassStyle> classes) {
    String first = escaped(name(rule.classId(), classes));
    String other = escaped(name(rule.otherId(), classes));
    String keepFirst = rule.hierarchy() ? other + ", too" : "Only " + first;
    String keepOther = rule.hierarchy() ? "Not " + first : "Only " + other;
    return escaped(implications.describe(rule))
        + (count == selected ? "" : " (in " + count + ")")
        + ".  <a href=\""
        + KEEP_FIRST
        + "\">"
        + keepFirst
        + "</a>  <a href=\"other\">"
        + keepOther
        + "</a>";
  }

  private void follow(String target) {
    if (target.equals(SET)) {
      actions.setImplied();
    } else if (open.session() != null && !offer.clashes().isEmpty()) {
      Map.Entry<ClassRule, int[]> clash = offer.clashes().entrySet().iterator().next();
      ClassRule rule = clash.getKey();
      boolean first = target.equals(KEEP_FIRST);
      Map<String, Byte> values =
          first ? Map.of(rule.otherId(), rule.second()) : Map.of(rule.classId(), LabelTable.ABSENT);
      open.submit(new Edit.SetLabels(clash.getValue(), values), "classes");
    }
  }

  private void switchAlong() {
    boolean on = along.getSelection();
    if (open.session() != null) {
      open.session().updateSettings(model -> model.getSchema().setWithImplied(on));
    }
  }

  private static String name(String id, List<ClassStyle> classes) {
    return classes.stream()
        .filter(each -> each.id().equals(id))
        .map(ClassStyle::name)
        .findFirst()
        .orElse(id);
  }

  private static String escaped(String text) {
    return text.replace("&", "&&").replace("<", "‹");
  }

  private static GridData wide() {
    GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
    data.widthHint = 200;
    return data;
  }

  private static void setShown(org.eclipse.swt.widgets.Control control, boolean shown) {
    control.setVisible(shown);
    if (control.getLayoutData() instanceof GridData data && data.exclude == shown) {
      data.exclude = !shown;
      control.requestLayout();
    }
  }
}
