// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.patchwork.core.ProjectFormatException;
import org.patchwork.project.Edit;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EventFilter;
import org.patchwork.project.EventTotals;
import org.patchwork.project.LabelsChanged;
import org.patchwork.project.ProjectEvent;
import org.patchwork.project.ProjectExport;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.backup.Backup;
import org.patchwork.ui.Buttons;
import org.patchwork.ui.OpenProject;
import org.patchwork.ui.OpenProjectListener;
import org.patchwork.ui.UiThread;

/**
 * The history of the open project: what was done, by whom and when, with filters; from each event
 * one can look at the project as it was, or bring that back. The log is read in pages, in the
 * background.
 */
public final class HistoryPanel extends Composite {
  private static final int PAGE = 200;
  private static final int QUIET_MILLIS = 300; // labels come quickly, the list need not

  private final OpenProject open;
  private final UiThread thread;
  private final UiThread.Update refresh;
  private final Banner banner;
  private final HistoryFilter filter;
  private final HistoryTable table;
  private final Label status;
  private final Button look;
  private final Button restore;
  private final Button export;
  private BiPredicate<String, String> confirm =
      (title, question) -> MessageDialog.openConfirm(getShell(), title, question);
  private int asked;

  /** What is read for one refresh. */
  private record Reading(List<ProjectEvent> events, EventTotals totals, List<String> people) {}

  public HistoryPanel(Composite parent, OpenProject open) {
    super(parent, SWT.NONE);
    this.open = open;
    this.thread = UiThread.of(this);
    this.refresh = thread.coalesced(QUIET_MILLIS, this::read);
    GridLayout layout = new GridLayout(1, false);
    layout.marginHeight = 2;
    layout.verticalSpacing = 2;
    setLayout(layout);
    banner = new Banner(this);
    banner.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    banner.hide();
    filter = new HistoryFilter(this, this::read);
    filter.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    table = new HistoryTable(this, this::readOlder);
    table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table.control().addListener(SWT.Selection, event -> updateButtons());
    table.control().addListener(SWT.DefaultSelection, event -> look());
    Composite foot = new Composite(this, SWT.NONE); // one line: the view is often low
    GridLayout line = new GridLayout(2, false);
    line.marginWidth = 0;
    line.marginHeight = 0;
    foot.setLayout(line);
    foot.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    status = new Label(foot, SWT.NONE);
    status.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Composite buttons = new Composite(foot, SWT.NONE);
    RowLayout row = new RowLayout();
    row.marginTop = 0;
    row.marginBottom = 0;
    buttons.setLayout(row);
    look = Buttons.push(buttons, "Look at this moment", this::look);
    look.setToolTipText("Shows the project as it was after this event; nothing is changed");
    restore = Buttons.push(buttons, "Restore this moment…", this::restore);
    restore.setToolTipText("Makes the labels after this event the present ones, as a new step");
    export = Buttons.push(buttons, "Export…", this::askFile);
    export.setToolTipText("Writes the events chosen above as CSV, one row for each changed label");
    open.addListener(this, new Events());
    projectChanged();
  }

  /** The list of events. */
  public Table table() {
    return table.control();
  }

  /** For tests, instead of a question to the user: title and text to yes or no. */
  void confirmWith(BiPredicate<String, String> answer) {
    confirm = answer;
  }

  HistoryFilter filter() {
    return filter;
  }

  String status() {
    return status.getText();
  }

  private void projectChanged() {
    table.show(List.of(), false);
    status.setText("");
    ProjectSession shown = open.session();
    if (shown != null && shown.lookingAt() != null) {
      String then = HistoryText.moment(shown.lookingAt());
      banner.show(then, "Back to the present", open::returnToPresent);
    } else {
      banner.hide();
    }
    read();
  }

  /** Reads the newest events, and what the filters offer. */
  private void read() {
    ProjectSession session = open.presentSession();
    updateButtons();
    if (session == null) {
      filter.show(null, List.of());
      return;
    }
    EventFilter chosen = filter.filter(Instant.now());
    ask(
        session,
        () ->
            inBackground(
                () ->
                    new Reading(
                        session.events().page(chosen, Long.MAX_VALUE, PAGE),
                        session.events().totals(chosen),
                        session.events().annotators())),
        this::take);
  }

