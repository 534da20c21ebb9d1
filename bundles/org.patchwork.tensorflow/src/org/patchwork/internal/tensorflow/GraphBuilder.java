// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * Builds something into a graph.
 *
 * @param <T> what holds the graph afterwards, and closes it
 */
interface GraphBuilder<T> {
  T build(Graph graph) throws TrainingException;

  /**
   * Builds into a new graph, which is closed if that fails.
   *
   * @param what begins the message, as "The network"
   * @throws TrainingException if the parts do not fit together; with TensorFlow's reason
   */
  static <T> T inNewGraph(String what, GraphBuilder<T> builder) throws TrainingException {
    Graph graph = new Graph();
    T built = null;
    try {
      built = builder.build(graph);
      return built;
    } catch (TensorFlowException | IllegalArgumentException | TFUnimplementedException e) {
      throw new TrainingException(what + " cannot be built: " + Messages.firstLine(e), e);
    } finally {
      if (built == null) {
        graph.close();
      }
    }
  }
}
