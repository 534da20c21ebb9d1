// SPDX-License-Identifier: MIT
package org.patchwork.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/** Ends a decoding by Image I/O soon after its monitor is cancelled. */
final class DecodingCancel implements IIOReadProgressListener {
  private final IProgressMonitor monitor;

  private DecodingCancel(IProgressMonitor monitor) {
    this.monitor = monitor;
  }

  /** Watches all that the reader reads from now on. */
  static DecodingCancel watch(ImageReader reader, IProgressMonitor monitor) {
    DecodingCancel cancel = new DecodingCancel(monitor);
    reader.addIIOReadProgressListener(cancel);
    return cancel;
  }

  /**
   * To be called after reading: what was read is incomplete if the monitor was cancelled.
   *
   * @throws OperationCanceledException if so
   */
  void check() {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (monitor.isCanceled()) {
      source.abort();
    }
  }

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {
    // only progress counts
  }

  @Override
  public void imageComplete(ImageReader source) {
    // only progress counts
  }

  @Override
  public void readAborted(ImageReader source) {
    // check() tells the caller
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {
    // only progress counts
  }

  @Override
  public void sequenceComplete(ImageReader source) {
    // only progress counts
  }

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
    // thumbnails in the file are not read
  }

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {
    // thumbnails in the file are not read
  }

  @Override
  public void thumbnailComplete(ImageReader source) {
    // thumbnails in the file are not read
  }
}