  private void take(Reading reading) {
    filter.show(open.presentSession(), reading.people());
    table.show(reading.events(), reading.events().size() == PAGE);
    status.setText(HistoryText.totals(reading.totals()));
    updateButtons();
  }

  private void readOlder() {
    ProjectSession session = open.presentSession();
    List<ProjectEvent> known = table.events();
    if (session == null || known.isEmpty()) {
      return;
    }
    EventFilter chosen = filter.filter(Instant.now());
    long before = known.get(known.size() - 1).batch();
    ask(
        session,
        () -> inBackground(() -> session.events().page(chosen, before, PAGE)),
        older -> {
          List<ProjectEvent> all = new ArrayList<>(known);
          all.addAll(older);
          table.show(all, older.size() == PAGE);
        });
  }

  /** Something that reads the project. */
  private interface Question<T> {
    T ask() throws ProjectFormatException;
  }

  private static <T> CompletableFuture<T> inBackground(Question<T> question) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return question.ask();
          } catch (ProjectFormatException e) {
            throw new CompletionException(e);
          }
        });
  }

  /** Takes an answer if nothing else was asked since and the project is still open. */
  private <T> void ask(
      ProjectSession session,
      Supplier<CompletableFuture<T>> question,
      java.util.function.Consumer<T> taker) {
    int number = ++asked;
    thread.deliver(
        question.get(),
        answer -> {
          if (number == asked && session == open.presentSession()) {
            taker.accept(answer);
          }
        },
        error -> {
          if (session == open.presentSession()) {
            status.setText(String.valueOf(error.getMessage()));
          }
        });
  }

  private void updateButtons() {
    ProjectSession session = open.presentSession();
    boolean chosen = session != null && table.selected() != null;
    look.setEnabled(chosen);
    restore.setEnabled(chosen && !session.readOnly());
    export.setEnabled(session != null);
  }

  /** Shows the project as it was after the selected event. */
  void look() {
    ProjectSession session = open.presentSession();
    ProjectEvent event = table.selected();
    if (session != null && event != null) {
      status.setText("Looking back …");
      thread.deliver(
          inBackground(() -> session.events().lookBack(event.batch(), null)),
          past -> {
            if (session == open.presentSession()) {
              open.look(past);
            }
          },
          error -> status.setText(String.valueOf(error.getMessage())));
    }
  }

  /** Asks, then makes the labels after the selected event the present ones. */
  void restore() {
    ProjectSession session = open.presentSession();
    ProjectEvent event = table.selected();
    if (session != null && event != null) {
      status.setText("Comparing with the present …");
      thread.deliver(
          inBackground(() -> session.preview(new Edit.RestoreTo(event.batch()))),
          preview -> restore(session, event, preview),
          error -> status.setText(String.valueOf(error.getMessage())));
    }
  }

  private void restore(ProjectSession session, ProjectEvent event, EditPreview preview) {
    boolean wanted =
        session == open.presentSession()
            && confirm.test("Restore this moment", HistoryText.question(event, preview));
    if (wanted && session == open.presentSession()) {
      open.returnToPresent();
      open.submit(new Edit.RestoreTo(event.batch()), "history");
    }
    refresh.request();
  }

  private void askFile() {
    FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setOverwrite(true);
    dialog.setFileName("history.csv");
    String file = dialog.open();
    if (file != null) {
      export(Path.of(file));
    }
  }

  /** Writes the chosen events. */
  void export(Path file) {
    ProjectSession session = open.presentSession();
    if (session != null) {
      EventFilter chosen = filter.filter(Instant.now());
      status.setText("Writing " + file.getFileName() + " …");
      thread.deliver(
          inBackground(() -> ProjectExport.eventsCsv(session, chosen, file, null)),
          rows -> status.setText(String.format("Written: %s (%,d rows)", file, rows)),
          error -> status.setText(String.valueOf(error.getMessage())));
    }
  }

  /** Follows the open project. */
  private final class Events implements OpenProjectListener {
    @Override
    public void projectChanged() {
      HistoryPanel.this.projectChanged();
    }

    @Override
    public void labelsChanged(LabelsChanged event) {
      refresh.request();
    }

    @Override
    public void classesChanged() {
      refresh.request();
    }

    @Override
    public void backupMade(Backup backup) {
      if (!banner.isShown()) {
        status.setText("Backup made: " + backup.name());
      }
    }

    @Override
    public void backupFailed(String message) {
      banner.show(message, "Hide", banner::hide);
    }
  }
}
