// SPDX-License-Identifier: MIT
package org.patchwork.learn.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.patchwork.image.ImageSource;

/**
 * Fingerprint of which images stand in which order: SHA-256 over the paths, each closed by a zero
 * byte; 16 bytes as hex.
 */
public final class PathsHash {
  private static final int BYTES = 16;

  private PathsHash() {}

  /** Fingerprint of the first {@code count} images. */
  public static String of(ImageSource images, int count) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int i = 0; i < count; i++) {
        digest.update(images.path(i).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must support SHA-256", e);
    }
  }
}
