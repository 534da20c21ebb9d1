// SPDX-License-Identifier: MIT
package org.patchwork.internal.project;

import java.util.List;

/**
 * What an edit comes to.
 *
 * @param description as the undo step is called
 * @param changes what really changes, in order; empty if nothing does
 * @param after the state when all is done
 */
record EditPlan(String description, List<Change> changes, ProjectState after) {}
