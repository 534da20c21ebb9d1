// SPDX-License-Identifier: MIT
package org.patchwork.learn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.patchwork.core.FeatureMatrix;
import org.patchwork.core.LabelTable;

/**
 * Fingerprints of the data of a run: SHA-256, the first 16 bytes, in hexadecimal. Equal data give
 * equal text on every machine; one changed label, flag, path or feature gives another.
 */
public final class DataHash {
  private static final int BYTES = 16;

  private DataHash() {}

  /** Fingerprint of class ids, paths, subsets, flags and labels, in order. */
  public static String of(LabelTable labels) {
    MessageDigest digest = sha256();
    labels.classIds().forEach(id -> text(digest, id));
    byte[] cells = new byte[2 + labels.classes()];
    for (int row = 0; row < labels.rows(); row++) {
      text(digest, labels.path(row));
      text(digest, labels.subset(row));
      cells[0] = (byte) (labels.excluded(row) ? 1 : 0);
      cells[1] = (byte) (labels.validation(row) ? 1 : 0);
      for (int c = 0; c < labels.classes(); c++) {
        cells[2 + c] = labels.label(row, c);
      }
      digest.update(cells);
    }
    return text(digest);
  }

  /** Fingerprint of shape and values of all features; reads them all. */
  public static String of(FeatureMatrix features) {
    MessageDigest digest = sha256();
    text(digest, features.rows() + " " + Arrays.toString(features.shape()));
    float[] row = new float[features.width()];
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int r = 0; r < features.rows(); r++) {
      features.read(r, row, 0);
      bytes.asFloatBuffer().put(row);
      digest.update(bytes.array());
    }
    return text(digest);
  }

  private static void text(MessageDigest digest, String value) {
    byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    int length = value == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform must support SHA-256", e);
    }
  }
}
