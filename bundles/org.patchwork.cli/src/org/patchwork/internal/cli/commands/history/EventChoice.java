// SPDX-License-Identifier: MIT
package org.patchwork.internal.cli.commands.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.patchwork.internal.cli.Projects;
import org.patchwork.model.LabelClass;
import org.patchwork.project.EventFilter;
import org.patchwork.project.ProjectSession;
import org.patchwork.project.classes.RemovedClass;

/** Options that choose events, as an {@link EventFilter}. */
final class EventChoice {
  static final String CLASS = "Only events that changed this class; removed ones too, also by id.";
  static final String ANNOTATOR = "Only events of this person or program.";
  static final String FROM =
      "Only events from then on: 2026-05-01, 2026-05-01T08:30 (local time) or 2026-05-01T06:30Z.";
  static final String TO = "Only events before then; written as with --from.";

  private EventChoice() {}

  /**
   * The filter; empty texts ask for nothing.
   *
   * @throws IllegalArgumentException if there is no such class, or a time cannot be read
   */
  static EventFilter filter(
      ProjectSession session, String ofClass, String annotator, String from, String to) {
    return new EventFilter(
        ofClass.isEmpty() ? null : classId(session, ofClass),
        annotator.isEmpty() ? null : annotator,
        time("--from", from),
        time("--to", to));
  }

  private static String classId(ProjectSession session, String name) {
    for (RemovedClass removed : session.removedClasses()) {
      if (removed.id().equals(name)
          || removed.name().equals(name) && session.classByName(name) == null) {
        return removed.id();
      }
    }
    LabelClass byId = session.classById(name);
    return (byId == null ? Projects.classNamed(session, name) : byId).getId();
  }

  private static Instant time(String option, String text) {
    if (text.isEmpty()) {
      return null;
    }
    ZoneId zone = ZoneId.systemDefault();
    try {
      if (text.length() == "2026-05-01".length()) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      } else if (text.endsWith("Z") || text.lastIndexOf('+') > 0) {
        return OffsetDateTime.parse(text).toInstant();
      }
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option + " cannot read \"" + text + "\"; write 2026-05-01 or 2026-05-01T08:30.", e);
    }
  }
}
