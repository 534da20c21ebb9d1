// SPDX-License-Identifier: MIT
package org.patchwork.learn.network;

/**
 * A convolution.
 *
 * @param filters number of channels that come out
 * @param kernelSize height and width of the kernel
 * @param stride pixels from one position to the next
 * @param padded true to surround the images with zeros, so that ⌈size / stride⌉ positions come out
 *     (SAME); false for the positions at which the kernel fits (VALID)
 * @param bias whether a number is added to each channel; one before a normalisation is wasted
 */
public record Convolution(int filters, int kernelSize, int stride, boolean padded, boolean bias) {
  public Convolution {
    if (filters < 1 || kernelSize < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "A convolution needs at least one filter, a kernel and a stride of at least 1, not "
              + filters
              + ", "
              + kernelSize
              + " and "
              + stride);
    }
  }

  /** Padded, without bias: what stands before a normalisation. */
  public static Convolution plain(int filters, int kernelSize, int stride) {
    return new Convolution(filters, kernelSize, stride, true, false);
  }

  /** Not padded, as wide as its steps, with bias: cuts images into patches that do not overlap. */
  public static Convolution patches(int filters, int size) {
    return new Convolution(filters, size, size, false, true);
  }
}
