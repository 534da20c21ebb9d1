// SPDX-License-Identifier: MIT

/**
 * The views with which models are trained and judged: Model Designer, Train, Curves, Histogram;
 * and their jobs.
 */
package org.patchwork.ui.training;
