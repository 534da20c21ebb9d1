// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.RunOptions;

/**
 * A graph with its session. Operations run one after the other on the calling thread, which saves a
 * third of the time of a small step and keeps their order fixed; a large operation still spreads
 * over TensorFlow's own threads, one a core.
 */
final class GraphSession implements AutoCloseable {
  private static final RunOptions CALLING_THREAD =
      RunOptions.newBuilder().setInterOpThreadPool(-1).build();

  private final Graph graph;
  private final Session session;
  private boolean closed;

  /** Takes over the graph: it is closed with the session. */
  GraphSession(Graph graph) {
    this.graph = graph;
    this.session = new Session(graph);
  }

  /** Something to run; see {@link #run}. */
  Session.Runner runner() {
    if (closed) {
      throw new IllegalStateException("The model is closed");
    }
    return session.runner().setOptions(CALLING_THREAD);
  }

  /**
   * Runs.
   *
   * @return what was fetched; close it
   * @throws TrainingException if TensorFlow reports an error; with its message
   */
  static Result run(Session.Runner runner) throws TrainingException {
    try {
      return runner.run();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw new TrainingException(
          "TensorFlow could not compute the model: " + Messages.firstLine(e), e);
    }
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      session.close();
      graph.close();
    }
  }
}
