// SPDX-License-Identifier: MIT
/**
 * The views with which people label: Image Grid, Class Toggles, Sampling and Label Counts, each a
 * plain class over an SWT composite that takes its services, and a thin view part around it.
 *
 * <p>Start reading at {@link org.patchwork.ui.labeling.LabelActions}, which says what every key and
 * button means, then {@link org.patchwork.ui.labeling.GridPanel}. Keys are commands with bindings
 * in plugin.xml, active only while the grid or the toggles have the focus.
 *
 * <p>Threads: everything here belongs to the display thread unless it says otherwise. Labels are
 * written on the project's own thread, and the views change when its event comes back.
 */
package org.patchwork.ui.labeling;
