// SPDX-License-Identifier: MIT
package org.patchwork.project;

import java.time.Instant;

/**
 * One entry of a project's event log: an edit, or an undo or redo of one. Nothing is ever taken
 * from the log.
 *
 * @param batch number of the event, ascending over the life of the project
 * @param time when it became durable, by the clock of the computer
 * @param annotator name of the person or program; may be empty
 * @param source id of the sampler that brought the images up, {@code "keyboard"}, {@code "import"}
 *     …; {@code "undo"} and {@code "redo"} for these; may be empty
 * @param kind edit, undo or redo
 * @param target the edit that was undone or done again; 0 for an edit
 * @param description what was done, in words
 * @param state what became of it
 * @param cells number of labels and flags it changed
 * @param activeMillis milliseconds the annotator worked on it, idle time left out; 0 if not
 *     measured
 */
public record ProjectEvent(
    long batch,
    Instant time,
    String annotator,
    String source,
    LabelsChanged.Kind kind,
    long target,
    String description,
    State state,
    int cells,
    long activeMillis) {

  /** What became of an edit. An undo or redo is always {@link #DONE}. */
  public enum State {
    /** It counts. */
    DONE,
    /** It was undone, and redo does it again. */
    UNDONE,
    /** It was undone, and other edits came after that. */
    ABANDONED
  }
}
