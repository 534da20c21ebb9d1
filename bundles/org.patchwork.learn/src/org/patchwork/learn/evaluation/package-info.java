// SPDX-License-Identifier: MIT
/**
 * How far predictions can be believed: metrics at chosen thresholds, curves, calibration, suspected
 * label errors, an audit set for unbiased figures, and advice when to stop. All of it looks at
 * observed cells only: what nobody labelled is neither right nor wrong.
 *
 * <p>Start reading at {@link org.patchwork.learn.evaluation.ModelReport} for figures and at {@link
 * org.patchwork.learn.evaluation.Calibration} for what makes probabilities mean what they say.
 *
 * <p>Everything is immutable or stateless and may be called from any thread; most of it reads whole
 * columns, so not from a display thread.
 */
package org.patchwork.learn.evaluation;
