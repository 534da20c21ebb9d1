// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.time.Instant;
import org.patchwork.project.EditOrigin;
import org.patchwork.project.LabelsChanged;

/**
 * One event to be logged.
 *
 * @param time when
 * @param origin who and why
 * @param kind edit, undo or redo
 * @param target batch that is undone or done again; 0 for an edit
 * @param description in words
 */
record EventRecord(
    Instant time, EditOrigin origin, LabelsChanged.Kind kind, long target, String description) {}
