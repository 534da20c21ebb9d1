// SPDX-License-Identifier: MIT

/**
 * The views with which images are labelled: Image Grid, Class Toggles, Sampling, Label Counts.
 */
package org.patchwork.ui.labeling;
