// SPDX-License-Identifier: MIT
package org.patchwork.internal.tensorflow;

import java.util.Optional;
import org.patchwork.core.TrainingException;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Decodes JPEG files on the calling thread; as many threads as there are may decode at once. Its
 * graph of two operations stays until the process ends.
 */
public final class JpegDecoder {
  private final GraphSession session;
  private final Placeholder<TString> file;
  private final DecodeJpeg samples;

  /** Makes a decoder; TensorFlow must be loaded. */
  public JpegDecoder() {
    Graph graph = new Graph();
    Ops tf = Ops.create(graph);
    file = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    // the transform that Java's own reader uses; the faster ones give other pixels
    samples = tf.image.decodeJpeg(file, DecodeJpeg.dctMethod("INTEGER_ACCURATE"));
    session = new GraphSession(graph);
  }

  /**
   * Decodes.
   *
   * @return the samples row by row, or empty if the file is damaged or not of this size
   */
  public Optional<byte[]> decode(byte[] bytes, int height, int width, int channels) {
    try (TString contents = TString.tensorOfBytes(NdArrays.scalarOfObject(bytes));
        Result result = GraphSession.run(session.runner().feed(file, contents).fetch(samples))) {
      Tensor decoded = result.get(0);
      if (!(decoded instanceof TUint8)
          || !decoded.shape().equals(Shape.of(height, width, channels))) {
        return Optional.empty();
      }
      byte[] values = new byte[Math.toIntExact(decoded.size())];
      NativeBuffer.bytes(decoded).get(values);
      return Optional.of(values);
    } catch (TrainingException damaged) {
      return Optional.empty(); // the standard reader tells what is wrong with it
    }
  }
}
