// SPDX-License-Identifier: MIT
/**
 * The engine behind {@link org.patchwork.tensorflow.TensorFlowEngine}.
 *
 * <p>Start reading at {@link org.patchwork.internal.tensorflow.TrainingGraph} for how a network
 * becomes a graph with one gated optimiser step, at {@link
 * org.patchwork.internal.tensorflow.GraphModel} for how it is run, and at {@link
 * org.patchwork.internal.tensorflow.SavedModelFunction} for prediction by DJL. {@link
 * org.patchwork.internal.tensorflow.TensorFlowNative} loads native code.
 *
 * <p>Graphs are built by one thread; what is built may be used by any thread, one at a time, and
 * locks itself so that closing waits for a running call. Everything that holds native memory is
 * {@code AutoCloseable}; the garbage collector frees nothing.
 */
package org.patchwork.internal.tensorflow;
