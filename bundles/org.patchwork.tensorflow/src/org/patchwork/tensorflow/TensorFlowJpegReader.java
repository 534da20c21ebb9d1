// SPDX-License-Identifier: MIT
package org.patchwork.tensorflow;

import java.util.Optional;
import org.patchwork.image.ImageSize;
import org.patchwork.image.JpegReader;
import org.patchwork.internal.tensorflow.JpegDecoder;
import org.patchwork.internal.tensorflow.TensorFlowNative;

/**
 * JPEG files through the decoder in TensorFlow's native library, libjpeg-turbo. It never loads that
 * library, which takes a second and much memory, but is at hand as soon as an engine has.
 */
public final class TensorFlowJpegReader extends JpegReader {
  private JpegDecoder decoder;

  @Override
  protected boolean ready() {
    return TensorFlowNative.isLoaded();
  }

  @Override
  protected Optional<byte[]> decode(byte[] file, ImageSize size, int channels) {
    return decoder().decode(file, size.height(), size.width(), channels);
  }

  private synchronized JpegDecoder decoder() {
    if (decoder == null) {
      decoder = new JpegDecoder();
    }
    return decoder;
  }
}
