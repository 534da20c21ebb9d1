// SPDX-License-Identifier: MIT
/**
 * The views with which people train: Model Designer, Train, Curves and Histogram, each a plain
 * class over an SWT composite that takes its services and a thin view part around it; and the jobs
 * for training and feature extraction.
 *
 * <p>Start reading at {@link org.patchwork.ui.training.Trainer}, which knows what is trained next,
 * runs it and tells all views; {@link org.patchwork.ui.training.FeatureTrainer} does the same for
 * feature extractors. Figures are computed in {@code learn} and {@code training}; the views here
 * only show them.
 *
 * <p>Threads: everything belongs to the display thread but the job, which reports through {@code
 * UiThread}.
 */
package org.patchwork.ui.training;
