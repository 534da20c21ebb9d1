// SPDX-License-Identifier: MIT

/**
 * The engine: the only bundle that sees TensorFlow, DJL and native code. Graphs, gradients,
 * SavedModel export and prediction.
 */
package org.patchwork.tensorflow;
