// SPDX-License-Identifier: MIT
/**
 * What this bundle contributes: the engine and the feature extractor for SavedModels. Nobody
 * requires the bundle; it is the only one that sees TensorFlow, DJL and native code.
 *
 * <p>Start reading at {@link org.patchwork.tensorflow.TensorFlowEngine}. The classes here may be
 * called from any thread.
 */
package org.patchwork.tensorflow;
