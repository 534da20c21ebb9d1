// SPDX-License-Identifier: MIT
package org.patchwork.ui.labeling;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.patchwork.project.EditPreview;
import org.patchwork.project.EventTotals;
import org.patchwork.project.ProjectEvent;

/** Events in words. */
final class HistoryText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

  private HistoryText() {}

  static String time(ProjectEvent event) {
    return TIME.format(event.time().atZone(ZoneId.systemDefault()));
  }

  /** What was done, and what became of it. */
  static String what(ProjectEvent event) {
    return switch (event.kind()) {
      case UNDO -> "Undo: " + event.description();
      case REDO -> "Redo: " + event.description();
      case EDIT -> capital(event.description()) + fate(event.state());
    };
  }

  private static String fate(ProjectEvent.State state) {
    return switch (state) {
      case DONE -> "";
      case UNDONE -> " (undone)";
      case ABANDONED -> " (undone for good)";
    };
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** True for events that no longer count. */
  static boolean faded(ProjectEvent event) {
    return event.state() != ProjectEvent.State.DONE;
  }

  /** What is shown while one looks back. */
  static String moment(ProjectEvent event) {
    return "You look at the project as it was on "
        + time(event)
        + ", after event "
        + event.batch()
        + " ("
        + event.description()
        + "). Nothing can be changed here.";
  }

  private static String count(long number, String thing) {
    return String.format(Locale.ENGLISH, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  static String totals(EventTotals totals) {
    String worked =
        totals.activeMillis() < 60_000
            ? ""
            : ", " + count(totals.activeMillis() / 60_000, "minute") + " of work";
    return count(totals.events(), "event") + ", " + count(totals.cells(), "label") + worked;
  }

  /** What a restore would do, to be asked before. */
  static String question(ProjectEvent event, EditPreview preview) {
    StringBuilder text = new StringBuilder();
    text.append("Classes and labels become what they were on ")
        .append(time(event))
        .append(", after event ")
        .append(event.batch())
        .append(" (")
        .append(event.description())
        .append(").\n\n");
    text.append(String.format(Locale.ENGLISH, "Images that change: %,d%n", preview.rows().length));
    preview
        .columns()
        .forEach(
            column ->
                text.append(
                    String.format(
                        Locale.ENGLISH,
                        "  %s: %,d present, %,d absent, %,d unknown%n",
                        column.name(),
                        column.present(),
                        column.absent(),
                        column.unknown())));
    names(text, "Classes that come back: ", preview.addedClasses());
    names(text, "Classes that go: ", preview.removedClasses());
    return text.append("\nThis is one step, and undo takes it back.").toString();
  }

  private static void names(StringBuilder text, String title, java.util.List<String> names) {
    if (!names.isEmpty()) {
      text.append(title).append(String.join(", ", names)).append('\n');
    }
  }
}
