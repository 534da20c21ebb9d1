// SPDX-License-Identifier: MIT
/**
 * Training runs, feature extraction and simulated labelling over immutable tables. Knows neither a
 * project nor a screen: takes snapshots, a monitor and a listener, returns records and writes
 * folders that other tools can read.
 *
 * <p>Start reading at {@link org.patchwork.training.TrainingService} (a run of the head over frozen
 * features), {@link org.patchwork.training.FeatureService} (from images to features) and {@link
 * org.patchwork.training.Simulation} (the whole loop with the true labels as oracle).
 *
 * <p>Services hold no state besides what they are built with and may be shared; a call blocks its
 * thread until it is done, so never call one on a display thread. Listeners are called on the
 * calling thread.
 */
package org.patchwork.training;
