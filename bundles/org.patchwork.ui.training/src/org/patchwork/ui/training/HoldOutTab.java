// SPDX-License-Identifier: MIT
package org.patchwork.ui.training;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.patchwork.core.LabelTable;
import org.patchwork.core.PatchworkException;
import org.patchwork.core.RandomStreams;
import org.patchwork.learn.split.HoldOut;
import org.patchwork.learn.split.RowGroups;
import org.patchwork.learn.split.SplitSettings;
import org.patchwork.project.Edit;
import org.patchwork.project.ProjectSession;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.ParameterForm;
import org.patchwork.ui.ThemeColor;
import org.patchwork.ui.UiThread;

/**
 * What the model is judged by: holds labelled images out by whole groups, or draws an audit set at
 * random, whose figures hold for all images.
 */
final class HoldOutTab extends Composite implements EvaluationTab {
  private static final String SOURCE = "hold-out";
  private static final int DEFAULT_PERCENT = 20;
  private static final int MOST_PERCENT = 90;

  private final OpenProject open;
  private final UiThread thread;
  private final Spinner percent;
  private final ParameterForm<SplitSettings> form;
  private final Button holdOut;
  private final Label text;
  private final AuditSection audit;

  HoldOutTab(Composite parent, OpenProject open, GridImages images) {
    super(parent, SWT.NONE);
    this.open = open;
    this.thread = UiThread.of(this);
    setLayout(new GridLayout(2, false));
    SettingsPane scroll = new SettingsPane(this);
    GridData width = new GridData(SWT.FILL, SWT.FILL, false, true);
    width.widthHint = 360;
    scroll.setLayoutData(width);
    Group left = new Group(scroll, SWT.NONE);
    left.setText("Hold labelled images out");
    left.setLayout(new GridLayout(2, false));
    new Label(left, SWT.NONE).setText("Share in %");
    percent =
        Sections.spinner(
            left,
            1,
            MOST_PERCENT,
            DEFAULT_PERCENT,
            "Share of the labelled images; those that are held out stay so");
    form = new ParameterForm<>(left, SplitSettings.class);
    form.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
    holdOut = Buttons.push(left, "&Hold out", this::holdOut);
    text = Sections.text(left, 2);
    scroll.setContent(left);
    audit = new AuditSection(this, open, images);
    audit.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    show(null);
  }

  @Override
  public void show(Judgement judgement) {
    ProjectSession session = open.session();
    holdOut.setEnabled(session != null && !session.readOnly());
    audit.show(judgement);
    if (session == null) {
      Sections.say(text, "Open a project first.", ThemeColor.MUTED);
      return;
    }
    LabelTable labels = session.labels();
    thread.deliver(
        CompletableFuture.supplyAsync(() -> text(labels)),
        said -> Sections.say(text, said, ThemeColor.TEXT),
        error -> ILog.of(HoldOutTab.class).error("The held-out images cannot be counted", error));
  }

  private static String text(LabelTable labels) {
    int[] labeled = HoldOut.labeled(labels);
    return String.format(
        Locale.ENGLISH,
        "%,d of %,d labelled images are held out.",
        Arrays.stream(labeled).filter(labels::validation).count(),
        labeled.length);
  }

  /** Chooses in the background, then edits. */
  void holdOut() {
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      Sections.say(text, problem.get(), ThemeColor.EXCLUDED);
      return;
    }
    ProjectSession session = open.session();
    double fraction = percent.getSelection() / 100.0;
    SplitSettings split = form.value();
    Sections.say(text, "Looking for near duplicates …", ThemeColor.MUTED);
    new ViewJob<>(
            "Hold images out of " + session.name(),
            thread,
            monitor -> choose(session, fraction, split, monitor),
            new Sections.Quick<HoldOut>(text) {
              @Override
              public void done(HoldOut chosen) {
                take(session, chosen);
              }
            })
        .schedule();
  }

  private static HoldOut choose(
      ProjectSession session, double fraction, SplitSettings split, IProgressMonitor monitor)
      throws PatchworkException {
    LabelTable labels = session.labels();
    int[] rows = HoldOut.labeled(labels);
    RowGroups groups =
        session.activeFeatures() == null
            ? split.groups(labels, null, rows, monitor)
            : SessionData.use(
                session,
                (data, progress) -> split.groups(labels, data.features(), rows, progress),
                monitor);
    return HoldOut.choose(
        labels, groups, fraction, new RandomStreams(split.splitSeed()).stream("hold out"));
  }

  private void take(ProjectSession session, HoldOut chosen) {
    if (open.session() != session) {
      return;
    } else if (chosen.rows().length > 0) {
      open.submit(new Edit.SetValidation(chosen.rows(), true), SOURCE);
    } else {
      Sections.say(text, "So many are held out already.", ThemeColor.TEXT);
    }
  }

  Button holdOutButton() {
    return holdOut;
  }

  String heldText() {
    return text.getText();
  }

  AuditSection audit() {
    return audit;
  }
}
