// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.time.Instant;

/**
 * Which events to show; all conditions must hold, null asks for nothing.
 *
 * @param classId stable id of a class, also of one that was removed: events that changed its labels
 *     or the class itself, and undos and redos of these
 * @param annotator name of the person or program, exactly
 * @param from the earliest time, inclusive
 * @param to the latest time, exclusive
 */
public record EventFilter(String classId, String annotator, Instant from, Instant to) {
  /** All events. */
  public static final EventFilter ALL = new EventFilter(null, null, null, null);

  /** As this, for a class. */
  public EventFilter withClass(String id) {
    return new EventFilter(id, annotator, from, to);
  }

  /** As this, for a person. */
  public EventFilter withAnnotator(String name) {
    return new EventFilter(classId, name, from, to);
  }

  /** As this, for a stretch of time. */
  public EventFilter withTime(Instant earliest, Instant latest) {
    return new EventFilter(classId, annotator, earliest, latest);
  }
}
