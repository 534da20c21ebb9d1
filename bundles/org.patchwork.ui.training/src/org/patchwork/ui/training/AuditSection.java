// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.learn.RunPredictions;
import org.patchwork.learn.evaluation.AuditFile;
import org.patchwork.learn.evaluation.AuditReport;
import org.patchwork.learn.evaluation.AuditSet;
import org.patchwork.learn.evaluation.CalibratedModel;
import org.patchwork.learn.evaluation.Estimate;
import org.patchwork.model.LabelClass;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.UiThread;

/** Draws an audit set, has it labelled in the grid and says what it says about all images. */
final class AuditSection extends Composite {
  private static final String SOURCE = "audit";
  private static final int MOST = 1_000_000;
  private static final int DEFAULT = 200;
  private static final String[] COLUMNS = {
    "Class", "Labelled", "Share", "Accuracy", "Precision", "Recall"
  };

  private final OpenProject open;
  private final GridImages images;
  private final UiThread thread;
  private final Spinner count;
  private final Combo focus;
  private final Button draw;
  private final Button unlabelled;
  private final Label text;
  private final Table table;
  private List<LabelClass> classes = List.of();
  private int[] waiting = new int[0];

  AuditSection(Composite parent, OpenProject open, GridImages images) {
    super(parent, SWT.NONE);
    this.open = open;
    this.images = images;
    this.thread = UiThread.of(this);
    setLayout(new FillLayout());
    Group group = new Group(this, SWT.NONE);
    group.setText("Audit set: drawn at random, stands for all images");
    group.setLayout(new GridLayout(COLUMNS.length, false));
    new Label(group, SWT.NONE).setText("Images");
    count = Sections.spinner(group, 1, MOST, DEFAULT, "Number of images of a new audit set");
    new Label(group, SWT.NONE).setText("More of");
    focus = new Combo(group, SWT.READ_ONLY);
    focus.setToolTipText(
        "Class whose likely images are drawn more often, so that a rare one comes up; the figures"
            + " stay unbiased");
    draw = Buttons.push(group, "Dra&w", this::draw);
    unlabelled = Buttons.push(group, "&Label in grid", this::showWaiting);
    text = Sections.text(group, COLUMNS.length);
    table = new Table(group, SWT.SINGLE | SWT.FULL_SELECTION);
    table.setHeaderVisible(true);
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS.length, 1));
    for (int i = 0; i < COLUMNS.length; i++) {
      new TableColumn(table, i == 0 ? SWT.LEFT : SWT.RIGHT).setText(COLUMNS[i]);
    }
  }

  void show(Judgement judgement) {
    ProjectSession session = open.session();
    draw.setEnabled(session != null && !session.readOnly());
    classes = session == null ? List.of() : List.copyOf(session.classes());
    String chosen = focus.getText();
    focus.removeAll();
    focus.add("no class");
    classes.forEach(each -> focus.add(each.getName()));
    focus.select(Math.max(0, focus.indexOf(chosen)));
    if (session == null) {
      take(null, new State(null, Optional.empty(), new int[0]));
      return;
    }
    thread.deliver(
        CompletableFuture.supplyAsync(() -> state(session, judgement)),
        state -> take(session, state),
        error -> Sections.say(text, error.getMessage(), ThemeColor.EXCLUDED));
  }

  /** What the audit set says, and which of its images wait for labels. */
  private record State(Judgement judgement, Optional<AuditReport> report, int[] waiting) {}

  private static State state(ProjectSession session, Judgement judgement) {
    try {
      LabelTable labels = session.labels();
      Optional<AuditSet> set = AuditFile.read(session.folder());
      if (set.isEmpty()) {
        return new State(judgement, Optional.empty(), new int[0]);
      }
      int[] waiting =
          Arrays.stream(set.get().rows(labels))
              .filter(row -> row >= 0 && !labels.excluded(row))
              .filter(row -> labels.status(row) != LabelTable.Status.LABELED)
              .toArray();
      return new State(judgement, report(session, set.get(), labels, judgement), waiting);
    } catch (ProjectFormatException e) {
      throw new CompletionException(e);
    }
  }

  private static Optional<AuditReport> report(
      ProjectSession session, AuditSet set, LabelTable labels, Judgement judgement)
      throws ProjectFormatException {
    if (judgement == null) {
      return Optional.empty();
    }
    CalibratedModel model = judgement.model();
    return Optional.of(
        AuditReport.of(
            set,
            labels,
            model.predictions(),
            model.thresholds(),
            RunPredictions.trainedRows(session.folder(), model.predictions())));
  }

  private void take(ProjectSession session, State state) {
    if (open.session() != session) {
      return;
    }
    waiting = state.waiting();
    unlabelled.setEnabled(waiting.length > 0);
    table.removeAll();
    if (state.report().isPresent()) {
      AuditReport report = state.report().get();
      Sections.say(
          text, text(report), report.trainedOn() > 0 ? ThemeColor.EXCLUDED : ThemeColor.TEXT);
      state.report().get().classes().forEach(each -> add(state.judgement(), each));
    } else if (waiting.length > 0) {
      String said = String.format(Locale.ENGLISH, "%,d images wait for labels.", waiting.length);
      Sections.say(text, said, ThemeColor.TEXT);
    } else {
      Sections.say(
          text,
          "Images that a sampler chose are harder or rarer than the others. Images drawn at"
              + " random, with the chance each had, tell how good the model is on all of them.",
          ThemeColor.MUTED);
    }
    for (TableColumn column : table.getColumns()) {
      column.pack();
    }
  }

  private static String text(AuditReport report) {
    String said =
        String.format(
            Locale.ENGLISH, "%,d of %,d images have labels. ", report.labeled(), report.members());
    if (report.mostProbable() != null) {
      said += "Accuracy on all images: " + text(report.mostProbable()) + ". ";
    }
    if (report.trainedOn() > 0) {
      said +=
          String.format(
              Locale.ENGLISH,
              "The model in use was trained on %,d of them, so the figures are too good: train"
                  + " again. ",
              report.trainedOn());
    }
    if (report.notHeldOut() > 0) {
      said +=
          String.format(
              Locale.ENGLISH,
              "%,d are not held out any more, so the next model will be trained on them.",
              report.notHeldOut());
    }
    return said;
  }

  private void add(Judgement judgement, AuditReport.ClassAudit each) {
    new TableItem(table, SWT.NONE)
        .setText(
            new String[] {
              judgement.name(each.classId()),
              String.format(Locale.ENGLISH, "%,d", each.labeled()),
              text(each.prevalence()),
              text(each.accuracy()),
              text(each.precision()),
              text(each.recall())
            });
  }

  private static String text(Estimate estimate) {
    return estimate == null
        ? "n/a"
        : String.format(
            Locale.ENGLISH,
            "%.3f (%.3f\u2013%.3f)",
            estimate.value(),
            estimate.low(),
            estimate.high());
  }

  /** Draws in the background, keeps the set and holds it out. */
  void draw() {
    ProjectSession session = open.session();
    int wanted = count.getSelection();
    int chosen = focus.getSelectionIndex();
    String classId = chosen < 1 ? "" : classes.get(chosen - 1).getId();
    new ViewJob<>(
            "Draw an audit set in " + session.name(),
            thread,
            monitor -> draw(session, classId, wanted),
            new Sections.Quick<int[]>(text) {
              @Override
              public void done(int[] rows) {
                if (open.session() == session) {
                  open.submit(new Edit.SetValidation(rows, true), SOURCE);
                }
              }
            })
        .schedule();
  }

  private static int[] draw(ProjectSession session, String classId, int wanted)
      throws PatchworkException {
    LabelTable labels = session.labels();
    AuditSet set =
        AuditSet.draw(labels, session.predictions(), classId, wanted, session.events().last());
    AuditFile.write(set, session.folder());
    return set.rows(labels);
  }

  private void showWaiting() {
    images.show(waiting, null, "Images of the audit set that are not labelled for every class");
  }

  Button drawButton() {
    return draw;
  }

  Spinner count() {
    return count;
  }

  String text() {
    return text.getText();
  }

  Table table() {
    return table;
  }
}
