// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.patchwork.model.LabelClass;
import org.patchwork.project.EventFilter;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.RemovedClass;

/** Choices above the history: who, which class, when. */
final class HistoryFilter extends Composite {
  private static final List<String> TIMES =
      List.of("Any time", "Today", "Last hour", "Last 7 days", "Last 30 days");

  private final Combo person;
  private final Combo type;
  private final Combo time;
  private final Runnable changed;
  private List<String> people = List.of();
  private List<String> classIds = List.of();

  HistoryFilter(Composite parent, Runnable changed) {
    super(parent, SWT.NONE);
    this.changed = changed;
    GridLayout layout = new GridLayout(3, true);
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    setLayout(layout);
    person = combo("Who did it");
    type = combo("The class whose labels changed");
    time = combo("When it was");
    time.setItems(TIMES.toArray(String[]::new));
    time.select(0);
    show(null, List.of());
  }

  private Combo combo(String tip) {
    Combo combo = new Combo(this, SWT.READ_ONLY);
    combo.setToolTipText(tip);
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    combo.addListener(SWT.Selection, event -> changed.run());
    return combo;
  }

  /** Offers who and what there is; keeps the choices where they are still there. */
  void show(ProjectSession session, List<String> annotators) {
    EventFilter before = filter(Instant.now());
    people = annotators;
    List<String> ids = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("All classes"));
    if (session != null) {
      for (LabelClass each : session.classes()) {
        ids.add(each.getId());
        names.add(each.getName());
      }
      for (RemovedClass each : session.removedClasses()) {
        ids.add(each.id());
        names.add(each.name() + " (removed)");
      }
    }
    classIds = ids;
    fill(type, names, place(classIds, before.classId()));
    List<String> everyone = new ArrayList<>(List.of("Everyone"));
    people.forEach(name -> everyone.add(name.isEmpty() ? "(no name)" : name));
    fill(person, everyone, place(people, before.annotator()));
  }

  private static int place(List<String> list, String wanted) {
    return wanted == null ? -1 : list.indexOf(wanted);
  }

  private static void fill(Combo combo, List<String> items, int chosen) {
    if (!List.of(combo.getItems()).equals(items)) {
      combo.setItems(items.toArray(String[]::new));
    }
    combo.select(chosen + 1);
  }

  /** What is chosen. */
  EventFilter filter(Instant now) {
    int who = person.getSelectionIndex() - 1;
    int what = type.getSelectionIndex() - 1;
    return new EventFilter(
        what < 0 ? null : classIds.get(what), who < 0 ? null : people.get(who), from(now), null);
  }

  private Instant from(Instant now) {
    return switch (time.getSelectionIndex()) {
      case 1 -> LocalDate.now().atStartOfDay(ZoneId.systemDefault()).toInstant();
      case 2 -> now.minus(Duration.ofHours(1));
      case 3 -> now.minus(Duration.ofDays(7));
      case 4 -> now.minus(Duration.ofDays(30));
      default -> null;
    };
  }

  /** For tests: the lists of who, which class and when. */
  List<Combo> combos() {
    return List.of(person, type, time);
  }
}
