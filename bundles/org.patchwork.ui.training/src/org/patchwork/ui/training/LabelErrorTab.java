// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.learn.TrainingSpec;
import org.patchwork.learn.evaluation.LabelError;
import org.patchwork.learn.evaluation.LabelErrors;
import org.patchwork.learn.split.SplitSettings;
import org.patchwork.project.ProjectSession;
import org.patchwork.training.LabelErrorSearch;
import org.patchwork.training.TrainingService;
import org.patchwork.ui.OpenProject;

/**
 * Labels that are likely to be wrong: cross-validates the design of the Model Designer and lists
 * what it contradicts, to be looked at in the grid.
 */
final class LabelErrorTab extends Composite implements EvaluationTab {
  private static final String[] COLUMNS = {"Suspicion", "Image", "Label", "Model says"};

  private final OpenProject open;
  private final Trainer trainer;
  private final LabelErrorSearch search;
  private final GridImages images;
  private final StripJob job;
  private final Button grid;
  private final Table table;
  private Judgement judgement;
  private ProjectSession project;
  private LabelErrors errors;

  LabelErrorTab(
      Composite parent,
      OpenProject open,
      Trainer trainer,
      TrainingService training,
      GridImages images) {
    super(parent, SWT.NONE);
    this.open = open;
    this.trainer = trainer;
    this.search = new LabelErrorSearch(training);
    this.images = images;
    setLayout(new GridLayout(2, false));
    job =
        new StripJob(
            this,
            "&Find label errors",
            "warning",
            "Train five models, each on four fifths of the labels, and list the labels they"
                + " contradict",
            this::search,
            () -> {},
            this::showState);
    grid = new Button(this, SWT.PUSH);
    grid.setText("Review in the &grid");
    grid.setToolTipText("Show these images, the most suspicious label first");
    grid.addListener(SWT.Selection, event -> review(0));
    table = new Table(this, SWT.SINGLE | SWT.FULL_SELECTION | SWT.VIRTUAL);
    table.setHeaderVisible(true);
    table.setToolTipText("Double-click a label to review from there on");
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    for (int i = 0; i < COLUMNS.length; i++) {
      new TableColumn(table, i == 0 ? SWT.RIGHT : SWT.LEFT).setText(COLUMNS[i]);
      table.getColumn(i).setWidth(i == 0 ? 90 : 260);
    }
    table.addListener(SWT.SetData, event -> fill((TableItem) event.item));
    table.addListener(SWT.DefaultSelection, event -> review(table.getSelectionIndex()));
    showState();
  }

  @Override
  public void show(Judgement newJudgement) {
    judgement = newJudgement;
    if (open.session() != project) {
      project = open.session();
      job.cancel();
      errors = null;
      table.setItemCount(0);
      table.clearAll();
      job.strip().say("");
    }
    showState();
  }

  private void showState() {
    boolean possible = judgement != null && trainer.obstacle().isEmpty();
    job.strip().setStartEnabled(possible && !job.running());
    grid.setEnabled(errors != null && !errors.queue().isEmpty());
  }

  /** Searches with the design and the settings that are trained next. */
  void search() {
    ProjectSession session = open.session();
    TrainingSpec spec = new TrainingSpec("label-errors", trainer.design(), trainer.parameters());
    job.start(
        new StripJob.Task<>(
            "Find label errors in " + session.name(),
            "Sharing the labelled images out …",
            monitor -> search(session, spec, monitor),
            found -> take(session, found),
            "Cancelled."));
  }

  private LabelErrors search(ProjectSession session, TrainingSpec spec, IProgressMonitor monitor)
      throws PatchworkException {
    return SessionData.use(
        session,
        (data, progress) ->
            search.run(spec, data, new LabelErrorSearch.Settings(), new SplitSettings(), progress),
        monitor);
  }

  private String take(ProjectSession session, LabelErrors found) {
    if (open.session() != session) {
      return "";
    }
    errors = found;
    table.setItemCount(found.queue().size());
    table.clearAll();
    return String.format(
        Locale.ENGLISH,
        "The model contradicts %,d of %,d labels. Likely wrong: about %,d.",
        found.queue().size(),
        found.checked(),
        found.estimated());
  }

  private void fill(TableItem item) {
    LabelError error = errors.queue().get(table.indexOf(item));
    item.setText(
        new String[] {
          String.format(Locale.ENGLISH, "%.2f", suspicion(error)),
          project.labels().path(error.row()),
          labelText(error),
          saysText(error)
        });
  }

  /** From 0 to 1, however quality is measured. */
  private static double suspicion(LabelError error) {
    boolean twoClasses = !error.suggestedId().equals(error.classId());
    return twoClasses ? (1 - error.quality()) / 2 : 1 - error.quality();
  }

  private String labelText(LabelError error) {
    return judgement.name(error.classId())
        + (error.given() == LabelTable.PRESENT ? " present" : " absent");
  }

  private String saysText(LabelError error) {
    return error.suggestedId().equals(error.classId())
        ? String.format(
            Locale.ENGLISH,
            "%s (%.2f)",
            error.given() == LabelTable.PRESENT ? "absent" : "present",
            1 - error.probability())
        : judgement.name(error.suggestedId());
  }

  /** Shows the images of the queue from a place on. */
  void review(int from) {
    List<LabelError> queue = errors.queue().subList(from, errors.queue().size());
    images.show(
        queue.stream().mapToInt(LabelError::row).distinct().toArray(),
        queue.getFirst().classId(),
        "Labels the model contradicts, the most suspicious first");
  }

  RunStrip strip() {
    return job.strip();
  }

  Table table() {
    return table;
  }
}
